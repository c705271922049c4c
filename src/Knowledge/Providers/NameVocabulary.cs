using System.Numerics;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>How like a word of a name is to one that was asked for, from unlike.</summary>
internal enum Likeness
{
    None,
    Misspelt,
    OtherEnding,
    Same,
}

/// <summary>The different words that names have, ready to be compared with misspelt ones.</summary>
internal sealed class NameVocabulary
{
    private readonly WordTable words;
    private readonly Dictionary<char, Entry[]> byFirst;

    /// <param name="words">Numbers the words.</param>
    /// <param name="names">The providers that have a word in their name, by its number.</param>
    public NameVocabulary(WordTable words, Postings names)
    {
        this.words = words;
        byFirst = Enumerable.Range(0, words.Count).Where(n => names.Count(n) > 0).Select(n => (Text: words[n], Number: n))
            .GroupBy(w => w.Text[0], w => new Entry(w.Number, words.StemOf(w.Number), LettersOf(w.Text), w.Text.Length))
            .ToDictionary(g => g.Key, g => g.ToArray());
    }

    private readonly record struct Entry(int Number, int Stem, uint Letters, int Length);

    /// <summary>The numbers of the words that are like one.</summary>
    public List<(int Word, Likeness How)> Like(Word asked)
    {
        var like = new List<(int, Likeness)>();
        var (number, stem) = words.Look(asked);
        var letters = LettersOf(asked.Text);
        var allowed = asked.Text.Length >= 8 ? 2 : asked.Text.Length >= 5 ? 1 : 0;
        foreach (var entry in byFirst.GetValueOrDefault(asked.Text[0]) ?? [])
        {
            if (entry.Number == number) like.Add((entry.Number, Likeness.Same));
            else if (entry.Stem == stem) like.Add((entry.Number, Likeness.OtherEnding));
            // Each slip changes at most two of the letters that a word has at all: that is seen without comparing letter by letter.
            else if (allowed > 0 && entry.Length >= 4 && Math.Abs(entry.Length - asked.Text.Length) <= allowed && BitOperations.PopCount(entry.Letters ^ letters) <= 2 * allowed
                && Spelling.Slips(asked.Text, words[entry.Number], allowed) <= allowed) like.Add((entry.Number, Likeness.Misspelt));
        }
        return like;
    }

    private static uint LettersOf(string word)
    {
        var letters = 0u;
        foreach (var c in word) letters |= 1u << c;
        return letters;
    }
}
