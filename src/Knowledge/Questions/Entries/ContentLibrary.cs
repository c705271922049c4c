using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Procurement;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>All authored content that answers are made of. Loaded whole or not at all.</summary>
public sealed class ContentLibrary
{
    private readonly Dictionary<string, Entry> entries;
    private readonly Dictionary<string, Source> sources;

    private ContentLibrary(IReadOnlyList<Entry> all, Dictionary<string, Source> sources, Thresholds thresholds, WordLists words)
    {
        All = all;
        entries = all.ToDictionary(e => e.Id, StringComparer.Ordinal);
        this.sources = sources;
        Thresholds = thresholds;
        Words = words;
    }

    public IReadOnlyList<Entry> All { get; }

    public Thresholds Thresholds { get; }

    public IReadOnlyCollection<Source> Sources => sources.Values;

    internal WordLists Words { get; }

    public Entry this[string id] => entries[id];

    public Entry? Find(string id) => entries.GetValueOrDefault(id);

    private static readonly Lazy<ContentLibrary> Authored = new(() => Load(AuthoredContent.Files("").Select(f => KeyValuePair.Create("Content/" + f.Key, f.Value))));

    /// <summary>The content that is part of this assembly; read once, because nothing in it changes while the program runs.</summary>
    /// <exception cref="ContentException">Something is half made; the message names file and field.</exception>
    public static ContentLibrary Load() => Authored.Value;

    /// <summary>Loads content given as file names (such as <c>Content/entries/words.md</c>) and texts.</summary>
    /// <exception cref="ContentException">Something is half made; the message names file and field.</exception>
    public static ContentLibrary Load(IEnumerable<KeyValuePair<string, string>> files)
    {
        var byName = files.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var sources = SourceFile.Read("Content/sources.yaml", Text(byName, "Content/sources.yaml"));
        var thresholds = ThresholdFile.Read("Content/thresholds.yaml", Text(byName, "Content/thresholds.yaml"), sources);
        var words = WordLists.Read(name => Text(byName, name));
        var entries = byName
            .Where(f => f.Key.StartsWith("Content/entries/", StringComparison.Ordinal) && f.Key.EndsWith(".md", StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal)
            .SelectMany(f => EntryFile.Read(f.Key, f.Value))
            .ToList();
        ContentCheck.Run(entries, sources, thresholds);
        return new ContentLibrary(entries, sources, thresholds, words);
    }

    /// <summary>The same library with other entries, so that a measurement can leave some of their asks out.</summary>
    internal ContentLibrary With(IReadOnlyList<Entry> others) => new(others, sources, Thresholds, Words);

    /// <summary>The citations of an entry, in the order in which it names them.</summary>
    public IEnumerable<Citation> CitationsOf(Entry entry) => entry.Sources.Select(reference =>
    {
        var source = sources[reference.Source];
        var date = source.Date.Length > 0 ? source.Date : "checked " + Dates.InWords(entry.CheckedOn);
        return new Citation(source.Id, source.Name, reference.Section, date, CurrencyOf(entry, source), source.UrlOf(reference.Section));
    });

    // An entry that sets a paper beside today's law cites both, and each keeps its own standing.
    private static Currency CurrencyOf(Entry entry, Source source) => (source.IsPaper, entry.Currency) switch
    {
        (true, Currency.Closed) => Currency.Closed,
        (true, _) => Currency.LocalPaper,
        (false, Currency.LocalPaper) => Currency.InForce,
        (false, var currency) => currency,
    };

    private static string Text(Dictionary<string, string> files, string name) =>
        files.TryGetValue(name, out var text) ? text : throw new ContentException(name, "is missing");
}
