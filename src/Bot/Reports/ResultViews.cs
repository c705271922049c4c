using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.Reports;

/// <summary>Says an assessment as a page.</summary>
public static class ResultViews
{
    private const string OwnAnswers = "The group's own answers. Nobody has checked them.";

    public static ResultView Of(Catalogue catalogue, Assessment assessment, DateTimeOffset linkEnds)
    {
        var readiness = JudgeReadiness.Of(catalogue, assessment);
        return new ResultView(
            readiness.Headline,
            OwnAnswers,
            [.. readiness.NextSteps.Select(s => new ResultStep(s.Item.Name, s.Text, [new HelpLink(s.Help.Name, s.Help.Url.ToString())]))],
            [.. readiness.Areas.Select(a => Area(catalogue, readiness, a))],
            [.. Sections(catalogue, readiness).Where(s => s.Items.Count > 0)],
            DateOnly.FromDateTime(assessment.Changed.UtcDateTime),
            $"CommissioningBot health check {catalogue.Version}",
            DateOnly.FromDateTime(linkEnds.UtcDateTime));
    }

    private static ResultArea Area(Catalogue catalogue, Readiness readiness, AreaStanding standing)
    {
        var findings = readiness.Findings.Where(f => f.Item.Area == standing.Area).ToList();
        var words = standing.Low is null ? catalogue.Wording.NoAnswers : standing.IsRange ? $"{standing.Low} to {standing.High}" : standing.Low;
        return new ResultArea(
            catalogue.Wording.Areas[standing.Area],
            words,
            findings.Count(f => f.Level >= Need.LawLevel),
            findings.Count(f => f.Response?.Choice == Choice.NotSure),
            standing.Applying);
    }

    private static IEnumerable<ResultSection> Sections(Catalogue catalogue, Readiness readiness)
    {
        ResultItem Item(Finding f, string why) => new(f.Item.Name, Answer(catalogue, f), why);
        yield return new("A few things first", "", [.. readiness.ThingsFirst.Select(f => Item(f, f.IsLaw ? "The law asks for this. " + f.Item.FirstAction : f.Item.FirstAction))]);
        yield return new("To find out", "Ask in your committee. Until then nobody can say how you stand here.", [.. readiness.FindOut.Select(f => Item(f, f.Item.Question))]);
        yield return new("What the law asks of a group like yours", "", [.. readiness.Law.SelectMany(f => f.LawNotes.Select(n => new ResultItem(f.Item.Name, Answer(catalogue, f), $"{n.Text} ({n.Source}, checked {n.CheckedOn.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}{(n.EnforcedBy is null ? "" : "; " + n.EnforcedBy)})")))]);
        yield return new("In place", "What you can show a funder.", [.. readiness.Findings.Where(f => f is { Decides: true, Standing: Standing.Met }).Select(f => Item(f, f.Item.Evidence))]);
        yield return new("Needed before you sign", "", [.. readiness.BeforeSigning.Select(f => Item(f, f.Item.FirstAction))]);
        yield return new("You would gain marks here", "Nobody is turned down for want of these.", [.. readiness.GainMarks.Select(f => Item(f, f.Item.FirstAction))]);
        yield return new("At your size you do not need", "", [.. readiness.NotNeeded.Select(n => new ResultItem(catalogue.Items.First(i => i.Notes.Contains(n)).Name, "", $"{n.Text} ({n.Source})"))]);
    }

    private static string Answer(Catalogue catalogue, Finding finding) =>
        finding.Response is { } response ? catalogue.Wording.Choices[response.Choice] : finding.Level is { } level ? catalogue.Wording.Choices[(Choice)level] : "Not asked yet";
}
