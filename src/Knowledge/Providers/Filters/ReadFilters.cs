using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>What a question asks besides service, people and place.</summary>
/// <param name="Rest">The question with blanks where that stood, so that it is not taken for words to look for.</param>
/// <param name="NotInData">Sums of money that are no income, and what else no data holds.</param>
/// <param name="AsksForShared">Whether it asks for those that shared their health check, which never narrows a search.</param>
/// <param name="All">Whether it asks for everything and not the best few.</param>
internal sealed record FiltersRead(IReadOnlyList<ProviderFilter> Filters, string Rest, IReadOnlyList<string> NotInData, bool AsksForShared, bool All);

/// <summary>Reads filters from plain words: "small charities", "under £100k", "CICs", "with safeguarding in place", "women-led", "who has had money from Lloyds".</summary>
internal sealed partial class ReadFilters
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Negated = @"(?<not>(?:not(?:\s+(?:an?|the|too|so|very|just))?|no|non|excluding|except|other\s+than|rather\s+than)[\s-]+)?";

    // Only sums are read with it, and they hang on no day.
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    private static readonly Regex Sizes = new(
        $@"\b{Negated}(?<what>{FilterWords.Authored.Pattern(FilterKind.Size)})(?:[\s-]+sized?)?\b(?!\s+(?:business|grant|child|kid|animal|pet|heath|famil|amount|scale|print|lottery|step))"
        + @"(?=\s*$|\s*[,.;?!]|\s+(?:only|ones?|please|in|near|around|across|with|who|that|doing|and|or|to|for|but|by)\b|\s+(?:\w+[\s-]+){0,3}(?:charit\w+|groups?|organi[sz]ations?|orgs?|providers?|vcses?|clubs?|societ\w+|compan\w+|ci[co]s?|enterprises?|associations?|trusts?|teams?)\b)", Options);

    private static readonly Regex Forms = new($@"\b{Negated}(?<what>{FilterWords.Authored.Pattern(FilterKind.LegalForm)})\b", Options);

    private static readonly Regex Marks = new(
        $@"\b(?:(?:with|has|have|having|holds?|holding|got)\s+(?:(?:an?|the|any|some)\s+)?)?{Negated}(?<what>{FilterWords.Authored.Pattern(FilterKind.QualityMark)})\b(?!\s+(?:training|courses?|qualifications?|learning))(?:\s+(?:quality\s+mark|mark|kitemark|standard|accreditation|accredited|certified|certificate|certification|providers?\b(?=\s*$)|level\s+\d))*", Options);

    private static readonly Regex Leaders = new(
        $@"\b(?<what>{Who})[\s-]+led\b|\b(?:(?:is|are|be)\s+)?(?:led|run|controlled|owned|governed)\s+by\s+(?<what>{Who})\b|\b(?<keep>(?:(?:led|run|controlled)\s+)?by\s+and\s+)for\s+(?<what>{Who})\b", Options);

    private static readonly Regex Policies = new(
        @"(?<!\b(?:help|support|advice|advise|assist\w*|deals?|dealing)\s)"
        + $@"\b(?:with|has|have|having|got|holds?)\s+(?:(?:an?|the|their|its|good|proper|written|any|some)\s+)*(?:{List}(?:\s+(?:polic(?:y|ies)|procedures?|arrangements?)(?:\s+in\s+place)?|\s+in\s+place)|safe\s?g[au][ua]rding\b(?<alone>)(?!\s+(?:concern|issue|need|training|problem|advice|risk)))"
        + $@"|\b{List}\s+(?:(?:polic(?:y|ies)|procedures?)(?:\s+in\s+place)?|in\s+place)\b", Options);

    private readonly List<ProviderFilter> filters = [];
    private readonly List<string> others = [];
    private string rest;

    private ReadFilters(string text) => rest = text;

    private static string Who => FilterWords.Authored.Pattern(FilterKind.LedBy);

    private static string List => $@"(?<what>{FilterWords.Authored.Pattern(FilterKind.Policy)})(?:\s*(?:,|and|&|or)\s*(?<what>{FilterWords.Authored.Pattern(FilterKind.Policy)}))*";

    /// <param name="text">What was typed.</param>
    /// <param name="isFunder">Whether words stand in the name of somebody who has given money, as the data knows.</param>
    public static FiltersRead Run(string text, Func<string, bool> isFunder)
    {
        var reading = new ReadFilters(text);
        var shared = reading.Take(Shared());
        var all = reading.Take(Everything());
        if (reading.Take(Waiting())) reading.others.Add("who waits for a grant");
        foreach (var funding in ReadFunding.In(reading.rest, isFunder))
        {
            reading.filters.Add(funding.Filter);
            reading.Blank(funding.Start, funding.Length);
        }
        reading.Incomes();
        reading.TakeSizes();
        reading.Each(Policies, FilterKind.Policy);
        reading.Each(Marks, FilterKind.QualityMark);
        reading.Each(Forms, FilterKind.LegalForm);
        reading.Each(Leaders, FilterKind.LedBy);
        return new FiltersRead([.. reading.filters.Distinct()], reading.rest, reading.others, shared, all);
    }

    /// <summary>The pounds a list's band of income stands for: "£10k to £100k", "under £10k", "45000"; null if that is not said.</summary>
    public static (decimal? Least, decimal? Most)? Band(string text)
    {
        var found = Recognise.In(text, AnyDay);
        if (found.Select(r => r.Value).OfType<NumberRange>().FirstOrDefault() is { } range) return (range.Least * (range.Unit?.Worth ?? 1), range.Most * (range.Unit?.Worth ?? 1));
        if (found.Select(r => r.Value).OfType<Money>().FirstOrDefault() is { } money) return (money.Amount, money.Amount);
        return found.Select(r => r.Value).OfType<Number>().FirstOrDefault() is { } number && found.Count == 1 ? (number.Value, number.Value) : null;
    }

    private void Incomes()
    {
        var end = 0;
        foreach (var said in Recognise.In(rest, AnyDay).Where(r => r.Value is Money or NumberRange))
        {
            if (said.Start < end) continue;
            var before = Before().Match(rest[..said.Start]);
            var behind = Behind().Match(rest[said.End..]);
            var isIncome = before.Groups["income"].Success || behind.Groups["income"].Success;
            if (said.Value is NumberRange { Unit: null } && !isIncome) continue;
            end = said.End;
            if (said.Value is not NumberRange { Unit: null or { Currency: '£' }, Per: PaidPer.NotSaid or PaidPer.Year } range || !isIncome && Price().IsMatch(rest[..said.Start]))
            {
                others.Add($"a sum of money ({said.Text})");
                continue;
            }
            var worth = range.Unit?.Worth ?? 1;
            filters.Add(new ProviderFilter(FilterKind.Size, "") { Least = range.Least * worth, Most = range.Most * worth, IncludesEnds = range.IncludesLeast || range.IncludesMost });
            // What stands before is counted from the front, so that it is blanked with the sum.
            Blank(before.Index, said.End + behind.Length - before.Index);
        }
    }

    // "Small and medium" is one range.
    private void TakeSizes()
    {
        if (filters.Exists(f => f.Kind == FilterKind.Size)) return;
        var found = Found(Sizes, FilterKind.Size);
        if (found.Count == 0) return;
        var words = found.Select(f => f.Word).Distinct().ToList();
        filters.Add(words is [var one]
            ? new ProviderFilter(FilterKind.Size, one.Id) { Least = one.Least, Most = one.Most, Not = found[0].Not }
            : new ProviderFilter(FilterKind.Size, "") { Least = words.Exists(w => w.Least is null) ? null : words.Min(w => w.Least), Most = words.Exists(w => w.Most is null) ? null : words.Max(w => w.Most), Not = found[0].Not });
    }

    private void Each(Regex pattern, FilterKind kind)
    {
        var found = Found(pattern, kind);
        // "With a quality mark such as PQASSO" asks for the one that is named.
        var named = found.Where(f => kind != FilterKind.QualityMark || f.Word.Id != "any" || found.TrueForAll(o => o.Word.Id == "any"));
        filters.AddRange(named.Select(f => new ProviderFilter(kind, f.Word.Id) { Not = f.Not }));
    }

    private List<(FilterWord Word, bool Not)> Found(Regex pattern, FilterKind kind)
    {
        var found = new List<(FilterWord, bool)>();
        foreach (Match match in pattern.Matches(rest))
        {
            var phrases = match.Groups["what"].Captures.Select(c => c.Value).DefaultIfEmpty("safeguarding");
            found.AddRange(phrases.Select(p => FilterWords.Authored.Said(kind, p)).OfType<FilterWord>().Select(w => (w, match.Groups["not"].Success)));
            // "By and for women" also says who for.
            Blank(match.Index, match.Groups["keep"].Success ? match.Groups["keep"].Length : match.Length);
        }
        return found;
    }

    private bool Take(Regex pattern)
    {
        var found = false;
        foreach (Match match in pattern.Matches(rest))
        {
            found = true;
            Blank(match.Index, match.Length);
        }
        return found;
    }

    private void Blank(int start, int length) => rest = string.Concat(rest.AsSpan(0, start), new string(' ', length), rest.AsSpan(start + length));

    // What a group shows by a viewing code, and that it listed itself.
    [GeneratedRegex(@"\b(?:(?:who|that|which)\s+)?(?:(?:have|has|had|only|those)\s+)*(?:shared|ticked)\s+(?:(?:their|its|a|the|your|our)\s+)?(?:(?:health|readiness)\s+)?(?:check\w*|readiness|answers|results?)\b|\b(?:who|that|which)\s+(?:(?:have|has)\s+)?(?:passed|completed|finished|taken)\s+(?:(?:their|its|a|the|your)\s+)?(?:health\s+|readiness\s+)?check\w*\b|\b(?:tender|contract|bid|grant|procurement)[\s-]ready\b|\bready\s+(?:to\s+(?:bid|tender|contract)|for\s+(?:a\s+)?(?:contracts?|tenders?|grants?))\b|\bby\s+readiness\b|\bwhat\s+(?:the\s+|a\s+)?groups?\s+(?:chose\s+to\s+)?shared?\b|\bself[\s-]listed\b|\b(?:listed|list)\s+themselves\b", Options)]
    private static partial Regex Shared();

    [GeneratedRegex(@"\b(?:(?:not|just|only)\s+)*(?:(?:those|ones|who\s+are|that\s+are)\s+)*(?:on\s+)?(?:(?:the|a)\s+)?wait(?:ing)?\s+(?:list\s+)?for\s+(?:an?\s+|the\s+)?(?:grants?|funding|money)\b", Options)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\b(?:show\s+(?:me\s+)?)?all\s+of\s+them\b|\bnot\s+(?:just\s+|only\s+)?the\s+(?:top|first|best)\s+(?:few|three|five|ten|\d+)\b|\b(?:the\s+)?(?:whole|full|complete)\s+list\b", Options)]
    private static partial Regex Everything();

    [GeneratedRegex(@"(?:\b(?:with|whose|an?|the|yearly|annual|their|have|has)\s+)*(?<income>\b(?:income|turnover|budget|revenue)s?\b)(?:\s+(?:is|are|of|being|that\s+is))*[\s:]*$|$", Options)]
    private static partial Regex Before();

    [GeneratedRegex(@"^(?:\s+(?:a\s+year|per\s+year|per\s+annum|pa|yearly|annually|annual|in|of)\b)*(?<income>\s+(?:income|turnover)\b)?(?:\s+(?:a\s+year|per\s+year)\b)?", Options)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\b(?:for|costs?|costing|prices?|priced|worth|charges?|charging|value|contracts?|grants?|awards?|bids?)(?:\s+of)?\s*$", Options)]
    private static partial Regex Price();
}
