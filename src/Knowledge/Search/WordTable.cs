namespace CommissioningBot.Knowledge.Search;

/// <summary>A word of a text by its number and by that of its stem in a <see cref="WordTable"/>; -1 for what the table does not have.</summary>
internal readonly record struct NumberedWord(int Text, int Stem);

/// <summary>
/// Every different word of many texts once, with its stem, both by number: what is cut into numbers takes little room and is quickly compared.
/// Any number of threads may look words up; one may add.
/// </summary>
internal sealed class WordTable
{
    private const int NotWorkedOut = -1;

    private readonly TextTable texts;
    private int[] stems;
    private bool[] stops;

    public WordTable() => (texts, stems, stops) = (new TextTable(), [], []);

    /// <summary>Begins with the words of another one, under the same numbers.</summary>
    public WordTable(WordTable from) => (texts, stems, stops) = (new TextTable(from.texts), [.. from.stems], [.. from.stops]);

    /// <summary>How many numbers there are. Stems that no text has as a word have one too.</summary>
    public int Count => texts.Count;

    public string this[int number] => texts[number];

    /// <summary>The number of a folded word or of a stem; -1 if it is not there.</summary>
    public int Find(string text) => texts.Find(text);

    public bool IsStop(int number) => stops[number];

    public int StemOf(int number) => stems[number];

    public ReadOnlySpan<byte> Utf8(int number) => texts.Utf8(number);

    /// <summary>The number of a folded word, which is added if it is not there.</summary>
    public int Add(string folded) => Add(folded.AsSpan()).Text;

    /// <summary>Cuts a text as <see cref="Words.Split(string)"/> does and adds its words to the table.</summary>
    public void Cut(string text, List<NumberedWord> into)
    {
        var adding = new Adding(this, into);
        Words.Cut(text, ref adding);
    }

    /// <summary>The words of a text as far as the table has them.</summary>
    public List<NumberedWord> Look(string text)
    {
        var words = new List<NumberedWord>(text.Length / 5);
        var looking = new Looking(this, words);
        Words.Cut(text, ref looking);
        return words;
    }

    public NumberedWord Look(Word word) => new(texts.Find(word.Text), texts.Find(word.Stem));

    /// <summary>Gives back what was only there to grow into.</summary>
    public void Trim()
    {
        texts.Trim();
        Array.Resize(ref stems, Count);
        Array.Resize(ref stops, Count);
    }

    private NumberedWord Add(ReadOnlySpan<char> folded)
    {
        var number = AddText(folded);
        var stem = stems[number];
        if (stem != NotWorkedOut) return new NumberedWord(number, stem);
        var word = folded.ToString();
        stem = AddText(Stemmer.Stem(word));
        return new NumberedWord(number, stems[number] = stem);
    }

    private int AddText(ReadOnlySpan<char> text)
    {
        var number = texts.Add(text);
        if (number < stems.Length && number < texts.Count - 1) return number;
        if (number >= stems.Length)
        {
            var known = stems.Length;
            Array.Resize(ref stems, Math.Max(256, known * 2));
            Array.Resize(ref stops, stems.Length);
            stems.AsSpan(known).Fill(NotWorkedOut);
        }
        stops[number] = Words.IsStop(text.ToString());
        return number;
    }

    private readonly struct Adding(WordTable table, List<NumberedWord> into) : ITakeWords
    {
        public void Take(ReadOnlySpan<char> word, int start) => into.Add(table.Add(word));
    }

    private readonly struct Looking(WordTable table, List<NumberedWord> into) : ITakeWords
    {
        public void Take(ReadOnlySpan<char> word, int start)
        {
            var number = table.texts.Find(word);
            var stem = number >= 0 ? table.stems[number] : NotWorkedOut;
            into.Add(new NumberedWord(number, stem >= 0 ? stem : table.texts.Find(Stemmer.Stem(word.ToString()))));
        }
    }
}
