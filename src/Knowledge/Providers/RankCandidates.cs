using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Puts those first that match best; those that match equally well take turns by the week.</summary>
/// <param name="index">What they are from.</param>
/// <param name="query">What was asked, as one text.</param>
/// <param name="week">The number of the week.</param>
internal sealed class RankCandidates(ProviderIndex index, string query, int week)
{
    // More than any score comes to, in tenths of which each has its ages.
    private const long OneFit = 10_000_000;
    private const int Ages = Freshness.LongAgo + 1;
    private const int Fits = (int)Fit.Named + 1;
    private const int Steps = FilterStandings.Most + 1;

    // Beyond so many, one at a time in its place is slower than all at once.
    private const int Few = 200;

    private readonly ulong turn = FairOrder.Begin(query, week);

    /// <summary>The best of them in order.</summary>
    /// <param name="candidates">All that match.</param>
    /// <param name="most">How many are wanted.</param>
    public List<Candidate> Best(List<Candidate> candidates, int most)
    {
        if (most > Few)
        {
            var all = candidates.ConvertAll(c => new Ranked(c, RankOf(c) + Youth(c), FairOrder.Of(turn, index.IdOf(c.Number))));
            return [.. all.OrderByDescending(r => r.Rank).ThenBy(r => r.Turn).ThenBy(r => r.Candidate.Number).Take(most).Select(r => r.Candidate)];
        }
        var best = new List<Ranked>();
        foreach (var candidate in candidates)
        {
            // How fresh it is and whose turn it is, is worked out only for those that it may decide on.
            var rank = RankOf(candidate);
            if (best.Count == most && rank + Freshness.LongAgo < best[^1].Rank) continue;
            rank += Youth(candidate);
            if (best.Count == most && rank < best[^1].Rank) continue;
            var ranked = new Ranked(candidate, rank, FairOrder.Of(turn, index.IdOf(candidate.Number)));
            var at = best.Count;
            while (at > 0 && ranked.IsBefore(best[at - 1])) at--;
            if (at == most) continue;
            best.Insert(at, ranked);
            if (best.Count > most) best.RemoveAt(most);
        }
        return best.ConvertAll(b => b.Candidate);
    }

    // Filters order and never leave out: who states it, then who does not say, then who says otherwise. Service without people and people without service
    // are half an answer each: what they mention decides. Scores count in tenths.
    private static long RankOf(Candidate candidate)
    {
        var filters = candidate.Filters.Count == 0 ? 0 : (FilterStanding.Differs - candidate.Filters.Together) * Steps + FilterStandings.Most - candidate.Filters.Open;
        var fit = (int)(candidate.Fit == Fit.PeopleOnly ? Fit.ServiceOnly : candidate.Fit);
        var score = candidate.Score - (candidate.Outside && candidate.Kilometres < double.MaxValue ? candidate.Kilometres / Gazetteer.NearKilometres : 0);
        return ((long)filters * Fits + fit) * OneFit + (long)Math.Round(Math.Round(score, 1) * 10) * Ages;
    }

    // Of equals, an old grant is a weaker sign that a group runs than a fresh word.
    private int Youth(Candidate candidate) => Freshness.LongAgo - Freshness.Of(index.Outlines.NewestYear(candidate.Number), week);

    // Candidates come in the order of their numbers, which decides between those that nothing else does.
    private readonly record struct Ranked(Candidate Candidate, long Rank, ulong Turn)
    {
        public bool IsBefore(Ranked other) => Rank > other.Rank || Rank == other.Rank && Turn < other.Turn;
    }
}
