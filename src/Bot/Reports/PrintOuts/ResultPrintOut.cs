using System.Globalization;
using System.Text;

namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>A result with its plan, for a committee to read.</summary>
internal static class ResultPrintOut
{
    public static PrintOut Of(ResultView view, string? name)
    {
        var text = new StringBuilder(GroupPrintOuts.Heading("Our health check", name));
        text.Append(CultureInfo.InvariantCulture, $"**{view.Headline}** ({view.CheckedOn:d MMMM yyyy})\n\n");
        text.Append("## What to do next\n\n");
        for (var i = 0; i < view.NextSteps.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1}. **{view.NextSteps[i].Title}.** {view.NextSteps[i].FirstStep} {Links(view.NextSteps[i].Help)}\n");
        text.Append("\n## The four areas\n\n| Area | How it stands | In place | Not sure |\n|---|---|---|---|\n");
        foreach (var a in view.Areas) text.Append(CultureInfo.InvariantCulture, $"| {a.Name} | {a.Standing} | {a.InPlace} of {a.Answered} answered | {a.NotSure} |\n");
        if (view.ThenAndNow is { } both)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## Then and now\n\nWe did this check before, on {both.Then:d MMMM yyyy}.\n\n| What | Then | Now |\n|---|---|---|\n");
            foreach (var pair in both.Areas.Concat(both.Changed)) text.Append(CultureInfo.InvariantCulture, $"| {pair.Name} | {pair.Then} | {pair.Now} |\n");
        }
        if (view.Plan.Count > 0)
        {
            text.Append("\n## Our plan\n\n| What | First step | Who | By | How far |\n|---|---|---|---|---|\n");
            foreach (var row in view.Plan) text.Append(CultureInfo.InvariantCulture, $"| {row.Title} | {row.FirstStep} {Links([row.Help])} | {row.Who} | {row.By} | {row.State} |\n");
        }
        foreach (var section in view.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n");
            if (section.Intro.Length > 0) text.Append(section.Intro).Append("\n\n");
            foreach (var item in section.Items) text.Append(CultureInfo.InvariantCulture, $"- **{item.Name}**{(item.Response.Length > 0 ? $" ({item.Response})" : "")}: {item.Why}\n");
        }
        return new PrintOut("result", "Result and plan", text.Append(GroupPrintOuts.Footer(view.KeptUntil)).ToString());
    }

    private static string Links(IReadOnlyList<HelpLink> help) => string.Join(" ", help.Select(h => $"[{h.Name}]({h.Url})"));
}
