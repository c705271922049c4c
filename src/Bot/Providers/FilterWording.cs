using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Bot.Providers;

/// <summary>How filters are said: how many state what was asked, how many do not say, and what each provider states. Not stated never reads as no.</summary>
internal static class FilterWording
{
    private const string RegisterOfCharities = "https://register-of-charities.charitycommission.gov.uk/";

    private const string SharedNarrowsNothing =
        "You asked for groups by what they shared of their health check. I neither leave out nor order anybody by that: a list like this may be used to invite bids, and below the thresholds a council may not limit who puts in a bid by a test of their suitability ([Procurement Act 2023, section 85](https://www.legislation.gov.uk/ukpga/2023/54/section/85)). It may look at that within each bid. What a group chose to show you opens with its viewing code.";

    private const string AwardsArePast = "Awards are past ones, as far as this data has them. No award here is no proof that there was none: ask the group and the funder before you fund the same thing.";

    /// <summary>What to know about the filters before reading the list.</summary>
    public static void AppendNotes(StringBuilder text, Understood understood)
    {
        if (understood.SizeSource is var (name, url)) text.Append("What the sizes mean: [").Append(Markdown.Plain(name)).Append("](").Append(url).Append(").\n\n");
        if (understood.AskedForShared) text.Append(SharedNarrowsNothing).Append("\n\n");
        if (understood.AskedForFunding) text.Append(AwardsArePast).Append("\n\n");
    }

    /// <summary>How many state it, do not say and differ; nothing if no filter was asked for.</summary>
    public static void AppendCounts(StringBuilder text, ProviderResult result)
    {
        if (result.Counts.Count == 0 || result.Total + result.NearMisses == 0) return;
        var silent = result.Total - result.StateAll;
        text.Append(result.StateAll == 0 ? "**None says all that you asked.**" : $"**{Number(result.StateAll)} {(result.StateAll == 1 ? "says" : "say")} all that you asked.**");
        if (silent > 0) text.Append(CultureInfo.InvariantCulture, $" For {Number(silent)} something is not stated, which never means no{(result.StateAll == 0 ? "" : silent == 1 ? ": it comes next" : ": they come next")}.");
        if (result.NearMisses > 0) text.Append(CultureInfo.InvariantCulture, $" {Number(result.NearMisses)} {(result.NearMisses == 1 ? "says" : "say")} otherwise and {(result.NearMisses == 1 ? "comes" : "come")} last, as {(result.NearMisses == 1 ? "a near miss" : "near misses")}.");
        text.Append("\n\n");
        foreach (var count in result.Counts)
        {
            var most = count.NotStated * 2 > count.Stated + count.NotStated + count.Differs ? ". **Most do not say**" : "";
            text.Append("- ").Append(Markdown.Plain(count.Label)).Append(CultureInfo.InvariantCulture, $": {Number(count.Stated)} {(count.Stated == 1 ? "states" : "state")} it, {Number(count.NotStated)} {(count.NotStated == 1 ? "does" : "do")} not say, {Number(count.Differs)} {(count.Differs == 1 ? "says" : "say")} otherwise").Append(most).Append('\n');
        }
        text.Append('\n');
    }

    /// <summary>What stands behind the name of a provider that does not state all that was asked.</summary>
    public static string Label(ProviderMatch match) => match.Standing switch
    {
        FilterStanding.NotStated => ", not all of it stated",
        FilterStanding.Differs => ", near miss",
        _ => "",
    };

    public static void AppendFindings(StringBuilder text, ProviderMatch match)
    {
        foreach (var finding in match.Filters)
        {
            text.Append("- ");
            var says = finding.Says is null ? null : Markdown.Plain(finding.Says) + Said(finding);
            text.Append(finding.Standing switch
            {
                FilterStanding.Stated => $"{Markdown.Plain(finding.Label)}: {says}",
                FilterStanding.Differs => $"Differs: {says}; you asked for {Markdown.Plain(finding.Label)}",
                _ => $"Not stated: {Markdown.Plain(finding.Label)}" + (says is null ? "" : $" ({says})"),
            });
            text.Append('\n');
        }
        if (match.Awards is { } awards && !match.Filters.Any(f => f.Says?.Contains(awards, StringComparison.Ordinal) == true)) text.Append("- Money it had, as far as this data has it: ").Append(Markdown.Plain(awards)).Append('\n');
    }

    /// <summary>What else is known, with the data set that says it; and when its list last had it.</summary>
    public static void AppendFacts(StringBuilder text, ProviderMatch match)
    {
        foreach (var source in match.Facts.Where(f => !IsSaidAlready(f, match)).GroupBy(f => f.Source))
        {
            text.Append("- Also known: ").AppendJoin("; ", source.Select(Fact)).Append(" (").Append(Markdown.Plain(source.Key)).Append(")\n");
        }
        if (match.LastSeen is { } seen) text.Append("- Last seen in this data on ").Append(Day(seen)).Append('\n');
    }

    private static bool IsSaidAlready(StatedFact fact, ProviderMatch match) =>
        fact.What is "income" or "legal form" && match.Filters.Any(f => f.Says?.StartsWith(fact.What, StringComparison.Ordinal) == true);

    private static string Fact(StatedFact fact) =>
        fact.What == "register" ? fact.Text.StartsWith(RegisterOfCharities, StringComparison.Ordinal) ? $"[its page on the register]({fact.Text})" : Markdown.Plain(fact.Text)
        : Markdown.Plain(fact.What.Contains(' ') && fact.What is not "legal form" and not "registered since" and not "led by" ? $"{fact.What}: {fact.Text}" : $"{fact.What} {fact.Text}");

    private static string Said(FilterFinding finding) => (finding.Source, finding.Date) switch
    {
        ({ } source, { } date) => $" ({Markdown.Plain(source)}, {Day(date)})",
        ({ } source, null) => $" ({Markdown.Plain(source)}, date not stated)",
        _ => "",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
