using System.Runtime.InteropServices;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// Where the providers of an index are. Few addresses differ to a search: those of one town and council share a list of places, their neighbourhood, and
/// a search looks at neighbourhoods.
/// </summary>
internal sealed class ProviderPlaces(Gazetteer gazetteer)
{
    private readonly List<int> addressOf = [];
    private readonly List<Whereabouts> addresses = [];
    private readonly List<int> neighbourhoodOf = [];
    private readonly List<(string Label, IReadOnlyList<Place> Places)> neighbourhoods = [];
    private readonly Dictionary<string, List<int>> neighbourhoodsIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> neighbourhoodsNamed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string?, string?, string?), int> known = [];
    private readonly Dictionary<(string?, string?, string?), int> knownNeighbourhoods = [];
    private readonly Dictionary<string, string[]> knownStems = new(StringComparer.Ordinal);
    private Postings.Builder neighbourhoodPostings = new();
    private Postings? inNeighbourhood;

    /// <summary>How many different addresses there are.</summary>
    public int Addresses => addresses.Count;

    public Whereabouts this[int provider] => addresses[addressOf[provider]];

    /// <summary>The number of the address that a provider has.</summary>
    public int AddressOf(int provider) => addressOf[provider];

    /// <summary>The number of the neighbourhood that a provider is in.</summary>
    public int NeighbourhoodOf(int provider) => neighbourhoodOf[addressOf[provider]];

    /// <summary>Adds the next provider.</summary>
    public Whereabouts Add(Provider provider)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (provider.Locality, provider.Outward, provider.Location?.Code), out var isKnown);
        if (!isKnown) number = Locate(provider);
        addressOf.Add(number);
        neighbourhoodPostings.Add(neighbourhoodOf[number]);
        neighbourhoodPostings.Next();
        return addresses[number];
    }

    /// <summary>Ends the adding.</summary>
    public void Trim()
    {
        inNeighbourhood = neighbourhoodPostings.Build(neighbourhoods.Count);
        neighbourhoodPostings = new Postings.Builder();
        known.Clear();
        known.TrimExcess();
        knownNeighbourhoods.Clear();
        knownNeighbourhoods.TrimExcess();
        knownStems.Clear();
        knownStems.TrimExcess();
        addressOf.TrimExcess();
        neighbourhoodOf.TrimExcess();
        addresses.TrimExcess();
    }

    /// <summary>The providers that are in one of these places.</summary>
    /// <param name="places">The places.</param>
    /// <param name="count">How many providers there are.</param>
    public NumberSet In(IEnumerable<Place> places, int count)
    {
        var inside = new NumberSet(count);
        foreach (var neighbourhood in places.SelectMany(p => neighbourhoodsIn.GetValueOrDefault(p.Id) ?? []).Distinct()) inside.Add(inNeighbourhood!.Of(neighbourhood));
        return inside;
    }

    /// <summary>For each neighbourhood one bit for each stem, the first lowest, that says whether the neighbourhood or a place that it lies in is called so.</summary>
    public uint[] Naming(IEnumerable<string> stems)
    {
        var named = new uint[neighbourhoods.Count];
        var bit = 1u;
        foreach (var stem in stems)
        {
            foreach (var neighbourhood in neighbourhoodsNamed.GetValueOrDefault(stem) ?? []) named[neighbourhood] |= bit;
            bit <<= 1;
        }
        return named;
    }

    // Two postcodes of one town and council differ only in where exactly they are.
    private int Locate(Provider provider)
    {
        var key = (provider.Locality, provider.Outward, provider.Location is { } location ? string.Join(' ', location.Councils) : null);
        var where = gazetteer.Locate(provider.Locality, provider.Outward, provider.Location);
        ref var neighbourhood = ref CollectionsMarshal.GetValueRefOrAddDefault(knownNeighbourhoods, key, out var isKnown);
        if (!isKnown)
        {
            neighbourhood = neighbourhoods.Count;
            neighbourhoods.Add((where.Label, where.Places));
            foreach (var place in where.Places)
            {
                if (!neighbourhoodsIn.TryGetValue(place.Id, out var inside)) neighbourhoodsIn[place.Id] = inside = [];
                inside.Add(neighbourhood);
            }
            foreach (var stem in where.Places.Select(p => p.Name).Prepend(where.Label).SelectMany(StemsOf).Distinct())
            {
                if (!neighbourhoodsNamed.TryGetValue(stem, out var named)) neighbourhoodsNamed[stem] = named = [];
                named.Add(neighbourhood);
            }
        }
        addresses.Add(where with { Label = neighbourhoods[neighbourhood].Label, Places = neighbourhoods[neighbourhood].Places });
        neighbourhoodOf.Add(neighbourhood);
        return addresses.Count - 1;
    }

    private string[] StemsOf(string name)
    {
        ref var stems = ref CollectionsMarshal.GetValueRefOrAddDefault(knownStems, name, out _);
        return stems ??= [.. Words.Split(name).Select(w => w.Stem)];
    }
}
