using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Puts those first that match best; those that match equally well take turns by the week.</summary>
/// <param name="index">What they are from.</param>
/// <param name="query">What was asked, as one text.</param>
/// <param name="week">The number of the week.</param>
internal sealed class RankCandidates(ProviderIndex index, string query, int week)
{
    private readonly ulong turn = FairOrder.Begin(query, week);

    /// <summary>The best of them in order.</summary>
    /// <param name="candidates">All that match.</param>
    /// <param name="most">How many are wanted.</param>
    public List<Candidate> Best(List<Candidate> candidates, int most)
    {
        var ranks = candidates.ConvertAll(c => RankOf(c));
        var least = LeastRank(ranks, most);
        var best = new List<(Candidate Candidate, (int, double) Rank, ulong Turn)>();
        // Whose turn it is, is worked out only for those that it may decide on.
        for (var i = 0; i < candidates.Count; i++)
        {
            if (ranks[i].CompareTo(least) >= 0) best.Add((candidates[i], ranks[i], FairOrder.Of(turn, index.IdOf(candidates[i].Number))));
        }
        best.Sort((a, b) => b.Rank.CompareTo(a.Rank) is not 0 and var byRank ? byRank : a.Turn.CompareTo(b.Turn) is not 0 and var byTurn ? byTurn : a.Candidate.Number.CompareTo(b.Candidate.Number));
        return [.. best.Take(most).Select(b => b.Candidate)];
    }

    // Service without people and people without service are half an answer each: what they mention decides.
    private static (int Fit, double Score) RankOf(Candidate candidate) =>
        ((int)(candidate.Fit == Fit.PeopleOnly ? Fit.ServiceOnly : candidate.Fit),
        Math.Round(candidate.Score - (candidate.Outside && candidate.Kilometres < double.MaxValue ? candidate.Kilometres / Gazetteer.NearKilometres : 0), 1));

    private static (int, double) LeastRank(List<(int, double)> ranks, int most)
    {
        var counts = new Dictionary<(int, double), int>();
        foreach (var rank in ranks) System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, rank, out _)++;
        var taken = 0;
        foreach (var (rank, count) in counts.OrderByDescending(c => c.Key))
        {
            taken += count;
            if (taken >= most) return rank;
        }
        return (int.MinValue, 0);
    }
}
