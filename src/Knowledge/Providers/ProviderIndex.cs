using System.Runtime.InteropServices;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A provider with what was worked out about it once: where it is and what it says of each idea.</summary>
/// <param name="NameSays">A place far from its address that its name holds; null if there is none.</param>
internal sealed record IndexedProvider(Provider Provider, List<Word> NameWords, Whereabouts Whereabouts, Place? NameSays, Mentions Mentions);

/// <summary>All providers of one data version, ready to be searched. Immutable; a new version gets a new index while this one still answers.</summary>
public sealed class ProviderIndex
{
    // Published data has slips too: a word that stands this seldom may be one.
    private const int RareUses = 3;

    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> wordUses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stemUses = new(StringComparer.Ordinal);

    /// <param name="dataVersion">The version of the data that the providers are from.</param>
    /// <param name="providers">All of them.</param>
    /// <param name="outwards">Outward codes as an imported directory places them; empty if none was imported.</param>
    /// <param name="further">Further identifiers and the first identifier of whom they belong to.</param>
    public ProviderIndex(long dataVersion, IReadOnlyList<Provider> providers, IReadOnlyList<PostcodeLocation> outwards, IReadOnlyDictionary<string, string>? further = null)
    {
        DataVersion = dataVersion;
        Gazetteer = PlaceList.Authored.With(TownsOf(providers), outwards);
        var text = new SearchIndex.Builder();
        var indexed = new List<IndexedProvider>(providers.Count);
        var table = new WordTable();
        var placesNamed = new Dictionary<string, IReadOnlyList<Place>>(StringComparer.Ordinal);
        var located = new Dictionary<(string?, string?, string?), Whereabouts>();
        foreach (var provider in providers)
        {
            var name = Words.Split(provider.Name, table);
            name.TrimExcess();
            var texts = provider.Texts.Select(t => Words.Split(t.Text, table)).ToList();
            byId[provider.Id] = indexed.Count;
            byName.TryAdd(string.Join(' ', name.Select(w => w.Text)), provider.Name);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(located, (provider.Locality, provider.Outward, provider.Location?.Code), out _);
            var where = known ??= Gazetteer.Locate(provider.Locality, provider.Outward, provider.Location);
            indexed.Add(new IndexedProvider(provider, name, where, FarPlace(name, where, placesNamed), MentionReader.Read(name, texts)));
            text.Take(name, 0.8f);
            CountWords(name, 2);
            foreach (var said in texts)
            {
                text.Take(said, 1);
                CountWords(said, 1);
            }
            text.End();
        }
        foreach (var (id, owner) in further ?? new Dictionary<string, string>())
            if (byId.TryGetValue(owner, out var number)) byId.TryAdd(id, number);
        Providers = indexed;
        Text = text.Build();
        Spelling = new Spelling(Vocabulary());
    }

    public long DataVersion { get; }

    public int Count => Providers.Count;

    /// <summary>The authored places and the towns that only the data knows.</summary>
    public Gazetteer Gazetteer { get; }

    internal IReadOnlyList<IndexedProvider> Providers { get; }

    internal SearchIndex Text { get; }

    internal Spelling Spelling { get; }

    /// <summary>The provider with that identifier, be it its first or a further one, and where it is, in words; null if there is none.</summary>
    public (Provider Provider, string Place)? Known(string id) => Find(id) is { } found ? (found.Provider, found.Whereabouts.Label) : null;

    internal IndexedProvider? Find(string id) => byId.TryGetValue(id, out var number) ? Providers[number] : null;

    /// <summary>The name of the provider that is called exactly that, given as <see cref="Gazetteer.Key"/> makes it.</summary>
    internal string? NameOf(string key) => byName.GetValueOrDefault(key);

    /// <summary>How often a word occurs as it stands; words of names count twice.</summary>
    internal int Uses(string word) => wordUses.GetValueOrDefault(word);

    internal bool KnowsStem(string stem) => stemUses.ContainsKey(stem);

    /// <summary>True if words of that stem stand here too often to be slips.</summary>
    internal bool IsSureOfStem(string stem) => stemUses.GetValueOrDefault(stem) > RareUses;

    // Only counties and councils: a town's name is too often somebody's surname.
    private Place? FarPlace(List<Word> name, Whereabouts where, Dictionary<string, IReadOnlyList<Place>> placesNamed)
    {
        if (where.Places.Count == 0) return null;
        List<Place> named = [];
        foreach (var word in name)
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(placesNamed, word.Text, out _);
            named.AddRange(places ??= [.. Gazetteer.Named(word.Text).Where(p => (p.Kind is PlaceKind.Council or PlaceKind.County) && !p.IsFormer)]);
        }
        return named.Exists(p => where.IsIn(p) || p.At is { } at && where.At is { } here && at.DistanceTo(here) < Gazetteer.NearKilometres) ? null : named.FirstOrDefault();
    }

    private void CountWords(List<Word> words, int times)
    {
        foreach (var word in words)
        {
            wordUses[word.Text] = wordUses.GetValueOrDefault(word.Text) + times;
            stemUses[word.Stem] = stemUses.GetValueOrDefault(word.Stem) + times;
        }
    }

    private IEnumerable<(string Word, int Uses)> Vocabulary()
    {
        var authored = ServiceWords.Authored.AllWords.Concat(Gazetteer.Names.SelectMany(n => n.Split(' '))).Distinct();
        return authored.Select(w => (w, 50 + Uses(w))).Concat(wordUses.Where(w => w.Value > RareUses).Select(w => (w.Key, w.Value)));
    }

    // A town that no list names is known by its addresses. One that lies in several postcode areas is a county or a slip, and is left out.
    private static IEnumerable<Place> TownsOf(IReadOnlyList<Provider> providers) =>
        providers.Where(p => p is { Locality: not null, Outward: not null })
            .GroupBy(p => Gazetteer.Key(p.Locality!))
            .Where(g => g.Key.Length > 3 && g.Select(p => Postcode.PostcodeAreaOf(p.Outward!)).Distinct().Count() == 1)
            .Select(g => Town(g.First().Locality!, g.Key, [.. g.Select(p => p.Outward!).Distinct().Order(StringComparer.Ordinal)]));

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
