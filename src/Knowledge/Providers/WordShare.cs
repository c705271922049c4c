using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Says what part of some words each document holds, rare words counting more.</summary>
internal sealed class WordShare
{
    private const int MostWords = 60;

    private readonly Dictionary<int, double> shares = [];

    public WordShare(SearchIndex index, IReadOnlyList<string> words)
    {
        Stems = [.. words.Select(Stemmer.Stem).Distinct().Take(MostWords)];
        var rarities = Stems.Select(s => (double)index.Rarity(s)).ToArray();
        var all = rarities.Sum();
        foreach (var hit in index.Find([.. Stems.Select((s, i) => new QueryTerm(s, 1, i))], int.MaxValue))
        {
            shares[hit.Document] = Enumerable.Range(0, Stems.Count).Where(hit.Matched).Sum(i => rarities[i]) / all;
        }
    }

    public IReadOnlyList<string> Stems { get; }

    public int Count => Stems.Count;

    /// <summary>From 0, none of them, to 1, all.</summary>
    public double Of(int document) => shares.GetValueOrDefault(document);
}
