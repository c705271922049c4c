using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers.Filters;

internal readonly record struct FundingRead(ProviderFilter Filter, int Start, int Length);

/// <summary>Reads who has given money: "who has had money from Lloyds since 2013", "not funded by the council", "already funded for the same".</summary>
internal static partial class ReadFunding
{
    private const int LongestName = 8;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IEnumerable<FundingRead> In(string text, Func<string, bool> isFunder)
    {
        var end = 0;
        foreach (Match lead in Lead().Matches(text))
        {
            if (lead.Index < end) continue;
            // "Money from the council" may be what somebody wants.
            var isPast = lead.Groups["not"].Success || lead.Groups["had"].Success || lead.Groups["by"].Success || lead.Groups["any"].Success;
            if (!isPast || Read(text, lead, isFunder) is not { } read) continue;
            end = read.Start + read.Length;
            yield return read;
        }
        foreach (Match match in Compound().Matches(text))
        {
            var who = match.Groups["who"].Value;
            var isCouncil = who.Equals("council", StringComparison.OrdinalIgnoreCase);
            if (match.Index >= end && (isCouncil || isFunder(who))) yield return new FundingRead(Filter(isCouncil ? "council" : who, match), match.Index, match.Length);
        }
    }

    private static FundingRead? Read(string text, Match lead, Func<string, bool> isFunder)
    {
        var at = lead.Index + lead.Length;
        string? funder = "";
        if (!lead.Groups["any"].Success)
        {
            (funder, at) = Funder(text, at, isFunder);
            if (funder is null) return null;
        }
        var filter = Filter(funder, lead);
        for (var more = true; more;)
        {
            more = false;
            if (When().Match(text, at) is { Success: true } when)
            {
                (filter, at, more) = (Between(filter, when), when.Index + when.Length, true);
            }
            if (Same().Match(text, at) is { Success: true } same)
            {
                (filter, at, more) = (filter with { ForTheSame = true }, same.Index + same.Length, true);
            }
        }
        return new FundingRead(filter, lead.Index, at - lead.Index);
    }

    private static ProviderFilter Filter(string funder, Match match) => new(FilterKind.FundedBy, funder) { Not = match.Groups["not"].Success };

    // The longest run of words that stands in a funder's name; of a funder that the data does not know, the words up to the next small word.
    private static (string? Funder, int End) Funder(string text, int start, Func<string, bool> isFunder)
    {
        if (Council().Match(text, start) is { Success: true } council) return ("council", council.Index + council.Length);
        var words = Word().Matches(text[start..]).Take(LongestName).ToList();
        if (words.Count > 1 && words[0].Value.ToLowerInvariant() is "the" or "our") words.RemoveAt(0);
        for (var n = words.Count; n > 0; n--)
        {
            var name = text[(start + words[0].Index)..(start + words[n - 1].Index + words[n - 1].Length)];
            if (!Words.IsStop(words[n - 1].Value.ToLowerInvariant()) && isFunder(name)) return (name, start + words[n - 1].Index + words[n - 1].Length);
        }
        var length = words.TakeWhile(w => !EndsName().IsMatch(w.Value)).Count();
        if (length == 0 || text[(start + words[0].Index)..].StartsWith("a ", StringComparison.OrdinalIgnoreCase)) return (null, start);
        var last = words[length - 1];
        return (text[(start + words[0].Index)..(start + last.Index + last.Length)], start + last.Index + last.Length);
    }

    private static ProviderFilter Between(ProviderFilter filter, Match when)
    {
        var year = int.Parse(when.Groups["year"].Value, CultureInfo.InvariantCulture);
        var month = when.Groups["month"].Success ? DateTime.ParseExact(when.Groups["month"].Value, "MMMM", CultureInfo.InvariantCulture).Month : 0;
        var first = new DateOnly(year, Math.Max(1, month), 1);
        var last = month > 0 ? first.AddMonths(1).AddDays(-1) : new DateOnly(year, 12, 31);
        return when.Groups["how"].Value.ToLowerInvariant() switch
        {
            "since" or "from" => filter with { From = first },
            "after" => filter with { From = last.AddDays(1) },
            "before" => filter with { Until = first.AddDays(-1) },
            "until" or "to" => filter with { Until = last },
            _ => filter with { From = first, Until = when.Groups["to"].Success ? new DateOnly(Math.Max(year, int.Parse(when.Groups["to"].Value, CultureInfo.InvariantCulture)), 12, 31) : last },
        };
    }

    [GeneratedRegex(@"\b(?:(?:(?<not>not|never|no|nothing|isn'?t|aren'?t|wasn'?t|hasn'?t|haven'?t|didn'?t|without)|(?<had>have|has|had|got|received|with)|who|that|which|getting|is|are|was|were|already|ever|yet|been|being|currently|previously|given|any|some|an?|the)\s+)*(?:(?:money|funding|funds|grants?|awards?)\s+from\s+|(?<by>(?:grant[\s-])?(?:funded|backed)\s+by\s+)|(?<any>(?<=already\s|being\s)funded(?!\s+by)))", Options)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?<not>not\s+|non[\s-])?(?<who>\w{3,})[\s-]funded\b", Options)]
    private static partial Regex Compound();

    [GeneratedRegex(@"\G\s*(?:the\s+|our\s+|this\s+|a\s+|their\s+|any\s+)?(?:(?:local\s+|own\s+)?council(?!\s+(?:of|for)\s+vol)|local\s+authorit(?:y|ies)|us)\b", Options)]
    private static partial Regex Council();

    [GeneratedRegex(@"\G[\s,]*\b(?<how>since|from|after|before|until|in|during|between)\s+(?:(?<month>january|february|march|april|may|june|july|august|september|october|november|december)\s+)?(?<year>(?:19|20)\d\d)\b(?:\s*(?:and|to|-)\s*(?<to>(?:19|20)\d\d)\b)?", Options)]
    private static partial Regex When();

    [GeneratedRegex(@"\G[\s,]*\bfor\s+(?:doing\s+)?the\s+same(?:\s+(?:things?|works?|services?|purposes?|projects?|needs?|activit(?:y|ies)|already))*\b", Options)]
    private static partial Regex Same();

    [GeneratedRegex(@"[^\s,.;:?!()""]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(?:since|after|before|until|in|for|and|but|or|who|with|doing|near|that|to|on|already|please)$", Options)]
    private static partial Regex EndsName();
}
