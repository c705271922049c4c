using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>What a sentence would ask of providers.</summary>
/// <param name="Asked">Whole requirements, in the order of the text.</param>
/// <param name="HowMuch">Kinds that it names without saying how much, or which.</param>
/// <param name="Sum">A sum that belongs to nothing named: "what about £50,000?"</param>
/// <param name="Rest">The text without them: of which providers.</param>
internal sealed record RequirementReading(IReadOnlyList<Requirement> Asked, IReadOnlyList<RequirementKind> HowMuch, decimal? Sum, string Rest)
{
    public bool Any => Asked.Count + HowMuch.Count > 0;
}

/// <summary>Reads requirements as officers put them: "three years of accounts and £5m public liability".</summary>
internal static partial class ReadRequirements
{
    // A sum further away than this belongs to something else.
    private const int Farthest = 40;

    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["a"] = 1, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
    };

    private sealed record Span(int Start, int End);

    private sealed record Sum(int Start, int End, decimal Pounds);

    public static RequirementReading Run(string text)
    {
        var sums = Sums(text).ToList();
        List<(int Start, Requirement Requirement)> found = [];
        List<RequirementKind> howMuch = [];
        List<Span> spans = [.. sums.Select(s => new Span(s.Start, s.End))];

        var named = Turnover().Matches(text).Select(m => (Match: m, Kind: RequirementKind.Turnover, Name: (string?)null))
            .Concat(Insurance().Matches(text).Select(m => (Match: m, Kind: RequirementKind.Insurance, Name: InsuranceName(m.Value)))).ToList();
        foreach (var (match, kind, name) in named)
        {
            spans.Add(new Span(match.Index, match.Index + match.Length));
            var sum = sums.Where(s => Gap(s, match) <= Farthest && named.TrueForAll(o => Gap(s, match) <= Gap(s, o.Match))).MinBy(s => Gap(s, match));
            if (sum is not null || kind == RequirementKind.Insurance) found.Add((match.Index, new Requirement(kind, sum?.Pounds, name)));
            else howMuch.Add(kind);
        }
        foreach (Match match in Years().Matches(text))
        {
            spans.Add(new Span(match.Index, match.Index + match.Length));
            found.Add((match.Index, new Requirement(RequirementKind.Years, Number(match.Groups["n"].Value))));
        }
        if (Audited().Match(text) is { Success: true } audited)
        {
            spans.Add(new Span(audited.Index, audited.Index + audited.Length));
            found.Add((audited.Index, new Requirement(RequirementKind.AuditedAccounts)));
        }
        else if (Accounts().IsMatch(text) && !found.Exists(f => f.Requirement.Kind == RequirementKind.Years)) howMuch.Add(RequirementKind.Years);
        foreach (Match match in Mark().Matches(text))
        {
            spans.Add(new Span(match.Index, match.Index + match.Length));
            found.Add((match.Index, new Requirement(RequirementKind.QualityMark, Named: MarkName(match.Value))));
        }
        foreach (Match match in Policy().Matches(text))
        {
            spans.Add(new Span(match.Index, match.Index + match.Length));
            if (match.Groups["p"].Value is { Length: > 0 } policy) found.Add((match.Index, new Requirement(RequirementKind.Policy, Named: policy.ToLowerInvariant())));
            else howMuch.Add(RequirementKind.Policy);
        }
        var used = sums.Where(s => found.Exists(f => f.Requirement.Least == s.Pounds)).ToList();
        return new RequirementReading(
            [.. found.OrderBy(f => f.Start).Select(f => f.Requirement).Distinct()], [.. howMuch.Distinct()], sums.Except(used).Select(s => (decimal?)s.Pounds).FirstOrDefault(), Glue().Replace(Without(text, spans), " "));
    }

    private static IEnumerable<Sum> Sums(string text)
    {
        var end = 0;
        foreach (var found in Recognise.In(text, AnyDay))
        {
            decimal? pounds = found.Value switch
            {
                Money money => money.Amount,
                NumberRange { Unit: { } unit } range => (range.Least ?? range.Most) * unit.Worth,
                _ => null,
            };
            if (pounds is null || found.Start < end) continue;
            end = found.End;
            yield return new Sum(found.Start, found.End, pounds.Value);
        }
    }

    private static int Gap(Sum sum, Match match) => Math.Max(0, Math.Max(match.Index - sum.End, sum.Start - match.Index - match.Length));

    private static string Without(string text, List<Span> spans)
    {
        var rest = text.ToCharArray();
        foreach (var span in spans) rest.AsSpan(span.Start, span.End - span.Start).Fill(' ');
        return new string(rest);
    }

    private static decimal Number(string text) => Numbers.TryGetValue(text, out var number) ? number : decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string? InsuranceName(string typed) =>
        typed.StartsWith("public", StringComparison.OrdinalIgnoreCase) ? "public liability"
        : typed.StartsWith("employer", StringComparison.OrdinalIgnoreCase) ? "employers' liability"
        : typed.Contains("indemnity", StringComparison.OrdinalIgnoreCase) ? "professional indemnity" : null;

    // Null for any mark.
    private static string? MarkName(string typed) => AnyMark().IsMatch(typed) ? null
        : typed.Length <= 6 || typed.StartsWith("iso", StringComparison.OrdinalIgnoreCase) ? typed.ToUpperInvariant() : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(typed.ToLowerInvariant()).Replace(" In ", " in ", StringComparison.Ordinal);

    [GeneratedRegex(@"\b(?:(?:annual|yearly|minimum)\s+)*(?:turnover|income|takings)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Turnover();

    [GeneratedRegex(@"\b(?:public liability|employer'?s?'?’?s? liability|professional indemnity|indemnity)(?:\s+(?:insurance|cover))?\b|\b(?:insurance|insured)\b(?!\s+(?:advice|claims))", RegexOptions.IgnoreCase)]
    private static partial Regex Insurance();

    [GeneratedRegex(@"\b(?<n>\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten)[\s-]+years?(?:['’]s?|s['’])?\s+(?:(?:of|worth of|in|for)\s+)?(?:(?!audited)\w+\s+){0,2}?(?:audited\s+)?(?:accounts|trading|track record|history|operation|existence|old|registered|registration)\b|\b(?:registered|trading|been going|running)\s+(?:for\s+)?(?:at least\s+)?(?<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\s+years?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Years();

    [GeneratedRegex(@"\baudited\s+(?:\w+\s+){0,2}?accounts\b|\baccounts\s+(?:\w+\s+){0,2}?audited\b", RegexOptions.IgnoreCase)]
    private static partial Regex Audited();

    [GeneratedRegex(@"\baccounts\b", RegexOptions.IgnoreCase)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"\b(?:pqasso|trusted charity|iso\s?\d{4,5}|cyber essentials(?: plus)?|investors in people|investing in volunteers|advice quality standard|aqs|lexcel|matrix standard|(?:a\s+)?(?:quality mark|kitemark|quality standard|accreditation))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"quality mark|kitemark|quality standard|accreditation", RegexOptions.IgnoreCase)]
    private static partial Regex AnyMark();

    [GeneratedRegex(@"\b(?<p>safeguarding|child protection|equalit(?:y|ies)|diversity|equal opportunities|health and safety|data protection|complaints|environmental|volunteer(?:ing)?|conflicts? of interest|reserves|risk(?: management)?|whistle-?blowing|recruitment|financial controls?)\s+polic(?:y|ies)\b|\b(?:a|some|written)\s+polic(?:y|ies)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Policy();

    // Words that only hold the question together.
    [GeneratedRegex(@"\b(?:who|whom|how many|would|lose[sd]?|leav(?:e|es|ing)|left|exclud(?:e|es|ed|ing)|rul(?:e|es|ed|ing)|shut(?:s|ting)?|ask(?:s|ed|ing)?|requir(?:e|es|ed|ing)|requirements?|minimum|specifications?|spec|at least|least|demand(?:s|ed)?|insist(?:s|ed)? on|conditions?|criteri(?:a|on)|level|cover(?= of|$)|disqualif\w+|bar(?:s|red)?|suppose|instead|accounts|without|drop|forget)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Glue();
}
