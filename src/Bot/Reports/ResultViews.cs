using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.Reports;

/// <summary>Says an assessment as a page.</summary>
public static class ResultViews
{
    private const string OwnAnswers = "The group's own answers. Nobody has checked them.";

    public static ResultView Of(Catalogue catalogue, KeptCheck check, DateOnly today, DateOnly linkEnds)
    {
        var readiness = JudgeReadiness.Of(catalogue, check.Assessment);
        return new ResultView(
            check.GroupName,
            readiness.Headline,
            OwnAnswers,
            [.. readiness.NextSteps.Select(s => new ResultStep(s.Item.Name, s.Text, [Help(s.Help)]))],
            [.. readiness.Areas.Select(a => Area(catalogue, readiness, a))],
            [.. (check.Plan ?? ActionPlan.Empty).Steps.Where(s => catalogue.Find(s.ItemId) is not null).Select(s => Row(catalogue, check.Assessment.Profile, s, today))],
            BeforeAndAfter.Of(catalogue, check.Assessment) is { } both ? ThenAndNow(catalogue, both) : null,
            [.. Sections(catalogue, readiness).Where(s => s.Items.Count > 0)],
            UkTime.DayOf(check.Assessment.Changed),
            $"CommissioningBot health check {catalogue.Version}",
            check.Until is { } until ? UkTime.DayOf(until) : null,
            linkEnds);
    }

    private static HelpLink Help(Knowledge.HealthCheck.HelpLink help) => new(help.Name, help.Url.ToString());

    private static ResultArea Area(Catalogue catalogue, Readiness readiness, AreaStanding standing)
    {
        var findings = readiness.Findings.Where(f => f.Item.Area == standing.Area).ToList();
        var words = catalogue.Wording.Standings.ToList();
        return new ResultArea(
            catalogue.Wording.Areas[standing.Area],
            InWords(catalogue, standing),
            standing.Low is { } low ? words.IndexOf(low) + 1 : 0,
            standing.High is { } high ? words.IndexOf(high) + 1 : 0,
            findings.Count(f => f.Level >= Need.LawLevel),
            findings.Count(f => f.Response?.Choice == Choice.NotSure),
            findings.Count(f => f.Level is not null || f.Response?.Choice == Choice.NotSure));
    }

    private static string InWords(Catalogue catalogue, AreaStanding standing) =>
        standing.Low is null ? catalogue.Wording.NoAnswers : standing.IsRange ? $"{standing.Low} to {standing.High}" : standing.Low;

    private static ResultPlanRow Row(Catalogue catalogue, Profile profile, PlannedStep step, DateOnly today)
    {
        var item = catalogue.Find(step.ItemId, profile)!;
        var (by, state) = step.Status == StepStatus.Done
            ? ($"Done on {Day(step.DoneOn!.Value)}", "Done")
            : (Day(step.By), PlanWording.State(step, today).TrimStart(';', ' ') is { Length: > 0 } said ? char.ToUpperInvariant(said[0]) + said[1..] : "To do");
        return new ResultPlanRow(item.Name + PlanWording.Why(step.Kind), PlanWording.FirstStep(step, item), catalogue.Plan.OwnerOf(item.Id), by, state, Help(item.HelpLink));
    }

    private static ResultThenAndNow ThenAndNow(Catalogue catalogue, BeforeAndAfter both) => new(
        UkTime.DayOf(both.Then),
        [.. both.Areas.Select(a => new ResultPair(catalogue.Wording.Areas[a.Now.Area], InWords(catalogue, a.Then), InWords(catalogue, a.Now)))],
        [.. both.Items.Select(i => new ResultPair(i.Item.Name, catalogue.Wording.Choices[i.Then], catalogue.Wording.Choices[i.Now]))],
        [.. both.NotAskedAgain.Select(i => i.Name)]);

    private static IEnumerable<ResultSection> Sections(Catalogue catalogue, Readiness readiness)
    {
        ResultItem Item(Finding f, string why) => new(f.Item.Name, Answer(catalogue, f), why);
        yield return new("A few things first", "", [.. readiness.ThingsFirst.Select(f => Item(f, f.IsLaw ? "The law asks for this. " + f.Item.FirstAction : f.Item.FirstAction))]);
        yield return new("To find out", "Ask in your committee. Until then nobody can say how you stand here.", [.. readiness.FindOut.Select(f => Item(f, f.Item.Question))]);
        yield return new("What the law asks of a group like yours", "", [.. readiness.Law.Where(f => f.Response?.Choice != Choice.DoesNotApply).SelectMany(f => f.LawNotes.Select(n => new ResultItem(f.Item.Name, Answer(catalogue, f), $"{n.Text} ({n.Source}, checked {Day(n.CheckedOn)}{(n.EnforcedBy is null ? "" : "; " + n.EnforcedBy)})")))]);
        yield return new("Enough for the money you want", "What you can show a funder.", [.. readiness.Findings.Where(f => f is { Decides: true, Standing: Standing.Met }).Select(f => Item(f, f.Item.Evidence))]);
        yield return new("Needed before you sign", "", [.. readiness.BeforeSigning.Select(f => Item(f, f.Item.FirstAction))]);
        yield return new("You would gain marks here", "Nobody is turned down for want of these.", [.. readiness.GainMarks.Select(f => Item(f, f.Item.FirstAction))]);
        yield return new("At your size you do not need", "", [.. readiness.NotNeeded.Select(n => new ResultItem(catalogue.Items.First(i => i.Notes.Contains(n)).Name, "", $"{n.Text} ({n.Source})"))]);
    }

    private static string Answer(Catalogue catalogue, Finding finding) =>
        finding.Response is { } response ? catalogue.Wording.Choices[response.Choice] : finding.Level is { } level ? catalogue.Wording.Choices[(Choice)level] : "Not asked yet";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
