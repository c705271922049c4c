namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>
/// Finds all smallest ways to cover a need. What somebody brings is a set of parts, as bits; those who bring the same are one kind here. With six
/// parts there are at most 63 kinds, so every way is tried.
/// </summary>
internal static class SmallestCovers
{
    /// <param name="kinds">What different kinds bring, each once.</param>
    /// <param name="need">The parts to be covered; each is in some kind.</param>
    /// <returns>Every set of kinds of the smallest size that covers the need; empty if there is nothing to cover.</returns>
    public static List<int[]> Of(IReadOnlyList<int> kinds, int need)
    {
        var found = new List<int[]>();
        if (need == 0) return found;
        for (var size = 1; found.Count == 0 && size <= int.PopCount(need); size++) Add(kinds, need, 0, size, [], found);
        return found;
    }

    private static void Add(IReadOnlyList<int> kinds, int open, int from, int left, List<int> chosen, List<int[]> found)
    {
        if (open == 0)
        {
            found.Add([.. chosen]);
            return;
        }
        for (var i = from; left > 0 && i < kinds.Count; i++)
        {
            if ((kinds[i] & open) == 0) continue;
            chosen.Add(kinds[i]);
            Add(kinds, open & ~kinds[i], i + 1, left - 1, chosen, found);
            chosen.RemoveAt(chosen.Count - 1);
        }
    }
}
