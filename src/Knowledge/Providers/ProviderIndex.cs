using System.Runtime.InteropServices;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A provider that is shown, with what is said of it: where it is and how it speaks of each idea.</summary>
/// <param name="Number">Its number in the index.</param>
/// <param name="Name">The words of its name.</param>
/// <param name="Texts">The words of its texts.</param>
/// <param name="NameSays">A place far from its address that its name holds; null if there is none.</param>
internal sealed record IndexedProvider(
    int Number, Provider Provider, IReadOnlyList<NumberedWord> Name, IReadOnlyList<List<NumberedWord>> Texts, Whereabouts Whereabouts, Place? NameSays, Mentions Mentions);

/// <summary>
/// All providers of one data version, ready to be searched. Immutable; a new version gets a new index while this one still answers. It holds numbers
/// and no texts: those of the few providers that are shown are read when they are.
/// </summary>
public sealed class ProviderIndex
{
    /// <summary>How many kinds of mention there are.</summary>
    internal const int Kinds = 5;

    // Published data has slips too: a word that stands this seldom may be one.
    private const int RareUses = 3;

    private readonly Func<IReadOnlyList<string>, IReadOnlyList<Provider>> read;
    private readonly WordTable words;
    private readonly ProviderIndexParts parts;
    private readonly TextTable ids;
    private readonly TextTable furtherIds = new();
    private readonly List<int> furtherOf = [];
    private readonly MentionReader mentionReader;
    private readonly SaidPlaces saidPlaces;
    private readonly Dictionary<int, Place> farPlaces;
    private readonly int[] nameEnds;
    private readonly int[] nameWords;
    private readonly ushort[] nameLengths;
    private readonly ulong[] statedPeople;

    /// <param name="dataVersion">The version of the data that the providers are from.</param>
    /// <param name="providers">All of them; they are kept.</param>
    /// <param name="outwards">Outward codes as an imported directory places them; empty if none was imported.</param>
    /// <param name="further">Further identifiers and the first identifier of whom they belong to.</param>
    /// <param name="said">What data sets say of them besides; those of one provider may stand anywhere.</param>
    public ProviderIndex(
        long dataVersion, IReadOnlyList<Provider> providers, IReadOnlyList<PostcodeLocation> outwards, IReadOnlyDictionary<string, string>? further = null, IEnumerable<SaidOfProvider>? said = null)
        : this(dataVersion, ProvidersToIndex.Of(providers), outwards, further, said)
    {
    }

    /// <param name="dataVersion">As above.</param>
    /// <param name="providers">Where they come from.</param>
    /// <param name="outwards">As above.</param>
    /// <param name="further">As above.</param>
    /// <param name="said">As above.</param>
    public ProviderIndex(
        long dataVersion, ProvidersToIndex providers, IReadOnlyList<PostcodeLocation> outwards, IReadOnlyDictionary<string, string>? further = null, IEnumerable<SaidOfProvider>? said = null)
    {
        DataVersion = dataVersion;
        read = providers.Read;
        Gazetteer = PlaceList.Authored.With(DataTowns.Of(providers.Localities), outwards);
        var builder = new ProviderIndexBuilder(Gazetteer);
        foreach (var provider in providers.All) builder.Add(provider);
        parts = builder.Build();
        (words, ids, Places, saidPlaces, farPlaces) = (builder.Words, builder.Ids, builder.Places, builder.SaidPlaces, builder.FarPlaces);
        Outlines = builder.Outlines;
        (nameEnds, nameWords, nameLengths, statedPeople) = ([.. builder.NameEnds], [.. builder.NameWords], [.. builder.NameLengths], [.. builder.StatedPeople]);
        mentionReader = builder.Mentions;
        foreach (var (id, owner) in further ?? new Dictionary<string, string>())
        {
            if (ids.Find(owner) is >= 0 and var number && ids.Find(id) < 0 && furtherIds.Add(id) == furtherOf.Count) furtherOf.Add(number);
        }
        Facts = new KnownFacts(said ?? [], Find);
        Outlines.Trim(Facts.StatesIncome);
        NameVocabulary = new NameVocabulary(words, parts.Names);
        Spelling = new Spelling(Vocabulary());
    }

    public long DataVersion { get; }

    /// <summary>Income, policies and whatever else a search can be narrowed by.</summary>
    internal KnownFacts Facts { get; }

    public int Count => nameEnds.Length;

    /// <summary>The authored places and the towns that only the data knows.</summary>
    public Gazetteer Gazetteer { get; }

    internal ProviderPlaces Places { get; }

    /// <summary>What lists say of each provider besides its name, place and words.</summary>
    internal ProviderOutlines Outlines { get; }

    internal Spelling Spelling { get; }

    internal NameVocabulary NameVocabulary { get; }

    /// <summary>Which providers mention an idea in one way, by <see cref="KeyOf"/>.</summary>
    internal Postings Ideas => parts.Ideas;

    /// <summary>Which providers have a word in their name, by the word's number.</summary>
    internal Postings Names => parts.Names;

    internal static int KeyOf(int idea, MentionKind kind) => idea * Kinds + (int)kind;

    /// <summary>The number of the provider with that identifier, be it its first or a further one; -1 if there is none.</summary>
    internal int Find(string id) => ids.Find(id) is >= 0 and var number ? number : furtherIds.Find(id) is >= 0 and var further ? furtherOf[further] : -1;

