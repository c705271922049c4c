namespace CommissioningBot.Knowledge.Search;

/// <summary>Finds the known word that a misspelt one was probably meant to be.</summary>
public sealed class Spelling
{
    private readonly Dictionary<int, List<(string Word, int Uses)>> byLength = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <param name="words">Known folded words with how often each is used; of two equally near ones the commoner wins.</param>
    public Spelling(IEnumerable<(string Word, int Uses)> words)
    {
        foreach (var (word, uses) in words)
        {
            if (!known.Add(word) || word.Length < 4) continue;
            if (!byLength.TryGetValue(word.Length, out var list)) byLength[word.Length] = list = [];
            list.Add((word, uses));
        }
    }

    public bool Knows(string word) => known.Contains(word);

    /// <summary>
    /// The nearest known word: one slip away (a letter missing, added, changed or swapped with its neighbour), two for words of eight letters
    /// or more; null if none is near, or the word is known, short or has digits in it.
    /// </summary>
    public string? Nearest(string word)
    {
        if (word.Length < 4 || known.Contains(word) || word.Any(char.IsDigit)) return null;
        var allowed = word.Length >= 8 ? 2 : 1;
        (string Word, int Slips, int Uses)? best = null;
        for (var length = word.Length - allowed; length <= word.Length + allowed; length++)
        {
            if (!byLength.TryGetValue(length, out var candidates)) continue;
            foreach (var (candidate, uses) in candidates)
            {
                // People seldom get the first letter wrong, and skipping the rest keeps this fast.
                if (candidate[0] != word[0]) continue;
                var slips = Slips(word, candidate, best?.Slips ?? allowed);
                if (slips > allowed) continue;
                if (best is null || slips < best.Value.Slips || slips == best.Value.Slips && uses > best.Value.Uses) best = (candidate, slips, uses);
            }
        }
        return best?.Word;
    }

    /// <summary>The restricted Damerau-Levenshtein distance, or more than <paramref name="limit"/> as soon as that is certain.</summary>
    public static int Slips(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        Span<int> twoAgo = stackalloc int[b.Length + 1];
        Span<int> previous = stackalloc int[b.Length + 1];
        Span<int> current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var d = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d = Math.Min(d, twoAgo[j - 2] + 1);
                current[j] = d;
                least = Math.Min(least, d);
            }
            if (least > limit) return limit + 1;
            var spare = twoAgo;
            twoAgo = previous;
            previous = current;
            current = spare;
        }
        return previous[b.Length];
    }
}
