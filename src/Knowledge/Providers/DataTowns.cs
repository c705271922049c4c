using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Towns that no list names are known by the addresses in them.</summary>
internal static class DataTowns
{
    /// <summary>One place for each. One that lies in several postcode areas is a county or a slip, and is left out.</summary>
    public static IEnumerable<Place> Of(IEnumerable<(string Locality, string Outward)> addresses) =>
        addresses.Distinct().GroupBy(a => Gazetteer.Key(a.Locality))
            .Where(g => g.Key.Length > 3 && g.Select(a => Postcode.PostcodeAreaOf(a.Outward)).Distinct().Count() == 1)
            .Select(g => Town(g.First().Locality, g.Key, [.. g.Select(a => a.Outward).Distinct().Order(StringComparer.Ordinal)]));

    private static Place Town(string name, string key, IReadOnlyList<string> outwards) => new()
    {
        Id = "town-" + key.Replace(' ', '-'),
        Name = name,
        Kind = PlaceKind.Town,
        Postcodes = new OutwardCodes(string.Join(' ', outwards)),
        At = PlaceList.Authored.Locate(null, outwards[0]).At,
        Country = PlaceList.Authored.Locate(null, outwards[0]).Places[0].Country,
    };
}