    /// <summary>The provider with that identifier, be it its first or a further one, and where it is, in words; null if there is none.</summary>
    public (Provider Provider, string Place)? Known(string id) =>
        Find(id) is >= 0 and var number && ReadWhole([number]).TryGetValue(number, out var provider) ? (provider, Places[number].Label) : null;

    internal ReadOnlySpan<byte> IdOf(int number) => ids.Utf8(number);

    /// <summary>How many letters the name of a provider has.</summary>
    internal int NameLengthOf(int number) => nameLengths[number];

    /// <summary>The kinds of people that a provider is stated to be for, as <see cref="ServiceWords.PeopleBit"/> has them.</summary>
    internal ulong StatedPeopleOf(int number) => statedPeople[number];

    internal NumberedWord Number(Word word) => words.Look(word);

    internal int NumberOfStem(string stem) => words.Find(stem);

    /// <summary>The words of the name of a provider.</summary>
    internal ReadOnlySpan<int> NameOf(int number)
    {
        var start = number == 0 ? 0 : nameEnds[number - 1];
        return nameWords.AsSpan(start, nameEnds[number] - start);
    }

    internal bool NameHasStem(int number, int stem)
    {
        foreach (var word in NameOf(number))
            if (words.StemOf(word) == stem) return true;
        return false;
    }

    /// <summary>The providers that hold words of a stem, in name or texts.</summary>
    internal Postings.Numbers With(string stem) => parts.Text.Of(words.Find(stem));

    /// <summary>How telling a stem is: high for rare ones. A stem that occurs nowhere gets the weight of the rarest.</summary>
    internal float Rarity(string stem)
    {
        var n = parts.Text.Count(words.Find(stem));
        return MathF.Log(1 + (Count - n + 0.5f) / (n + 0.5f));
    }

    /// <summary>The providers whose texts name a place; none for a place that shares its name with others.</summary>
    internal Postings.Numbers Naming(Place place)
    {
        if (saidPlaces.NumberOf(place.Id) is >= 0 and var number) return parts.Said.Of(number);
        // An outward code is no place of the gazetteer, and one word that is its own stem.
        return place is { Kind: PlaceKind.PostcodeArea, Told.Length: 0 } && Postcode.IsOutward(place.Name) ? With(place.Name.ToLowerInvariant()) : default;
    }

    /// <summary>True if the texts of a provider name the place.</summary>
    internal bool IsNamedBy(Place place, int number)
    {
        foreach (var other in Naming(place))
            if (other >= number) return other == number;
        return false;
    }

    /// <summary>The name of the provider that is called exactly that, given as <see cref="Gazetteer.Key"/> makes it.</summary>
    internal string? NameOf(string key)
    {
        int[] asked = [.. key.Split(' ').Select(words.Find)];
        foreach (var number in Names.Of(asked.MinBy(Names.Count)))
        {
            if (NameOf(number).SequenceEqual(asked)) return Read([number]).FirstOrDefault()?.Provider.Name;
        }
        return null;
    }

    /// <summary>How often a word occurs as it stands; words of names count twice.</summary>
    internal int Uses(string word) => words.Find(word) is >= 0 and var number ? parts.WordUses[number] : 0;

    internal bool KnowsStem(string stem) => UsesOfStem(stem) > 0;

    /// <summary>True if words of that stem stand here too often to be slips.</summary>
    internal bool IsSureOfStem(string stem) => UsesOfStem(stem) > RareUses;

    /// <summary>
    /// Reads the providers with these numbers, in their order. Between an import and the index that follows it, what is read is already the new; one that
    /// has gone meanwhile is left out.
    /// </summary>
    internal List<IndexedProvider> Read(IReadOnlyList<int> numbers)
    {
        var found = new List<FoundPhrase>();
        var shown = new List<IndexedProvider>(numbers.Count);
        foreach (var provider in read([.. numbers.Select(n => ids[n])]))
        {
            var (name, texts, mentions) = (words.Look(provider.Name), provider.Texts.Select(t => words.Look(t.Text)).ToList(), new Mentions());
            mentionReader.Read(CollectionsMarshal.AsSpan(name), texts, mentions, found);
            if (Find(provider.Id) is >= 0 and var number) shown.Add(new IndexedProvider(number, provider, name, texts, Places[number], farPlaces.GetValueOrDefault(number), mentions));
        }
        return shown;
    }

    /// <summary>The providers with these numbers as the store has them; one that has gone meanwhile is left out.</summary>
    internal Dictionary<int, Provider> ReadWhole(IEnumerable<int> numbers) => read([.. numbers.Select(n => ids[n])]).ToDictionary(p => Find(p.Id));

    private int UsesOfStem(string stem) => words.Find(stem) is >= 0 and var number ? parts.StemUses[number] : 0;

    private IEnumerable<(string Word, int Uses)> Vocabulary()
    {
        var authored = ServiceWords.Authored.AllWords.Concat(Gazetteer.Names.SelectMany(n => n.Split(' '))).Distinct();
        return authored.Select(w => (w, 50 + Uses(w))).Concat(Enumerable.Range(0, words.Count).Where(n => parts.WordUses[n] > RareUses).Select(n => (words[n], parts.WordUses[n])));
    }
}
