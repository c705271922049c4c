using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Puts those first that match best; those that match equally well take turns by the week.</summary>
/// <param name="index">What they are from.</param>
/// <param name="query">What was asked, as one text.</param>
/// <param name="week">The number of the week.</param>
internal sealed class RankCandidates(ProviderIndex index, string query, int week)
{
    // More tenths than any score has.
    private const int OneFit = 1_000_000;

    private readonly ulong turn = FairOrder.Begin(query, week);

    /// <summary>The best of them in order.</summary>
    /// <param name="candidates">All that match.</param>
    /// <param name="most">How many are wanted.</param>
    public List<Candidate> Best(List<Candidate> candidates, int most)
    {
        var best = new List<Ranked>();
        foreach (var candidate in candidates)
        {
            var rank = RankOf(candidate);
            // Whose turn it is, is worked out only for those that it may decide on.
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

    // Service without people and people without service are half an answer each: what they mention decides. Scores count in tenths.
    private static int RankOf(Candidate candidate)
    {
        var fit = (int)(candidate.Fit == Fit.PeopleOnly ? Fit.ServiceOnly : candidate.Fit);
        var score = candidate.Score - (candidate.Outside && candidate.Kilometres < double.MaxValue ? candidate.Kilometres / Gazetteer.NearKilometres : 0);
        return fit * OneFit + (int)Math.Round(Math.Round(score, 1) * 10);
    }

    // Candidates come in the order of their numbers, which decides between those that nothing else does.
    private readonly record struct Ranked(Candidate Candidate, int Rank, ulong Turn)
    {
        public bool IsBefore(Ranked other) => Rank > other.Rank || Rank == other.Rank && Turn < other.Turn;
    }
}
