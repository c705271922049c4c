using System.Globalization;
using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>Counts who is out there for a query: where, how big, for whom, and how long ago something was last said of them.</summary>
public sealed class SeeMarket(ProviderIndex index)
{
    private const int MostFor = 8;

    private readonly MarketReader market = new(index);

    public MarketView Run(ProviderQuery query)
    {
        var result = market.Search(query);
        var found = market.Of(result, query);
        var stating = found.Where(p => p.States).ToList();
        var places = query.Places.Select(market.Gazetteer.Find).OfType<Place>().ToList();
        var (rows, counted, notPlaced) = Where(stating, places, query.Near);
        var (sizes, unknown) = Sizes(stating);
        var people = stating.SelectMany(p => p.For).CountBy(f => f).OrderByDescending(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Take(MostFor);
        var years = stating.Where(p => p.LastSaid is not null).CountBy(p => p.LastSaid!.Value).OrderByDescending(y => y.Key);
        return new MarketView(
            MarketSearch.Of(result), found.Count, stating.Count, rows, counted, notPlaced, sizes, unknown,
            [.. people.Select(p => new MarketCount(p.Key, p.Value))], stating.Count(p => p.For.Count == 0),
            [.. years.Select(y => new MarketCount(y.Key.ToString(CultureInfo.InvariantCulture), y.Value))], stating.Count(p => p.LastSaid is null), stating.Count(p => p.IsGone))
        {
            Themes = query.HasTopic || rows != MarketRows.Councils ? [] : Themes(CouncilsIn(places)),
        };
    }

    private (MarketRows Rows, IReadOnlyList<MarketPlace> Places, int NotPlaced) Where(List<MarketProvider> stating, List<Place> places, bool near)
    {
        if (places.Count == 0) return ByPlace(MarketRows.Regions, Regions(), stating, p => p.Regions);
        if (near) return ByPlace(MarketRows.Councils, [.. stating.SelectMany(p => p.Councils).DistinctBy(c => c.Id)], stating, p => p.Councils);
        if (places.Exists(p => p.Kind >= PlaceKind.County)) return ByPlace(MarketRows.Councils, CouncilsIn(places), stating, p => p.Councils);
        var towns = stating.Where(p => p.Town.Length > 0).CountBy(p => p.Town, StringComparer.OrdinalIgnoreCase).Select(t => new MarketPlace(t.Key, t.Value, 0, null));
        return (MarketRows.Towns, Ordered(towns), stating.Count(p => p.Town.Length == 0));
    }

    private (MarketRows, IReadOnlyList<MarketPlace>, int) ByPlace(MarketRows rows, List<Place> all, List<MarketProvider> stating, Func<MarketProvider, IReadOnlyList<Place>> of)
    {
        var known = all.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var mine = stating.ConvertAll(p => of(p).Where(c => known.Contains(c.Id)).Select(c => c.Id).ToList());
        var sure = mine.Where(m => m.Count == 1).CountBy(m => m[0]).ToDictionary(StringComparer.Ordinal);
        var perhaps = mine.Where(m => m.Count > 1).SelectMany(m => m).CountBy(c => c).ToDictionary(StringComparer.Ordinal);
        var any = market.AnyIn(all);
        var counted = all.Select(p => new MarketPlace(p.Name, sure.GetValueOrDefault(p.Id), perhaps.GetValueOrDefault(p.Id), any[p.Id]));
        return (rows, Ordered(counted), mine.Count(m => m.Count != 1));
    }

    // By number, and those without by name: no place is better than another for having more.
    private static IReadOnlyList<MarketPlace> Ordered(IEnumerable<MarketPlace> places) =>
        [.. places.OrderByDescending(p => p.Count).ThenByDescending(p => p.Perhaps).ThenBy(p => p.Name, StringComparer.Ordinal)];

    private List<Place> CouncilsIn(List<Place> places) =>
        [.. market.Gazetteer.Places.Where(p => p is { Kind: PlaceKind.Council, IsFormer: false } && places.Exists(large => market.Gazetteer.LiesIn(p, large)))];

    private List<Place> Regions() => [.. market.Gazetteer.Places.Where(p => p is { Kind: PlaceKind.Region, Country: "England" })];

    private static (IReadOnlyList<MarketCount> Sizes, int Unknown) Sizes(List<MarketProvider> stating)
    {
        var bands = stating.ConvertAll(p => p.Income is { } income ? IncomeBands.BandOf(income) : null);
        return ([.. IncomeBands.All.Select((b, i) => new MarketCount(b.Name, bands.Count(x => x == i)))], bands.Count(b => b is null));
    }

    private IReadOnlyList<ThemeGap> Themes(List<Place> councils)
    {
        var stated = market.ServicesIn(councils).ToLookup(s => s.Service.Id, s => s.Places);
        return [.. ServiceWords.Authored.Ideas.Where(i => i.Kind == IdeaKind.Service).Select(Gap).OrderByDescending(t => t.NoneStatedIn.Count).ThenBy(t => t.Service, StringComparer.Ordinal)];

        ThemeGap Gap(Idea service)
        {
            var somewhere = stated[service.Id].SelectMany(p => p).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            return new ThemeGap(service.Name, stated[service.Id].Count(), [.. councils.Where(c => !somewhere.Contains(c.Id)).Select(c => c.Name).Order(StringComparer.Ordinal)]);
        }
    }
}
