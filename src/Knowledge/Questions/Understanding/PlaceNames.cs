using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Understanding;

internal enum PlaceKind
{
    /// <summary>The papers tell of it.</summary>
    InPapers,

    /// <summary>In England, and no paper tells of it.</summary>
    ElsewhereInEngland,

    /// <summary>In Scotland, Wales or Northern Ireland, whose law is another.</summary>
    OtherNation,

    /// <summary>A name that several places share.</summary>
    Shared,
}

/// <param name="Name">As it is written: "Tower Hamlets", "Leeds", "Scotland".</param>
/// <param name="Meanings">For a shared name: the places it may stand for.</param>
internal sealed record PlaceName(string Name, PlaceKind Kind, IReadOnlyList<string> Meanings);

/// <summary>The places that people name, longest name first, so that "Newcastle under Lyme" is never read as another Newcastle.</summary>
internal sealed class PlaceNames
{
    private readonly Dictionary<string, List<(string[] Words, PlaceName Place)>> byFirst = new(StringComparer.Ordinal);

    public PlaceNames(IEnumerable<(string Written, PlaceName Place)> names)
    {
        foreach (var (written, place) in names)
        {
            string[] words = [.. Words.Split(written).Select(w => w.Text)];
            if (!byFirst.TryGetValue(words[0], out var list)) byFirst[words[0]] = list = [];
            list.Add((words, place));
        }
        foreach (var list in byFirst.Values) list.Sort((a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    public IEnumerable<PlaceName> All => byFirst.Values.SelectMany(l => l).Select(p => p.Place).Distinct();

    public IEnumerable<string> AllWords => byFirst.Values.SelectMany(l => l).SelectMany(p => p.Words);

    /// <summary>The places named, and the other words in their order.</summary>
    public (List<PlaceName> Places, List<Word> Others) Read(IReadOnlyList<Word> words)
    {
        var places = new List<PlaceName>();
        var others = new List<Word>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            if (At(words, i) is { } found)
            {
                if (!places.Contains(found.Place)) places.Add(found.Place);
                i += found.Length;
            }
            else others.Add(words[i++]);
        }
        return (places, others);
    }

    private (int Length, PlaceName Place)? At(IReadOnlyList<Word> words, int at)
    {
        if (!byFirst.TryGetValue(words[at].Text, out var names) && !byFirst.TryGetValue(WithoutPossessive(words[at].Text), out names)) return null;
        foreach (var (parts, place) in names)
        {
            if (at + parts.Length > words.Count) continue;
            if (Enumerable.Range(0, parts.Length).All(i => words[at + i].Text == parts[i] || WithoutPossessive(words[at + i].Text) == parts[i])) return (parts.Length, place);
        }
        return null;
    }

    private static string WithoutPossessive(string word) => word.Length > 4 && word[^1] == 's' ? word[..^1] : word;
}
