using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Says what part of some words each provider holds, rare words counting more.</summary>
internal sealed class WordShare
{
    private const int MostWords = 60;

    private readonly ProviderIndex index;
    private readonly string[] stems;
    private readonly int[] numbers;
    private readonly double[] rarities;
    private readonly double all;
    private readonly NumberSet[] held;

    public WordShare(ProviderIndex index, IReadOnlyList<string> words)
    {
        this.index = index;
        stems = [.. words.Select(Stemmer.Stem).Distinct().Take(MostWords)];
        numbers = [.. stems.Select(index.NumberOfStem)];
        rarities = [.. stems.Select(s => (double)index.Rarity(s))];
        all = rarities.Sum();
        held = [.. stems.Select(stem => Holding(index, stem))];
    }

    public int Count => stems.Length;

    /// <summary>From 0, none of them, to 1, all.</summary>
    public double Of(int provider)
    {
        var sum = 0.0;
        for (var i = 0; i < held.Length; i++)
        {
            if (held[i].Contains(provider)) sum += rarities[i];
        }
        return sum == 0 ? 0 : sum / all;
    }

    /// <summary>True if the name of a provider holds every one of them.</summary>
    public bool AllInName(int provider) => Array.TrueForAll(numbers, stem => index.NameHasStem(provider, stem));

    /// <summary>Whoever holds one of them.</summary>
    public void AddTo(NumberSet set)
    {
        foreach (var some in held) set.AddAll(some);
    }

    private static NumberSet Holding(ProviderIndex index, string stem)
    {
        var set = new NumberSet(index.Count);
        set.Add(index.With(stem));
        return set;
    }
}
