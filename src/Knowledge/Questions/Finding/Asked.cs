using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>One reading of a question, held against every entry at once.</summary>
internal sealed class Asked
{
    private readonly AskedBefore before;
    private readonly float[] shared;
    private readonly float[] covered;
    private readonly float[] inTitle;
    private readonly float[]? sense;
    private readonly float own, total, strict;

    /// <param name="ideas">Its different words and phrases, each with what it weighs beside asks, in coverage, and in coverage if unknown words count in full.</param>
    public Asked(IReadOnlyList<(Token Token, float InAsks, float Weight, float Strict)> ideas, AskedBefore before, Meanings meanings, float[] weights)
    {
        this.before = before;
        shared = new float[before.Weights.Length];
        covered = new float[before.First.Length - 1];
        inTitle = new float[covered.Length];
        own = ideas.Sum(i => i.InAsks);
        var telling = ideas.Where(i => !i.Token.IsStop).ToList();
        total = telling.Sum(i => i.Weight);
        strict = telling.Sum(i => i.Strict);
        sense = Meanings.Together(telling.Select(i => (Meanings.Direction(i.Token), i.InAsks)));
        Kind = WantedKind.In(string.Join(' ', ideas.SelectMany(i => i.Token.Words).Select(w => w.Text)));
        Add(ideas, meanings, weights);
    }

    public Regex? Kind { get; }

    /// <summary>The share of the question that an entry speaks of, words that no entry knows counting in full.</summary>
    public float CoverageOf(int entry) => covered[entry] / strict;

    public Fit FitOf(int entry, float words, bool isOfKind)
    {
        float first = 0, second = 0, sensed = 0;
        for (var a = before.First[entry]; a < before.First[entry + 1]; a++)
        {
            var likeness = shared[a] == 0 ? 0 : shared[a] / (before.Weights[a] + own);
            (first, second) = likeness > first ? (likeness, first) : (first, Math.Max(second, likeness));
            if (sense is not null && before.Senses[a] is { } other) sensed = Math.Max(sensed, WordVectors.Nearness(sense, other));
        }
        return new Fit(first, second, covered[entry] / total, inTitle[entry] / total, sensed, words, isOfKind ? 1 : 0);
    }

    private void Add(IReadOnlyList<(Token Token, float InAsks, float Weight, float Strict)> ideas, Meanings meanings, float[] weights)
    {
        var nearest = new float[meanings.Count];
        var inAsk = new Best(shared.Length);
        var inEntry = new Best(covered.Length);
        foreach (var (token, weightInAsks, weight, _) in ideas)
        {
            foreach (var (idea, nearness) in meanings.NearTo(token))
            {
                nearest[idea] = Math.Max(nearest[idea], nearness);
                foreach (var ask in before.AsksWith(idea)) inAsk.See(ask, nearness);
                if (token.IsStop) continue;
                foreach (var entry in before.EntriesWith(idea)) inEntry.See(entry, nearness);
            }
            inAsk.Empty((ask, nearness) =>
            {
                shared[ask] += weightInAsks * nearness;
                if (!token.IsStop && before.EntryOfTitle[ask] is >= 0 and var entry) inTitle[entry] += weight * nearness;
            });
            inEntry.Empty((entry, nearness) => covered[entry] += weight * nearness);
        }
        for (var idea = 0; idea < nearest.Length; idea++)
            if (nearest[idea] > 0) foreach (var ask in before.AsksWith(idea)) shared[ask] += weights[idea] * nearest[idea];
    }

    /// <summary>The best nearness that was seen for each of many things.</summary>
    private sealed class Best(int count)
    {
        private readonly float[] best = new float[count];
        private readonly List<int> seen = [];

        public void See(int thing, float nearness)
        {
            if (best[thing] == 0) seen.Add(thing);
            if (nearness > best[thing]) best[thing] = nearness;
        }

        public void Empty(Action<int, float> take)
        {
            foreach (var thing in seen)
            {
                take(thing, best[thing]);
                best[thing] = 0;
            }
            seen.Clear();
        }
    }
}
