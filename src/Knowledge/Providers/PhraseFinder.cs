using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A phrase found in a list of words: where it begins and how many words it has.</summary>
/// <param name="Number">The number of the idea; -1 if it has none.</param>
internal readonly record struct FoundPhrase(string Idea, int Number, int Start, int Length);

/// <summary>Finds the phrases of many ideas in one pass. The longest phrases win: "mental health" is not "health".</summary>
/// <param name="table">Where the words of the phrases are kept; what is looked in must be numbered by it or by one that begins with it.</param>
internal sealed class PhraseFinder(WordTable table)
{
    private readonly List<Phrase> all = [];
    private List<Phrase>?[] byFirst = [];

    private sealed record Phrase(string Idea, int Number, NumberedWord[] Words, bool Exact);

    /// <param name="phrase">The words; with = in front they must stand as they are, else their endings do not matter.</param>
    /// <param name="idea">What it stands for.</param>
    /// <param name="number">The number of the idea, if it has one.</param>
    public void Add(string phrase, string idea, int number = -1)
    {
        var words = new List<NumberedWord>();
        table.Cut(phrase, words);
        var first = words[0].Stem;
        if (first >= byFirst.Length) Array.Resize(ref byFirst, Math.Max(first + 1, byFirst.Length * 2));
        var entry = new Phrase(idea, number, [.. words], phrase.StartsWith('='));
        (byFirst[first] ??= []).Add(entry);
        all.Add(entry);
    }

    /// <summary>Those of phrases that begin alike stand together.</summary>
    public IEnumerable<string> AllWords => all.Select(p => p.Words[0].Stem).Distinct().SelectMany(first => byFirst[first]!).SelectMany(p => p.Words).Select(w => table[w.Text]);

    /// <summary>The found phrases; two of them overlap only if they are the same words.</summary>
    /// <param name="words">The words to look in.</param>
    /// <param name="isFree">Words for which this is false are not looked at.</param>
    public List<FoundPhrase> Find(IReadOnlyList<Word> words, Func<int, bool>? isFree = null)
    {
        var found = new List<FoundPhrase>();
        Find([.. words.Select(table.Look)], found, isFree);
        return found;
    }

    /// <param name="words">The words to look in.</param>
    /// <param name="found">Takes the found phrases; emptied before.</param>
    /// <param name="isFree">As above.</param>
    public void Find(ReadOnlySpan<NumberedWord> words, List<FoundPhrase> found, Func<int, bool>? isFree = null)
    {
        found.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            if ((uint)words[i].Stem >= (uint)byFirst.Length || byFirst[words[i].Stem] is not { } phrases) continue;
            foreach (var phrase in phrases)
            {
                if (StandsAt(words, i, phrase, isFree)) found.Add(new FoundPhrase(phrase.Idea, phrase.Number, i, phrase.Words.Length));
            }
        }
        if (found.Count > 1) KeepLongest(found);
    }

    // The longest first, of those the first; few are found in one text.
    private static void KeepLongest(List<FoundPhrase> found)
    {
        for (var i = 1; i < found.Count; i++)
        {
            var one = found[i];
            var at = i;
            for (; at > 0 && (found[at - 1].Length < one.Length || found[at - 1].Length == one.Length && found[at - 1].Start > one.Start); at--) found[at] = found[at - 1];
            found[at] = one;
        }
        var kept = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (IsFreeOf(found, kept, found[i])) found[kept++] = found[i];
        }
        found.RemoveRange(kept, found.Count - kept);
    }

    private static bool IsFreeOf(List<FoundPhrase> found, int kept, FoundPhrase candidate)
    {
        for (var i = 0; i < kept; i++)
        {
            var other = found[i];
            var overlaps = other.Start + other.Length > candidate.Start && candidate.Start + candidate.Length > other.Start;
            if (overlaps && (other.Start != candidate.Start || other.Length != candidate.Length)) return false;
        }
        return true;
    }

    private static bool StandsAt(ReadOnlySpan<NumberedWord> words, int start, Phrase phrase, Func<int, bool>? isFree)
    {
        if (start + phrase.Words.Length > words.Length) return false;
        for (var i = 0; i < phrase.Words.Length; i++)
        {
            if (isFree is not null && !isFree(start + i)) return false;
            if (phrase.Exact ? words[start + i].Text != phrase.Words[i].Text : words[start + i].Stem != phrase.Words[i].Stem) return false;
        }
        return true;
    }
}
