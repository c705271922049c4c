using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Ends a check: the result in words, three next steps, and how to keep it.</summary>
public sealed class CheckResult(Catalogue catalogue, CheckLinks links)
{
    private const int MostListed = 4;

    public void Say(Turn turn, KeptCheck check, string? note = null)
    {
        var readiness = JudgeReadiness.Of(catalogue, check.Assessment);
        // What was asked before is not spoken of any more, so that "why?" means the result.
        turn.State = turn.State with { Questions = null };
        var left = readiness.NotAsked.Count;
        var text = new StringBuilder();
        if (note is not null) text.Append(note).Append("\n\n");
        text.Append("**").Append(readiness.Headline).Append("**\n\n");
        if (BeforeAndAfter.Of(catalogue, check.Assessment) is { } both) text.Append(PlanWording.Since(both)).Append("\n\n");
        List(text, readiness.ThingsFirst.Any(f => f.IsLaw) ? "Missing, what the law asks for first:" : "Missing, smallest first:", readiness.ThingsFirst.Select(f => f.IsLaw ? $"{f.Item.Name} (the law asks for this)" : f.Item.Name));
        List(text, "To find out:", readiness.FindOut.Select(f => f.Item.Name));
        if (readiness.IsFineAsItIs) text.Append(HealthCheckWording.FineAsYouAre).Append("\n\n");
        foreach (var warning in readiness.Warnings) text.Append(warning.Text).Append("\n\n");

        if (readiness.NextSteps.Count > 0) text.Append(readiness.IsFineAsItIs ? "**In a year**\n\n" : "**Your next steps**\n\n");
        for (var i = 0; i < readiness.NextSteps.Count; i++)
        {
            var step = readiness.NextSteps[i];
            text.Append(FormattableString.Invariant($"{i + 1}. {step.Text} Help: [{step.Help.Name}]({step.Help.Url}).\n"));
        }
        if (links.To(turn, check.Assessment.Id) is { } pages) text.Append("\n[Open your result and plan as a page to print](").Append(pages.Result).Append("), and [everything to print and take away](").Append(pages.PrintOuts).Append(").\n");
        text.Append("\nThese are your own answers. Nobody has checked them, and nobody sees them unless you show them.");

        turn.Say(new Reply(text.ToString())
        {
            Buttons =
            [
                .. left > 0 ? [new Button(HealthCheckWording.GoFurther(left), new GoFurther(check.Assessment.Id))] : Array.Empty<Button>(),
                .. check.Plan?.Open.Any() == true ? [new Button("Show our plan", new ShowPlan(check.Assessment.Id))] : Array.Empty<Button>(),
                .. check.Code is null ? [new Button("Give me a code to come back", new GiveResumeCode(check.Assessment.Id))] : Array.Empty<Button>(),
                new("What else can we do?", new ShowMoreSteps(check.Assessment.Id)),
                new("Finish and clear this device", new FinishAndClear()),
            ],
            Prompts = [.. readiness.ThingsFirst.Count > 0 ? (string[])["Why?", "What happens if we don't?"] : [], "Go back"],
        });
    }

    /// <summary>Everything that can follow a result, so that the result itself offers only what most groups want.</summary>
    public void SayMore(Turn turn, KeptCheck check)
    {
        var readiness = JudgeReadiness.Of(catalogue, check.Assessment);
        var id = check.Assessment.Id;
        turn.Say(new Reply(HealthCheckWording.WhatElse)
        {
            Buttons =
            [
                .. readiness.NotAsked.Count > 0 ? [] : Areas(check.Assessment),
                .. readiness.YearEndMatters && check.Assessment.Profile.YearEnd is null ? [new Button("Tell us when your year ends", new AskYearEnd(id))] : Array.Empty<Button>(),
                .. IsForTenders(readiness.Funding) ? [new Button("Before you tender: three questions", new TakeTenderTest([]))] : Array.Empty<Button>(),
                new("Fill in a bid pack", new FillIn(Form.BidPack)),
                new("Work out what our work costs", new FillIn(Form.FullCost)),
                new("Share with an adviser or a council", new ShareCheck(id)),
                new("Let commissioners find us", new BeListed(id)),
                .. check.Code is null ? Array.Empty<Button>() : [new Button("Someone left? Replace the code", new GiveResumeCode(id, Replace: true))],
                .. check.Plan is null ? Array.Empty<Button>() : [new Button("Do the check again", new CheckAgain(id))],
            ],
        });
    }

    private static bool IsForTenders(FundingWanted? funding) => funding is FundingWanted.SmallContract or FundingWanted.AdvertisedContract or FundingWanted.Partner;

    // What decides has been asked; the rest is offered, never as something missing.
    private IEnumerable<Button> Areas(Assessment assessment) =>
        from area in Enum.GetValues<Area>()
        let left = ChooseNextQuestion.Left(catalogue, assessment, area)
        where left > 0
        select new Button(HealthCheckWording.AreaLeft(catalogue.Wording.Areas[area], left), new AskArea(assessment.Id, area.ToString()));

    private static void List(StringBuilder text, string heading, IEnumerable<string> names)
    {
        var all = names.ToList();
        if (all.Count == 0) return;
        text.Append(heading).Append(' ').AppendJoin("; ", all.Take(MostListed));
        if (all.Count > MostListed) text.Append(FormattableString.Invariant($"; and {all.Count - MostListed} more on your page"));
        text.Append(".\n\n");
    }
}
