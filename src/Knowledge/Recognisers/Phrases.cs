namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>A table of phrases with what each stands for; where several fit, the longest does.</summary>
internal sealed class Phrases<T>
{
    private readonly Dictionary<string, (string[] Words, T Meaning)[]> byFirst;

    /// <param name="table">Phrases with spaces between their words and signs, several parted by a bar.</param>
    public Phrases(params (string Phrases, T Meaning)[] table) =>
        byFirst = table
            .SelectMany(row => row.Phrases.Split('|').Select(p => (Words: p.Split(' '), row.Meaning)))
            .GroupBy(p => p.Words[0], StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal);

    public (int To, T Meaning)? At(Tokens tokens, int i)
    {
        if (!byFirst.TryGetValue(tokens[i].Text, out var candidates)) return null;
        foreach (var (words, meaning) in candidates)
            if (tokens.Are(i, words)) return (i + words.Length, meaning);
        return null;
    }
}
