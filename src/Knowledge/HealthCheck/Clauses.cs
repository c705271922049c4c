using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// A typed sentence as telling words, clause by clause. "Haven't", "isn't" and the like all become "not"; small words are left out, so that
/// "two of us have to sign" holds "two sign".
/// </summary>
internal sealed class Clauses
{
    // How many telling words may stand between two words of a phrase.
    private const int WidestGap = 2;

    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "of", "to", "at", "in", "on", "by", "for", "with", "and", "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "got", "get",
        "we", "i", "it", "its", "our", "they", "their", "that", "thats", "this", "these", "those", "weve", "ive", "theyve", "wed", "were", "im", "theres", "there",
        "really", "quite", "very", "so", "do", "did", "or", "as", "up", "any", "who", "your", "you", "would", "will", "can", "could",
    };

    private static readonly HashSet<string> Negators = new(StringComparer.Ordinal) { "not", "no", "never", "nobody", "none", "nothing", "without", "hardly", "barely", "scarcely", "nowhere" };

    private static readonly HashSet<string> Not = new(StringComparer.Ordinal)
    {
        "havent", "hasnt", "hadnt", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "cant", "cannot", "couldnt", "wont", "wouldnt", "aint", "nor",
    };

    private static readonly Dictionary<string, string> Everyday = new(StringComparer.Ordinal)
    {
        ["nobodys"] = "nobody", ["noone"] = "nobody", ["nowt"] = "nothing", ["nuthin"] = "nothing", ["nope"] = "no", ["nah"] = "no",
        ["commitee"] = "committee", ["comittee"] = "committee", ["committe"] = "committee", ["secratary"] = "secretary", ["insurence"] = "insurance", ["safegarding"] = "safeguarding", ["recipts"] = "receipts",
    };

    private static readonly HashSet<string> NewClause = new(StringComparer.Ordinal) { "but", "though", "although", "because", "however", "yet" };

    private readonly List<(string Stem, int Clause)> words = [];

    public Clauses(string text)
    {
        var clause = 0;
        foreach (var part in Words.Fold(text).Split(',', '.', ';', ':', '!', '(', ')', '\n'))
        {
            foreach (var word in Words.Split(part))
            {
                var plain = Not.Contains(word.Text) ? "not" : Everyday.GetValueOrDefault(word.Text, word.Text);
                // "Not yet" is no new clause.
                if (NewClause.Contains(plain) && !(plain == "yet" && words.Count > 0))
                {
                    clause++;
                    continue;
                }
                if (!Small.Contains(plain)) words.Add((IsNegator(plain) ? plain : plain == word.Text ? word.Stem : Words.Split(plain)[0].Stem, clause));
            }
            clause++;
        }
    }

    public int Count => words.Count;

    /// <summary>The clauses, each as its telling words.</summary>
    public IEnumerable<(int Clause, IReadOnlyList<string> Words)> All =>
        words.GroupBy(w => w.Clause).Select(g => (g.Key, (IReadOnlyList<string>)[.. g.Select(w => w.Stem)]));

    public static bool IsNegator(string word) => Negators.Contains(word);

    /// <summary>Where a phrase stands and whether a "not" in its clause turns it off; null if it does not stand there.</summary>
    public Found? Find(string phrase) => Find(new Clauses(phrase));

    public Found? Find(Clauses phrase)
    {
        if (phrase.Count == 0) return null;
        var saysNo = phrase.words.Exists(w => IsNegator(w.Stem));
        Found? negated = null;
        for (var start = 0; start < words.Count; start++)
        {
            if (!Same(words[start].Stem, phrase.words[0].Stem) || End(phrase, start) is not { } end) continue;
            var clause = words[start].Clause;
            var not = !saysNo && Enumerable.Range(0, end + 1).Any(i => words[i].Clause == clause && i >= start - 4 && IsNegator(words[i].Stem));
            var found = new Found(start, end, clause, not);
            if (!not) return found;
            negated ??= found;
        }
        return negated;
    }

    // "No notes", "hardly any notes" and "nobody takes notes" are one thing to say.
    private static bool Same(string one, string other) => one == other || (IsNegator(one) && IsNegator(other));

    private int? End(Clauses phrase, int start)
    {
        var at = start;
        foreach (var (stem, _) in phrase.words.Skip(1))
        {
            var next = words.FindIndex(at + 1, Math.Min(WidestGap + 1, words.Count - at - 1), w => Same(w.Stem, stem));
            if (next < 0) return null;
            at = next;
        }
        return at;
    }

    public sealed record Found(int Start, int End, int Clause, bool IsNegated);
}
