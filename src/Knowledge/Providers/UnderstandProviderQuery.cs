using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Turns what a commissioner types into a <see cref="ProviderQuery"/>: service, people, place, a name or a number, in any order and spelling.</summary>
public sealed partial class UnderstandProviderQuery(ProviderIndex index)
{
    private const int LongestText = 500;

    private static readonly char[] Edges = [' ', '"', '\'', '?', '.', '!', ','];

    private static readonly HashSet<string> MoreWords = new(
        "more,next,next page,show more,show me more,more please,any more,any others,what else,others,go on,more results".Split(','), StringComparer.Ordinal);

    /// <param name="text">What was typed.</param>
    /// <param name="previous">The query that it may go on from ("only in Wirral", "more"); null at the start.</param>
    public ProviderQuery Run(string text, ProviderQuery? previous = null)
    {
        var typed = text.Length > LongestText ? text[..LongestText] : text;
        var key = Places.Gazetteer.Key(typed);
        if (previous is not null && MoreWords.Contains(key)) return previous with { Text = typed, Page = previous.Page + 1, Corrections = [] };
        if (previous is not null && Nearby().IsMatch(key)) return previous with { Text = typed, Near = true, Page = 1, Corrections = [] };
        if (previous is not null && CorrectQuery.Run(key, previous, index.Gazetteer) is { } corrected) return corrected with { Text = typed, Page = 1, Corrections = [] };
        var read = Read(typed, key);
        return previous is null ? read : Refine(previous, read, key);
    }

    /// <summary>Whether it only takes back something of the query before: "drop the size".</summary>
    public bool TakesBack(string text, ProviderQuery previous) =>
        text.Length <= LongestText && CorrectQuery.Run(Places.Gazetteer.Key(text), previous, index.Gazetteer) is not null;

    /// <summary>What was typed without the filters in it: what is left decides whether it is a search at all.</summary>
    public string WithoutFilters(string text) => ReadFilters.Run(text.Length > LongestText ? text[..LongestText] : text, IsFunder).Rest;

    private ProviderQuery Read(string text, string key)
    {
        if (ReadNumber(text) is { } number) return new ProviderQuery { Text = text, Number = number };
        var filters = ReadFilters.Run(text, IsFunder);
        var reading = new QueryReading(filters.Rest, index);
        var notInData = TakeAll(reading, ServiceWords.Authored.NotInData);
        if (key.Contains(' ') && index.NameOf(key) is { } whole) return new ProviderQuery { Text = text, Name = whole };
        var sharedNames = TakeAll(reading, ServiceWords.Authored.Asked.SharedNames);
        var places = new PlaceReader(reading, index.Gazetteer, filters.Rest);
        places.Read();
        var (ids, which) = places.Result();
        var unknown = UnknownPlace(reading);
        var (services, people, putAs) = TakeIdeas(reading);
        var leftover = reading.Leftover.ToList();
        var query = new ProviderQuery
        {
            Text = text,
            Places = ids,
            WhichPlace = which,
            Near = places.Near,
            UnknownPlace = ids.Count + which.Count == 0 ? unknown : null,
            NotInData = [.. notInData, .. filters.NotInData],
            SharedNames = sharedNames,
            Corrections = reading.Corrections,
        };
        if (NameAskedFor(text) is { } name) return query with { Name = name };
        return query with
        {
            Services = services,
            WhoFor = people,
            PutAs = putAs,
            Words = [.. leftover.Select(i => reading.Mended[i].Text).Distinct()],
            PlaceWords = query.HasPlace ? [] : [.. leftover.Where(reading.PlaceComesAt).Select(i => reading.Mended[i].Text).Distinct()],
            Filters = filters.Filters,
            AsksForShared = filters.AsksForShared,
            All = filters.All,
        };
    }

    private bool IsFunder(string name) => index.Outlines.AwardSources.Any(source => Awards.Contains(source, name));

