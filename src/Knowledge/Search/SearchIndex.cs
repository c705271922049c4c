using System.Runtime.InteropServices;

namespace CommissioningBot.Knowledge.Search;

/// <summary>One thing to look for. Terms of one <paramref name="Group"/> (0 to 63) are ways to say the same idea: of those, the best one counts.</summary>
public readonly record struct QueryTerm(string Stem, float Weight, int Group);

/// <summary>A found document: its number in the order of adding, its score, and one bit for each group of the query that it matched.</summary>
public readonly record struct Hit(int Document, float Score, ulong Groups)
{
    public bool Matched(int group) => (Groups & (1UL << group)) != 0;
}

/// <summary>
/// An in-memory full-text index ranked by BM25 (Robertson and Zaragoza, 2009), the same for passages and providers and for both databases,
/// so that all of them find the same things in the same order. Immutable once built; safe for any number of readers.
/// </summary>
public sealed class SearchIndex
{
    private const float K1 = 1.2f;
    private const float B = 0.5f;

    private readonly Dictionary<string, Posting[]> postings;
    private readonly float[] lengths;
    private readonly float averageLength;

    private readonly record struct Posting(int Document, float Frequency);

    private SearchIndex(Dictionary<string, Posting[]> postings, float[] lengths)
    {
        this.postings = postings;
        this.lengths = lengths;
        averageLength = lengths.Length == 0 ? 1 : Math.Max(1, lengths.Average());
    }

    public int Count => lengths.Length;

    /// <summary>All stems that occur, in no order.</summary>
    public IEnumerable<string> Stems => postings.Keys;

    public bool Knows(string stem) => postings.ContainsKey(stem);

    /// <summary>In how many documents a stem occurs.</summary>
    public int DocumentsWith(string stem) => postings.TryGetValue(stem, out var list) ? list.Length : 0;

    /// <summary>How telling a stem is: high for rare ones. A stem that occurs nowhere gets the weight of the rarest.</summary>
    public float Rarity(string stem)
    {
        var n = postings.TryGetValue(stem, out var list) ? list.Length : 0;
        return MathF.Log(1 + (Count - n + 0.5f) / (n + 0.5f));
    }

    /// <summary>The best documents first; equal scores keep the order of adding, so a repeat gives the same list.</summary>
    /// <param name="terms">What to look for.</param>
    /// <param name="top">How many at most.</param>
    /// <param name="admits">Documents for which this is false are left out.</param>
    public IReadOnlyList<Hit> Find(IReadOnlyList<QueryTerm> terms, int top, Func<int, bool>? admits = null)
    {
        var found = new Dictionary<int, Hit>();
        foreach (var group in terms.GroupBy(t => t.Group))
        {
            var best = new Dictionary<int, float>();
            foreach (var term in group)
            {
                if (!postings.TryGetValue(term.Stem, out var list)) continue;
                var rarity = Rarity(term.Stem) * term.Weight;
                foreach (var posting in list)
                {
                    var norm = K1 * (1 - B + B * lengths[posting.Document] / averageLength);
                    var score = rarity * posting.Frequency * (K1 + 1) / (posting.Frequency + norm);
                    ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(best, posting.Document, out _);
                    if (score > slot) slot = score;
                }
            }
            foreach (var (document, score) in best)
            {
                ref var hit = ref CollectionsMarshal.GetValueRefOrAddDefault(found, document, out _);
                hit = new Hit(document, hit.Score + score, hit.Groups | (1UL << group.Key));
            }
        }
        return [.. found.Values
            .Where(h => admits is null || admits(h.Document))
            .OrderByDescending(h => h.Score).ThenBy(h => h.Document)
            .Take(top)];
    }

    /// <summary>Collects documents and makes an index of them. A field's weight says how much a word in it counts beside the others.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<string, List<Posting>> postings = new(StringComparer.Ordinal);
        private readonly List<float> lengths = [];
        private readonly Dictionary<string, float> frequencies = new(StringComparer.Ordinal);
        private float length;

        /// <summary>Adds a document and gives its number, counted from 0.</summary>
        public int Add(params ReadOnlySpan<(string Text, float Weight)> fields)
        {
            foreach (var (text, weight) in fields) Take(Words.Split(text), weight);
            return End();
        }

        /// <summary>Counts words of the document that is being added, for whoever has cut its texts already; <see cref="End"/> ends it.</summary>
        public void Take(IReadOnlyList<Word> words, float weight)
        {
            foreach (var word in words)
            {
                if (word.IsStop) continue;
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, word.Stem, out _) += weight;
                length += 1;
            }
        }

        /// <summary>Ends a document and gives its number, counted from 0.</summary>
        public int End()
        {
            var document = lengths.Count;
            foreach (var (stem, frequency) in frequencies)
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, stem, out _);
                (list ??= []).Add(new Posting(document, frequency));
            }
            lengths.Add(length);
            frequencies.Clear();
            length = 0;
            return document;
        }

        public SearchIndex Build() => new(postings.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal), [.. lengths]);
    }
}
