using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>One thing that a query was understood to ask.</summary>
/// <param name="Label">In few words, for a button.</param>
/// <param name="Called">How people call it when they want it gone.</param>
/// <param name="Drop">Gives the query without it.</param>
public sealed record QueryPart(string Label, IReadOnlyList<string> Called, Func<ProviderQuery, ProviderQuery> Drop)
{
    /// <summary>Whether it is that one thing by its kind or by its own words.</summary>
    public bool IsMeantBy(string what)
    {
        var words = Words.Split(what).Where(w => !w.IsStop).Select(w => w.Stem).ToList();
        return Called.Contains(what) || words.Count > 0 && Words.Split(Label).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal).IsSupersetOf(words);
    }
}

/// <summary>Takes a query apart, so that whatever was misunderstood can be dropped by itself.</summary>
public static class QueryParts
{
    /// <summary>The filters first, being the likeliest to be misunderstood, then the place, and last what is looked for.</summary>
    public static IReadOnlyList<QueryPart> Of(ProviderQuery query, Gazetteer gazetteer) =>
    [
        .. query.Filters.Select(Filter),
        .. query.Places.Count > 0 ? [new QueryPart(
            string.Join(", ", query.Places.Select(p => gazetteer.Find(p)?.Label ?? p)), ["place", "places", "area", "town", "council"], q => q with { Places = [], Near = false })] : Array.Empty<QueryPart>(),
        .. query.Services.Select(id => new QueryPart(NameOf(id), ["service", "services"], q => q with { Services = [.. q.Services.Where(s => s != id)], PutAs = [] })),
        .. query.WhoFor.Select(id => new QueryPart("for " + NameOf(id), ["who for", "who it is for", "people"], q => q with { WhoFor = [.. q.WhoFor.Where(s => s != id)], PutAs = [] })),
        .. query.SharedNames.Select(id => new QueryPart(NameOf(id), ["name"], q => q with { SharedNames = [.. q.SharedNames.Where(s => s != id)] })),
        .. query.Words.Select(word => new QueryPart("the word " + word, ["words", "word", word], q => q with { Words = [.. q.Words.Where(w => w != word)] })),
    ];

    private static QueryPart Filter(ProviderFilter filter)
    {
        string[] called = filter.Kind switch
        {
            FilterKind.Size => ["size", "income", "turnover", "budget"],
            FilterKind.LegalForm => ["legal form", "form", "legal structure"],
            FilterKind.QualityMark => ["quality mark", "quality marks", "mark", "marks", "accreditation"],
            FilterKind.Policy => ["policy", "policies"],
            FilterKind.LedBy => ["leader", "leaders", "leadership", "who leads", "who leads it", "led by"],
            _ => ["funder", "funders", "funding", "money", "grants"],
        };
        return new QueryPart(FilterLabels.Short(filter), [.. called, "filter", "filters", "all filters"], q => q with { Filters = [.. q.Filters.Where(f => f != filter)] });
    }

    private static string NameOf(string id) => ServiceWords.Authored.Knows(id) ? ServiceWords.Authored[id].Name : id;
}