    private static List<string> TakeAll(QueryReading reading, PhraseFinder finder)
    {
        var found = finder.Find(reading.Mended, reading.IsFree);
        foreach (var phrase in found) reading.Take(phrase.Start, phrase.Length);
        return InOrder(found);
    }

    // Both look before either takes: "neets" says who for and that it is about work. A word inside a longer phrase of the other is part of that phrase.
    private static (List<string> Services, List<string> People, List<string> PutAs) TakeIdeas(QueryReading reading)
    {
        var asked = ServiceWords.Authored.Asked;
        var services = asked.Services.Find(reading.Mended, reading.IsFree);
        var people = asked.People.Find(reading.Mended, reading.IsFree);
        var clearServices = services.Where(s => !people.Exists(p => Covers(p, s))).ToList();
        var clearPeople = people.Where(p => !services.Exists(s => Covers(s, p))).ToList();
        var taken = services.Concat(people).ToList();
        var putAs = taken.SelectMany(f => Enumerable.Range(f.Start, f.Length)).Distinct().Select(i => reading.Mended[i]).Where(w => !w.IsStop).Select(w => w.Text);
        foreach (var phrase in taken) reading.Take(phrase.Start, phrase.Length);
        return (WithoutBroad(InOrder(clearServices)), InOrder(clearPeople), [.. putAs.Distinct()]);
    }

    private static List<string> InOrder(IEnumerable<FoundPhrase> found) => [.. found.OrderBy(f => f.Start).Select(f => f.Idea).Distinct()];

    // "debt advice" is about debt: advice adds nothing.
    private static List<string> WithoutBroad(List<string> services) =>
        services.TrueForAll(s => ServiceWords.Authored[s].Broad) ? services : [.. services.Where(s => !ServiceWords.Authored[s].Broad)];

    private static bool Covers(FoundPhrase large, FoundPhrase small) =>
        large.Length > small.Length && large.Start <= small.Start && large.Start + large.Length >= small.Start + small.Length;

    // "in Atlantis": nothing knows the word, and it stands where a place belongs.
    private string? UnknownPlace(QueryReading reading)
    {
        for (var i = reading.Mended.Count - 1; i > 0; i--)
        {
            var word = reading.Mended[i];
            if (!reading.IsFree(i) || word.IsStop || word.Text.Length < 3 || index.KnowsStem(word.Stem) || index.Spelling.Knows(word.Text)) continue;
            if (reading.Mended[i - 1].Text is not ("in" or "near" or "around")) continue;
            reading.Take(i, 1);
            return reading.Typed[i].Text;
        }
        return null;
    }

    private static string? ReadNumber(string text)
    {
        if (Identifier().Match(text) is { Success: true } id) return id.Value.ToUpperInvariant();
        if (Number().Match(text) is not { Success: true } match) return null;
        var figures = match.Groups["n"].Value;
        var isCompany = match.Groups["kind"].Value.StartsWith("compan", StringComparison.OrdinalIgnoreCase) || figures.Length == 8;
        return isCompany ? "GB-COH-" + figures.PadLeft(8, '0') : "GB-CHC-" + figures;
    }

    // "Is X on your list?" asks for a name. "Tell me about X" may, and does if somebody is called that.
    private string? NameAskedFor(string text)
    {
        if (OnList().Match(text) is { Success: true } sure) return sure.Groups["name"].Value.Trim(Edges);
        if (About().Match(text) is not { Success: true } about) return null;
        var name = about.Groups["name"].Value.Trim(Edges);
        return new FindByName(index).Run(name) is [{ Score: >= 0.9 }, ..] ? name : null;
    }

    // Of size, form and funder one is meant, and the last that was named; policies, marks and leaders add up.
    private static List<ProviderFilter> Together(IReadOnlyList<ProviderFilter> previous, IReadOnlyList<ProviderFilter> read) =>
    [
        .. previous.Where(p => !read.Any(r => r.Kind == p.Kind && (r.Kind is FilterKind.Size or FilterKind.LegalForm or FilterKind.FundedBy || r.Id == p.Id))),
        .. read,
    ];

