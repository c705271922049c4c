using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A question while it is read: its words with slips mended, and which of them have been understood.</summary>
internal sealed class QueryReading
{
    private static readonly HashSet<string> Before = new(
        "in near around nearby for at across from within of covering serving to nearest about outside on".Split(' '), StringComparer.Ordinal);

    // A short word is one slip away from too many others.
    private const int ShortestMended = 5;

    // How often a word must stand in the data to be the likelier one.
    private const int Common = 20;

    private readonly bool[] taken;

    public QueryReading(string text, ProviderIndex index)
    {
        Typed = Words.Split(text);
        taken = new bool[Typed.Count];
        Mended = [.. Typed.Select(w => Mend(w, index))];
    }

    public IReadOnlyList<Word> Typed { get; }

    public IReadOnlyList<Word> Mended { get; }

    public List<Correction> Corrections { get; } = [];

    public bool IsFree(int i) => !taken[i];

    public void Take(int start, int length) => taken.AsSpan(start, length).Fill(true);

    public string Join(IEnumerable<int> words) => string.Join(' ', words.Select(i => Mended[i].Text));

    /// <summary>True if the words before say that a place comes: "in", "near", with or without "the".</summary>
    public bool PlaceComesAt(int i)
    {
        var before = i - 1;
        if (before >= 0 && Mended[before].Text is "the" or "greater" && before > 0) before--;
        return before >= 0 && Before.Contains(Mended[before].Text);
    }

    public bool IsNearAt(int i)
    {
        for (var before = i - 1; before >= 0 && before >= i - 3; before--)
        {
            if (Mended[before].Text is "near" or "nearby" or "around" or "close" or "nearest" or "surrounding" or "miles" or "mile") return true;
            if (Mended[before].Text is not ("the" or "to" or "by" or "place" or "places" or "area" or "in" or "of")) return false;
        }
        return false;
    }

    /// <summary>Words that nothing has claimed and that tell something, by their numbers.</summary>
    public IEnumerable<int> Leftover =>
        Enumerable.Range(0, Mended.Count).Where(i => IsFree(i) && !Mended[i].IsStop && !ServiceWords.Authored.Filler.Contains(Mended[i].Text) && Mended[i].Text.Length > 1 && !char.IsAsciiDigit(Mended[i].Text[0]));

    // A word is right if anything here knows it. A rare word of the data gives way to one that is far commoner and one slip away, and an ending
    // that only the stemmer forgives ("Sandwel") to a place of that name.
    private Word Mend(Word word, ProviderIndex index)
    {
        if (word.IsStop || word.Text.Length < ShortestMended || index.Spelling.Nearest(word.Text) is not { } meant) return word;
        var uses = index.Uses(word.Text);
        if (uses > 0 && (index.Uses(meant) < Common || Spelling.Slips(word.Text, meant, 1) > 1)) return word;
        if (uses == 0 && index.IsSureOfStem(word.Stem) && index.Gazetteer.Named(meant).Count == 0) return word;
        Corrections.Add(new Correction(word.Text, meant));
        return new Word(meant, Stemmer.Stem(meant), word.Start);
    }
}
