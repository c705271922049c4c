namespace CommissioningBot.Knowledge.Search;

/// <summary>Keeps each different word and its stem once while many texts are cut, which saves most of the memory and of the time. For one thread.</summary>
public sealed class WordTable
{
    private readonly Dictionary<string, (string Word, string Stem)> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Word, string Stem)>.AlternateLookup<ReadOnlySpan<char>> lookup;

    public WordTable() => lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="folded">One word (see <see cref="Words.Fold"/>).</param>
    public (string Word, string Stem) Of(ReadOnlySpan<char> folded)
    {
        if (lookup.TryGetValue(folded, out var found)) return found;
        var (word, stem) = Fresh(folded);
        if (!stems.TryAdd(stem, stem)) stem = stems[stem];
        return known[word] = (word, stem);
    }

    internal static (string Word, string Stem) Fresh(ReadOnlySpan<char> folded)
    {
        var word = folded.ToString();
        return (word, Stemmer.Stem(word));
    }
}
