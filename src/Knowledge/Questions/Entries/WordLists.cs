using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>The authored lists that questions are understood with. Everyday words are right as they are and not taken for slips of others.</summary>
internal sealed record WordLists(Concepts Concepts, IReadOnlyList<string> Phrases, IReadOnlyList<string> Everyday, PlaceNames Places, Boundaries Boundaries, Languages Languages)
{
    private const string SynonymFile = "Content/synonyms.yaml";
    private const string EverydayFile = "Content/questions/everyday-words.txt";
    private const string PlaceFile = "Content/questions/places.yaml";
    private const string BoundaryFile = "Content/questions/boundaries.yaml";
    private const string LanguageFile = "Content/questions/languages.yaml";

    private sealed class PlaceLists
    {
        /// <summary>Places of the papers, each with the other ways to write it.</summary>
        public Dictionary<string, List<string>> InPapers { get; set; } = [];
        public Dictionary<string, List<string>> Shared { get; set; } = [];
        public List<string> England { get; set; } = [];

        /// <summary>Other nations, each with the names of places in it.</summary>
        public Dictionary<string, List<string>> Nations { get; set; } = [];
    }

    public static WordLists Read(Func<string, string> text)
    {
        var synonyms = Yaml.Read<List<List<string>>>(SynonymFile, text(SynonymFile));
        var places = Yaml.Read<PlaceLists>(PlaceFile, text(PlaceFile));
        return new WordLists(
            new Concepts(synonyms),
            [.. synonyms.SelectMany(g => g)],
            text(EverydayFile).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
            new PlaceNames(Names(places)),
            Boundaries.Read(BoundaryFile, text(BoundaryFile)),
            Languages.Read(LanguageFile, text(LanguageFile)));
    }

    private static IEnumerable<(string, PlaceName)> Names(PlaceLists lists)
    {
        foreach (var (name, others) in lists.InPapers)
            foreach (var written in others.Prepend(name)) yield return (written, new PlaceName(name, PlaceKind.InPapers, []));
        foreach (var (name, meanings) in lists.Shared) yield return (name, new PlaceName(name, PlaceKind.Shared, meanings));
        foreach (var name in lists.England) yield return (name, new PlaceName(name, PlaceKind.ElsewhereInEngland, []));
        foreach (var (nation, names) in lists.Nations)
            foreach (var written in names.Prepend(nation)) yield return (written, new PlaceName(nation, PlaceKind.OtherNation, []));
    }
}
