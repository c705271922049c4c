using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A phrase found in a list of words: where it begins and how many words it has.</summary>
internal readonly record struct FoundPhrase(string Idea, int Start, int Length);

/// <summary>Finds the phrases of many ideas in one pass. The longest phrases win: "mental health" is not "health".</summary>
internal sealed class PhraseFinder
{
    private readonly Dictionary<string, List<Phrase>> byFirst = new(StringComparer.Ordinal);

    private sealed record Phrase(string Idea, IReadOnlyList<Word> Words, bool Exact);

    /// <param name="phrase">The words; with = in front they must stand as they are, else their endings do not matter.</param>
    public void Add(string phrase, string idea)
    {
        var words = Words.Split(phrase);
        var exact = phrase.StartsWith('=');
        if (!byFirst.TryGetValue(words[0].Stem, out var list)) byFirst[words[0].Stem] = list = [];
        list.Add(new Phrase(idea, words, exact));
    }

    public IEnumerable<string> AllWords => byFirst.Values.SelectMany(l => l).SelectMany(p => p.Words).Select(w => w.Text);

    /// <summary>The found phrases; two of them overlap only if they are the same words.</summary>
    /// <param name="words">The words to look in.</param>
    /// <param name="isFree">Words for which this is false are not looked at.</param>
    public List<FoundPhrase> Find(IReadOnlyList<Word> words, Func<int, bool>? isFree = null)
    {
        var candidates = new List<FoundPhrase>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!byFirst.TryGetValue(words[i].Stem, out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                if (StandsAt(words, i, phrase, isFree)) candidates.Add(new FoundPhrase(phrase.Idea, i, phrase.Words.Count));
            }
        }
        if (candidates.Count < 2) return candidates;
        var chosen = new List<FoundPhrase>();
        foreach (var candidate in candidates.OrderByDescending(c => c.Length).ThenBy(c => c.Start))
        {
            if (chosen.TrueForAll(c => c.Start + c.Length <= candidate.Start || candidate.Start + candidate.Length <= c.Start
                || c.Start == candidate.Start && c.Length == candidate.Length)) chosen.Add(candidate);
        }
        return chosen;
    }

    private static bool StandsAt(IReadOnlyList<Word> words, int start, Phrase phrase, Func<int, bool>? isFree)
    {
        if (start + phrase.Words.Count > words.Count) return false;
        for (var i = 0; i < phrase.Words.Count; i++)
        {
            if (isFree is not null && !isFree(start + i)) return false;
            if (phrase.Exact ? words[start + i].Text != phrase.Words[i].Text : words[start + i].Stem != phrase.Words[i].Stem) return false;
        }
        return true;
    }
}
