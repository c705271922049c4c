using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>Looks entries up by their words, for people who read the library itself: every word must be there, and nothing is guessed.</summary>
public sealed class BrowseEntries
{
    private readonly List<(Entry Entry, HashSet<string> Title, HashSet<string> All)> shelf;
    private readonly Dictionary<string, List<Entry>> citing;

    public BrowseEntries(ContentLibrary library)
    {
        shelf = [.. library.All.Where(e => !e.IsQuestionBack).Select(e => (e, Stems(e.Title), Stems($"{e.Id} {e.Title} {string.Join(' ', e.Asks)} {e.Text} {e.More}")))];
        citing = shelf.SelectMany(s => s.Entry.Sources.Select(r => (r.Source, s.Entry))).GroupBy(c => c.Source, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(c => c.Entry).Distinct().ToList(), StringComparer.Ordinal);
    }

    /// <summary>Entries that have all of the words, those with the most of them in the title first; all entries if there are no words.</summary>
    public IReadOnlyList<Entry> With(string words)
    {
        var wanted = Words.Split(words).Where(w => !w.IsStop).Select(w => w.Stem).Distinct().ToList();
        return [.. shelf.Where(s => wanted.TrueForAll(s.All.Contains)).OrderByDescending(s => wanted.Count(s.Title.Contains)).Select(s => s.Entry)];
    }

    /// <summary>Entries that cite a source, in the order of the library; empty for a source that none cites.</summary>
    public IReadOnlyList<Entry> Citing(string source) => citing.GetValueOrDefault(source) ?? [];

    private static HashSet<string> Stems(string text) => Words.Split(text).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
}
