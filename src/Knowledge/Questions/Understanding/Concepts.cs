using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Understanding;

/// <summary>A word or phrase of a text. <paramref name="Key"/> is the same for all ways to say one idea.</summary>
internal readonly record struct Token(string Key, IReadOnlyList<Word> Words)
{
    public bool IsConcept => Key.StartsWith(Concepts.Mark, StringComparison.Ordinal);

    public bool IsStop => !IsConcept && Words.All(w => w.IsStop);
}

/// <summary>
/// Brings together the ways in which people say one thing: "third sector", "VCS" and "charities" become one key. Phrases of several words
/// work on both sides, because texts and questions are both read here.
/// </summary>
internal sealed class Concepts
{
    /// <summary>Begins the key of an idea; no word begins so.</summary>
    public const string Mark = "zqx";

    private readonly Dictionary<string, List<(string[] Stems, string Key)>> byFirst = new(StringComparer.Ordinal);

    public Concepts(IEnumerable<IEnumerable<string>> groups)
    {
        var number = 0;
        foreach (var group in groups)
        {
            var key = $"{Mark}{number++}";
            foreach (var phrase in group)
            {
                string[] stems = [.. Words.Split(phrase).Select(w => w.Stem)];
                if (stems.Length == 0) continue;
                if (!byFirst.TryGetValue(stems[0], out var list)) byFirst[stems[0]] = list = [];
                list.Add((stems, key));
            }
        }
        foreach (var list in byFirst.Values) list.Sort((a, b) => b.Stems.Length.CompareTo(a.Stems.Length));
    }

    public List<Token> Read(IReadOnlyList<Word> words)
    {
        var tokens = new List<Token>(words.Count);
        for (var i = 0; i < words.Count;)
        {
            var (length, key) = Longest(words, i);
            tokens.Add(new Token(key, [.. words.Skip(i).Take(length)]));
            i += length;
        }
        return tokens;
    }

    /// <summary>The text with the keys of its ideas after it, so that an index finds it by any way of saying them.</summary>
    public string Expand(string text) =>
        text + " " + string.Join(' ', Read(Words.Split(text)).Where(t => t.IsConcept).Select(t => t.Key));

    private (int Length, string Key) Longest(IReadOnlyList<Word> words, int at)
    {
        if (byFirst.TryGetValue(words[at].Stem, out var phrases))
        {
            foreach (var (stems, key) in phrases)
            {
                if (at + stems.Length <= words.Count && Enumerable.Range(1, stems.Length - 1).All(i => words[at + i].Stem == stems[i])) return (stems.Length, key);
            }
        }
        return (1, Amount(words[at].Text) ?? words[at].Stem);
    }

    // "25k" and "£25,000" are one figure.
    private static string? Amount(string text) =>
        text.Length > 1 && text[^1] == 'k' && text[..^1].All(char.IsAsciiDigit) ? text[..^1] + "000" : null;
}
