using System.Runtime.InteropServices;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Goes through all providers once and packs what a search needs of them.</summary>
internal sealed class ProviderIndexBuilder
{
    private readonly ServiceWords ideas = ServiceWords.Authored;
    private readonly Gazetteer gazetteer;
    private readonly MentionReader mentionReader;
    private readonly Dictionary<int, List<Place>> placesNamed = [];
    private readonly Mentions mentions = new();
    private readonly List<FoundPhrase> found = [];
    private readonly HashSet<int> said = [];
    private readonly List<NumberedWord> name = [];
    private readonly List<List<NumberedWord>> texts = [];
    private readonly List<List<NumberedWord>> spare = [];
    private readonly Postings.Builder textPostings = new();
    private readonly Postings.Builder namePostings = new();
    private readonly Postings.Builder ideaPostings = new();
    private readonly Postings.Builder placePostings = new();
    private int[] metAsStem = new int[1024];
    private int[] metInName = new int[1024];
    private int[] wordUses = new int[1024];
    private int[] stemUses = new int[1024];
    private int number;

    public ProviderIndexBuilder(Gazetteer gazetteer)
    {
        this.gazetteer = gazetteer;
        mentionReader = new MentionReader(Words);
        SaidPlaces = new SaidPlaces(gazetteer, Words);
        Places = new ProviderPlaces(gazetteer);
        // Only counties and councils: a town's name is too often somebody's surname.
        foreach (var name in gazetteer.Names.Where(n => !n.Contains(' ')))
        {
            var large = gazetteer.Named(name).Where(p => p.Kind is PlaceKind.Council or PlaceKind.County && !p.IsFormer).ToList();
            if (large.Count > 0) placesNamed[Words.Add(name)] = large;
        }
    }

    public WordTable Words { get; } = new(ServiceWords.Authored.Table);

    public MentionReader Mentions => mentionReader;

    public TextTable Ids { get; } = new();

    public ProviderPlaces Places { get; }

    public SaidPlaces SaidPlaces { get; }

    public Dictionary<int, Place> FarPlaces { get; } = [];

    public List<int> NameEnds { get; } = [];

    public List<int> NameWords { get; } = [];

    public List<ushort> NameLengths { get; } = [];

    public ProviderOutlines Outlines { get; } = new();

    public List<ulong> StatedPeople { get; } = [];

    public void Add(Provider provider)
    {
        if (Ids.Add(provider.Id) < number) return;
        Cut(provider);
        var where = Places.Add(provider);
        if (FarPlace(where) is { } far) FarPlaces.Add(number, far);
        NameLengths.Add((ushort)Math.Min(provider.Name.Length, ushort.MaxValue));
        Outlines.Add(provider);
        AddMentions();
        AddName();
        AddWords(name);
        said.Clear();
        SaidPlaces.Find(provider.Name, name, said);
        for (var i = 0; i < texts.Count; i++)
        {
            AddWords(texts[i]);
            SaidPlaces.Find(provider.Texts[i].Text, texts[i], said);
        }
        foreach (var place in said) placePostings.Add(place);
        textPostings.Next();
        placePostings.Next();
        number++;
    }

    public ProviderIndexParts Build()
    {
        Words.Trim();
        Ids.Trim();
        Places.Trim();
        Array.Resize(ref wordUses, Words.Count);
        Array.Resize(ref stemUses, Words.Count);
        return new ProviderIndexParts(
            textPostings.Build(Words.Count), namePostings.Build(Words.Count), ideaPostings.Build(ideas.Count * ProviderIndex.Kinds), placePostings.Build(SaidPlaces.Count), wordUses, stemUses);
    }

    private void Cut(Provider provider)
    {
        name.Clear();
        Words.Cut(provider.Name, name);
        spare.AddRange(texts);
        texts.Clear();
        foreach (var text in provider.Texts)
        {
            var words = spare.Count > 0 ? spare[^1] : [];
            if (spare.Count > 0) spare.RemoveAt(spare.Count - 1);
            words.Clear();
            if (!Consortium.IsMembers(text)) Words.Cut(text.Text, words);
            texts.Add(words);
        }
        if (Words.Count <= wordUses.Length) return;
        var room = Words.Count * 2;
        Array.Resize(ref metAsStem, room);
        Array.Resize(ref metInName, room);
        Array.Resize(ref wordUses, room);
        Array.Resize(ref stemUses, room);
    }

    private void AddMentions()
    {
        mentionReader.Read(CollectionsMarshal.AsSpan(name), texts, mentions, found);
        var people = 0UL;
        for (var idea = 0; idea < ideas.Count; idea++)
        {
            if (mentions[idea] is not { } mention) continue;
            ideaPostings.Add(ProviderIndex.KeyOf(idea, mention.Kind));
            if (mention.IsStated) people |= ideas.PeopleBit(idea);
        }
        ideaPostings.Next();
        StatedPeople.Add(people);
    }

    private void AddName()
    {
        foreach (var word in name)
        {
            NameWords.Add(word.Text);
            wordUses[word.Text]++;
            stemUses[word.Stem]++;
            if (metInName[word.Text] == number + 1) continue;
            metInName[word.Text] = number + 1;
            namePostings.Add(word.Text);
        }
        namePostings.Next();
        NameEnds.Add(NameWords.Count);
    }

    private void AddWords(List<NumberedWord> words)
    {
        foreach (var word in words)
        {
            wordUses[word.Text]++;
            stemUses[word.Stem]++;
            if (metAsStem[word.Stem] == number + 1 || Words.IsStop(word.Text)) continue;
            metAsStem[word.Stem] = number + 1;
            textPostings.Add(word.Stem);
        }
    }

    private Place? FarPlace(Whereabouts where)
    {
        if (where.Places.Count == 0) return null;
        Place? first = null;
        foreach (var word in name)
        {
            if (!placesNamed.TryGetValue(word.Text, out var places)) continue;
            if (places.Exists(p => where.IsIn(p) || p.At is { } at && where.At is { } here && at.DistanceTo(here) < Gazetteer.NearKilometres)) return null;
            first ??= places[0];
        }
        return first;
    }
}

/// <summary>What a builder has packed at the end.</summary>
/// <param name="Text">Which providers hold a stem, in their name or a text.</param>
/// <param name="Names">Which providers have a word in their name.</param>
/// <param name="Ideas">Which providers mention an idea in one way; see <see cref="ProviderIndex.KeyOf"/>.</param>
/// <param name="Said">Which providers' texts name a place.</param>
/// <param name="WordUses">How often each word occurs; words of names count twice.</param>
/// <param name="StemUses">How often words of each stem occur; those of names count twice.</param>
internal sealed record ProviderIndexParts(Postings Text, Postings Names, Postings Ideas, Postings Said, int[] WordUses, int[] StemUses);
