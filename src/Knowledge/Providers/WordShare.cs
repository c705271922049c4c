using System.Buffers;
using System.Numerics;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Says what part of some words each provider holds, rare words counting more. To be disposed of when the search is done.</summary>
internal sealed class WordShare : IDisposable
{
    private const int MostWords = 60;

    private readonly ProviderIndex index;
    private readonly string[] stems;
    private readonly int[] numbers;
    private readonly double[] rarities;
    private readonly double all;
    private readonly ulong[] held;

    public WordShare(ProviderIndex index, IReadOnlyList<string> words)
    {
        this.index = index;
        stems = [.. words.Select(Stemmer.Stem).Distinct().Take(MostWords)];
        numbers = [.. stems.Select(index.NumberOfStem)];
        rarities = [.. stems.Select(s => (double)index.Rarity(s))];
        all = rarities.Sum();
        held = stems.Length == 0 ? [] : ArrayPool<ulong>.Shared.Rent(index.Count);
        if (stems.Length > 0) held.AsSpan(0, index.Count).Clear();
        for (var i = 0; i < stems.Length; i++)
        {
            foreach (var provider in index.With(stems[i])) held[provider] |= 1UL << i;
        }
    }

    public int Count => stems.Length;

    /// <summary>From 0, none of them, to 1, all.</summary>
    public double Of(int provider)
    {
        if (stems.Length == 0 || held[provider] == 0) return 0;
        var sum = 0.0;
        for (var left = held[provider]; left != 0; left &= left - 1) sum += rarities[BitOperations.TrailingZeroCount(left)];
        return sum / all;
    }

    /// <summary>True if the name of a provider holds every one of them.</summary>
    public bool AllInName(int provider) => Array.TrueForAll(numbers, stem => index.NameHasStem(provider, stem));

    /// <summary>Whoever holds one of them.</summary>
    public void AddTo(NumberSet set)
    {
        foreach (var stem in stems) set.Add(index.With(stem));
    }

    public void Dispose()
    {
        if (stems.Length > 0) ArrayPool<ulong>.Shared.Return(held);
    }
}
