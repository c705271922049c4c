using System.Runtime.InteropServices;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// Where the providers of an index are. Few addresses are different to a search: those of one town and council share a list of places, its area, so a
/// search looks at areas and not at addresses.
/// </summary>
internal sealed class ProviderPlaces(Gazetteer gazetteer)
{
    private readonly List<int> addressOf = [];
    private Postings.Builder areaPostings = new();
    private Postings? inArea;
    private readonly List<Whereabouts> addresses = [];
    private readonly List<int> areaOf = [];
    private readonly List<(string Label, IReadOnlyList<Place> Places)> areas = [];
    private readonly Dictionary<string, List<int>> areasIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> areasNamed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string?, string?, string?), int> known = [];
    private readonly Dictionary<(string?, string?, string?), int> knownAreas = [];
    private readonly Dictionary<string, string[]> knownStems = new(StringComparer.Ordinal);

    /// <summary>How many different addresses there are.</summary>
    public int Addresses => addresses.Count;

    public Whereabouts this[int provider] => addresses[addressOf[provider]];

    /// <summary>The number of the address that a provider has.</summary>
    public int AddressOf(int provider) => addressOf[provider];

    /// <summary>The number of the area that a provider is in.</summary>
    public int AreaOf(int provider) => areaOf[addressOf[provider]];

    /// <summary>Adds the next provider.</summary>
    public Whereabouts Add(Provider provider)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (provider.Locality, provider.Outward, provider.Location?.Code), out var isKnown);
        if (!isKnown) number = Locate(provider);
        addressOf.Add(number);
        areaPostings.Add(areaOf[number]);
        areaPostings.Next();
        return addresses[number];
    }

    /// <summary>Ends the adding.</summary>
    public void Trim()
    {
        inArea = areaPostings.Build(areas.Count);
        areaPostings = new Postings.Builder();
        known.Clear();
        known.TrimExcess();
        knownAreas.Clear();
        knownAreas.TrimExcess();
        knownStems.Clear();
        knownStems.TrimExcess();
        addressOf.TrimExcess();
        areaOf.TrimExcess();
        addresses.TrimExcess();
    }

    /// <summary>The providers that are in one of these places.</summary>
    /// <param name="places">The places.</param>
    /// <param name="count">How many providers there are.</param>
    public NumberSet In(IEnumerable<Place> places, int count)
    {
        var inside = new NumberSet(count);
        foreach (var area in places.SelectMany(p => areasIn.GetValueOrDefault(p.Id) ?? []).Distinct()) inside.Add(inArea!.Of(area));
        return inside;
    }

    /// <summary>For each area one bit for each stem, the first lowest, that says whether the area or a place that it lies in is called so.</summary>
    public uint[] Naming(IEnumerable<string> stems)
    {
        var named = new uint[areas.Count];
        var bit = 1u;
        foreach (var stem in stems)
        {
            foreach (var area in areasNamed.GetValueOrDefault(stem) ?? []) named[area] |= bit;
            bit <<= 1;
        }
        return named;
    }

    // Two postcodes of one town and council differ only in where exactly they are.
    private int Locate(Provider provider)
    {
        var key = (provider.Locality, provider.Outward, provider.Location is { } location ? string.Join(' ', location.Councils) : null);
        var where = gazetteer.Locate(provider.Locality, provider.Outward, provider.Location);
        ref var area = ref CollectionsMarshal.GetValueRefOrAddDefault(knownAreas, key, out var isKnown);
        if (!isKnown)
        {
            area = areas.Count;
            areas.Add((where.Label, where.Places));
            foreach (var place in where.Places)
            {
                if (!areasIn.TryGetValue(place.Id, out var inside)) areasIn[place.Id] = inside = [];
                inside.Add(area);
            }
            foreach (var stem in where.Places.Select(p => p.Name).Prepend(where.Label).SelectMany(StemsOf).Distinct())
            {
                if (!areasNamed.TryGetValue(stem, out var named)) areasNamed[stem] = named = [];
                named.Add(area);
            }
        }
        addresses.Add(where with { Label = areas[area].Label, Places = areas[area].Places });
        areaOf.Add(area);
        return addresses.Count - 1;
    }

    private string[] StemsOf(string name)
    {
        ref var stems = ref CollectionsMarshal.GetValueRefOrAddDefault(knownStems, name, out _);
        return stems ??= [.. Words.Split(name).Select(w => w.Stem)];
    }
}