    private static ProviderQuery Refine(ProviderQuery previous, ProviderQuery read, string key)
    {
        var (filters, asked, all) = (read.Filters, read.AsksForShared, read.All);
        if (Everywhere().IsMatch(key) && !read.HasPlace) read = Carry(previous, read) with { Places = [], WhichPlace = [], UnknownPlace = null, Near = false };
        else if (read.Name is not null || read.Number is not null || read.HasTopic && read.HasPlace || read.HasPlace && filters.Count > 0 && NamesGroups().IsMatch(key)) return read;
        else if (read.HasPlace) read = AtPlaceOf(read, previous) with { Corrections = read.Corrections, NotInData = read.NotInData, Text = read.Text };
        else read = AtPlaceOf(previous, Carry(previous, read));
        return read with { Page = 1, Filters = Together(previous.Filters, filters), AsksForShared = asked, All = all, NotInData = [.. previous.NotInData.Union(read.NotInData)] };
    }

    private static ProviderQuery AtPlaceOf(ProviderQuery place, ProviderQuery rest) =>
        rest with { Places = place.Places, WhichPlace = place.WhichPlace, UnknownPlace = place.UnknownPlace, Near = place.Near };

    // "for young people" changes who for; "what about befriending" changes the service and keeps who for.
    private static ProviderQuery Carry(ProviderQuery previous, ProviderQuery read)
    {
        var topic = read.Services.Count + read.Words.Count + read.SharedNames.Count > 0;
        if (previous.Name is not null || previous.Number is not null) return read.HasTopic ? read : previous with { Text = read.Text };
        return read with
        {
            Services = topic ? read.Services : previous.Services,
            Words = topic ? read.Words : previous.Words,
            PlaceWords = topic ? read.PlaceWords : previous.PlaceWords,
            SharedNames = topic ? read.SharedNames : previous.SharedNames,
            WhoFor = read.WhoFor.Count > 0 ? read.WhoFor : previous.WhoFor,
            PutAs = [.. previous.PutAs.Union(read.PutAs)],
        };
    }

    [GeneratedRegex(@"\bGB-[A-Z]{2,4}-[A-Z0-9]+\b", RegexOptions.IgnoreCase)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<kind>charity|company|registered|reg|registration|number|no\.?|^)[\s:#.]*(?:number|no\.?|num|reg\w*)?[\s:#.]*(?:is\s+)?(?<n>\d{6,8})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(?:is|are|have you got|do you have|got|does|have you)\s+(?<name>\S.*?)\s+(?:(?:on|in|listed in|listed on)\s+(?:your|the|this)\s+(?:list|lists|data|database|directory|books|records|file)|listed|registered(?: with you)?|on here|in here|on file)\s*[?.!]*$", RegexOptions.IgnoreCase)]
    private static partial Regex OnList();

    [GeneratedRegex(@"(?:^(?:please |can you |could you )*(?:find|look up|who are|who is|what is)|\b(?:tell me about|anything on|anything about|details (?:of|for|on)|called|named))\s+(?<name>\S.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"^(?:and |or |what about |how about |anything |anyone |any |any groups )*(?:near|nearby|close by|near by|near there|near it|around there|around it|next door|neighbouring areas)$")]
    private static partial Regex Nearby();

    // "Women-led groups in Telford" is a search of its own; "only CICs in Telford" goes on from the last.
    [GeneratedRegex(@"^(?!.*\b(?:only|just|instead|what about|how about|and|them|those|these)\b).*\b(?:groups?|charit(?:y|ies)|organi[sz]ations?|providers?)\b")]
    private static partial Regex NamesGroups();

    [GeneratedRegex(@"\b(?:anywhere|everywhere|nationwide|all places|any place|whole country|all of england)\b")]
    private static partial Regex Everywhere();
}
