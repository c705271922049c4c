using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Bot.Opportunities;

/// <summary>How opportunities are said. What buyers wrote is quoted as plain text.</summary>
public static partial class OpportunitiesWording
{
    private const int LongestTitle = 200;

    /// <param name="most">How many are listed at most.</param>
    public static string Result(OpportunityResult result, int most, HostSettings host)
    {
        var text = new StringBuilder();
        text.Append("**What I understood:** ").Append(result.Understood.Count == 0 ? "everything that is open" : Markdown.Plain(string.Join("; ", result.Understood))).Append("\n\n");
        text.Append(Count(result, most)).Append("\n\n");
        foreach (var match in result.Matches.Take(most)) Append(text, match);
        if (result.Past > 0) text.Append(string.Create(CultureInfo.InvariantCulture, $"{result.Past} more would match, but their deadline is past, or they were awarded or stopped.\n\n"));
        text.Append("A notice can change: read the notice itself before you start. Who is not listed here may still be looking for bids, because small contracts need not be advertised.\n");
        foreach (var source in result.Matches.Take(most).Select(m => $"{m.Opportunity.DataSet} (licence: {m.Opportunity.Licence})").Distinct()) text.Append("Data: ").Append(Markdown.Plain(source)).Append(".\n");
        if (result.Total == 0) text.Append("\nTo look further, ring ").Append(host.LocalSupport).Append('.');
        return text.ToString().TrimEnd();
    }

    private static string Count(OpportunityResult result, int most) => result.Total switch
    {
        0 => "I found nothing open in this data.",
        1 => "I found one.",
        _ when result.Total > most => string.Create(CultureInfo.InvariantCulture, $"I found {result.Total}. These {most} match best; of equal ones the first to close comes first."),
        _ => string.Create(CultureInfo.InvariantCulture, $"I found {result.Total}. The best matches come first; of equal ones the first to close."),
    };

    private static void Append(StringBuilder text, OpportunityMatch match)
    {
        var o = match.Opportunity;
        text.Append("**").Append(Markdown.Plain(Cut(o.Title))).Append("** (").Append(Markdown.Plain(o.Buyer ?? "buyer not stated")).Append(")\n");
        text.Append("- Closes: ").Append(o.Deadline is { } end ? UkClock.Say(end) + " (UK time)" : "not stated").Append('\n');
        text.Append("- Value: ").Append(Markdown.Plain(OpportunityTerms.Value(o.Value))).Append('\n');
        foreach (var warning in o.Warnings) text.Append("- Take care: ").Append(Markdown.Plain(warning)).Append('\n');
        if (match.Reasons.Count > 0) text.Append("- Why it is here: ").Append(Markdown.Plain(string.Join("; ", match.Reasons))).Append('\n');
        if (match.NotStated.Count > 0) text.Append("- Not stated: ").Append(Markdown.Plain(string.Join("; ", match.NotStated))).Append('\n');
        var law = new[] { OpportunityTerms.Law(o.Regime), o.LightTouch == true ? "light touch" : null, o.Procedure }.OfType<string>();
        text.Append("- Rules: ").Append(Markdown.Plain(string.Join(", ", law))).Append('\n');
        text.Append("- Where to bid: ").Append(Link(o.WhereToBid ?? "not stated; look at the notice")).Append('\n');
        if (o.NoticeUrl is { } url) text.Append("- Notice: ").Append(Link(url)).Append('\n');
        text.Append("- Its number: ").Append(Markdown.Plain(o.Ocid)).Append("\n\n");
    }

    // A whole address of plain signs is shown so that it can be followed; anything else of a notice's is text.
    private static string Link(string text) => Address().IsMatch(text) ? text : Markdown.Plain(text);

    private static string Cut(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle] + " ...";

    [GeneratedRegex(@"^https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/?=&%+,;:-]*)?$")]
    private static partial Regex Address();
}
