using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>A provider as the market counts it.</summary>
/// <param name="Town">From its address.</param>
/// <param name="Councils">Today's councils that its address may lie in; several where its postcode does not decide, none where it is not known.</param>
/// <param name="Income">Pounds a year, the least and the most that it can be; null if not stated.</param>
/// <param name="States">True if it states what was asked, not only whom it is for.</param>
/// <param name="For">Whom its texts say that it is for; empty is not stated.</param>
/// <param name="LastSaid">The year of the newest text about it.</param>
public sealed record MarketProvider(
    string Id, string Name, string Town, IReadOnlyList<Place> Councils, IReadOnlyList<Place> Regions, (decimal? Least, decimal? Most)? Income, bool States, IReadOnlyList<string> For, int? LastSaid, bool IsGone)
{
    /// <summary>What is said about its work, without the names of members.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>What data sets state of it besides.</summary>
    internal IReadOnlyList<SourceFacts> Facts { get; init; } = [];
}

/// <summary>What was understood of the providers that a question is about, and what must be made clear first.</summary>
/// <param name="Clarify">Which of these places is meant; nothing is counted until that is clear.</param>
/// <param name="UnknownPlace">A place that was named and is not known.</param>
/// <param name="Suggestion">"Did you mean ...?"; null if nothing was mended.</param>
/// <param name="DataVersion">The version of the data that all figures are from.</param>
public sealed record MarketSearch(Understood Understood, IReadOnlyList<PlaceChoice> Clarify, string? UnknownPlace, string? Suggestion, long DataVersion)
{
    internal static MarketSearch Of(ProviderResult result) => new(result.Understood, result.Clarify, result.UnknownPlace, result.Suggestion, result.DataVersion);
}

/// <summary>Everything that the market takes from the index. The same search as anybody's finds the providers, so that the figures agree with the list.</summary>
internal sealed class MarketReader(ProviderIndex index)
{
    public Gazetteer Gazetteer => index.Gazetteer;

    /// <summary>All that a search finds, on one page.</summary>
    public ProviderResult Search(ProviderQuery query) => new FindProviders(index, int.MaxValue).Find(query with { Page = 1 }, week: 0);

    /// <summary>Those of them that count: neighbours are on the list, and not in the place.</summary>
    public List<MarketProvider> Of(ProviderResult result, ProviderQuery query)
    {
        var counted = result.Matches.Where(m => query.Near || !m.Outside).ToDictionary(m => index.Find(m.Id));
        return index.Read([.. counted.Keys]).ConvertAll(p => Provider(p, States(counted[p.Number], result.Understood)));
    }

    /// <summary>How many providers of any kind are in each of these places.</summary>
    public Dictionary<string, int> AnyIn(IReadOnlyCollection<Place> places)
    {
        var counts = places.ToDictionary(p => p.Id, _ => 0, StringComparer.Ordinal);
        for (var number = 0; number < index.Count; number++)
        {
            foreach (var place in index.Places[number].Places)
                if (counts.TryGetValue(place.Id, out var count)) counts[place.Id] = count + 1;
        }
        return counts;
    }

    /// <summary>Who states which service, for everybody in one of the places.</summary>
    public List<(Idea Service, IReadOnlyList<Place> Places)> ServicesIn(IReadOnlyList<Place> places)
    {
        var stated = new List<(Idea, IReadOnlyList<Place>)>();
        foreach (var service in ServiceWords.Authored.Ideas.Where(i => i.Kind == IdeaKind.Service))
        {
            var number = ServiceWords.Authored.NumberOf(service.Id);
            foreach (var kind in Enum.GetValues<MentionKind>().Where(k => new Mention(k, 0).IsStated))
            {
                foreach (var provider in index.Ideas.Of(ProviderIndex.KeyOf(number, kind)))
                {
                    var within = places.Where(index.Places[provider].IsIn).ToList();
                    if (within.Count > 0) stated.Add((service, within));
                }
            }
        }
        return stated;
    }

    private MarketProvider Provider(IndexedProvider indexed, bool states)
    {
        var (provider, places, facts) = (indexed.Provider, indexed.Whereabouts.Places, index.Facts.Of(indexed.Number));
        return new MarketProvider(
            provider.Id, provider.Name, indexed.Whereabouts.Label, [.. places.Where(p => p is { Kind: PlaceKind.Council, IsFormer: false })], [.. places.Where(p => p.Kind == PlaceKind.Region)],
            StatedIncome.Of(index.Outlines[indexed.Number], facts) is { } income ? (income.Least, income.Most) : null,
            states, [.. ServiceWords.Authored.Ideas.Where(i => i.Kind == IdeaKind.People && indexed.Mentions.TryGetValue(i.Id, out var m) && m.IsStated).Select(i => i.Name)],
            provider.Texts.Max(t => t.Date)?.Year, provider.GoneSince is not null)
        {
            Texts = [.. provider.Texts.Where(t => !Consortium.IsMembers(t)).Select(t => t.Text)],
            Facts = facts,
        };
    }

    // Of several services asked for one is enough, as in a search.
    private static bool States(ProviderMatch match, Understood asked)
    {
        var what = asked.Services.Count > 0 ? asked.Services : [.. asked.WhoFor, .. asked.Words];
        return what.Count == 0 || what.Any(w => !match.NotStated.Contains(w));
    }
}
