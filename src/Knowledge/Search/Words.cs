using System.Buffers;
using System.Globalization;
using System.Text;

namespace CommissioningBot.Knowledge.Search;

/// <summary>One word of a text: folded (lower case, plain letters) and its stem, with where it stood in the folded text.</summary>
public readonly record struct Word(string Text, string Stem, int Start)
{
    /// <summary>True for words such as "the" or "of", which say nothing about what a text is on.</summary>
    public bool IsStop => Words.IsStop(Text);
}

/// <summary>How this product cuts text into words. Questions, passages and providers are all cut here, so that they meet.</summary>
public static class Words
{
    private static readonly HashSet<string> Stops = new(StringComparer.Ordinal)
    {
        "a", "an", "and", "any", "are", "as", "at", "be", "been", "being", "but", "by", "can", "could", "did", "do", "does", "doing",
        "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "im", "in", "into", "is", "it", "its", "ive",
        "just", "me", "my", "no", "not", "of", "off", "on", "or", "our", "out", "s", "she", "should", "so", "some", "t", "than", "that",
        "thats", "the", "their", "them", "then", "there", "theres", "these", "they", "theyre", "this", "those", "to", "up", "us", "was",
        "we", "were", "weve", "what", "whats", "when", "where", "which", "who", "whos", "why", "will", "with", "would", "you", "your",
        "please", "tell", "about", "mean", "means", "meant", "get", "got", "also", "im", "id", "dont", "cant", "isnt", "lets",
    };

    public static bool IsStop(string folded) => Stops.Contains(folded);

    /// <summary>The words of a text in order. Apostrophes join ("don't" is "dont"), every other sign parts; a pound sign stays with its figure.</summary>
    public static List<Word> Split(string text)
    {
        var words = new Splitting(new List<Word>(text.Length / 5));
        Cut(text, ref words);
        return words.All;
    }

    /// <summary>As <see cref="Split"/>, for whoever cuts many texts and wants no string of each word.</summary>
    internal static void Cut<T>(string text, ref T taker) where T : struct, ITakeWords
    {
        var whole = Ascii.IsValid(text) ? null : Fold(text);
        var buffer = ArrayPool<char>.Shared.Rent(2 * Math.Max(text.Length, whole?.Length ?? 0) + 1);
        ReadOnlySpan<char> folded = whole is null ? buffer.AsSpan(0, FoldPlain(text, buffer)) : whole;
        Cut(folded, buffer.AsSpan(folded.Length), ref taker);
        ArrayPool<char>.Shared.Return(buffer);
    }

    private static void Cut<T>(ReadOnlySpan<char> folded, Span<char> current, ref T taker) where T : struct, ITakeWords
    {
        var (start, length) = (0, 0);
        for (var i = 0; i <= folded.Length; i++)
        {
            var c = i < folded.Length ? folded[i] : ' ';
            if (char.IsLetterOrDigit(c) || (c == ',' || c == '.') && IsInsideNumber(folded, i))
            {
                if (length == 0) start = i;
                if (c != ',') current[length++] = c;
            }
            else if (c != '\'' && length > 0)
            {
                taker.Take(current[..length], start);
                length = 0;
            }
        }
    }

    /// <summary>
    /// Lower case, accents dropped, curly quotes and dashes made plain, and every character that a person cannot see
    /// (zero-width, text-direction and tag characters) taken out, so that hidden text can neither match nor be repeated.
    /// </summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            var plain = new char[text.Length];
            return new string(plain, 0, FoldPlain(text, plain));
        }
        // Half of a surrogate pair, such as a cut-off emoji leaves, cannot be normalised.
        var decomposed = string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control when rune.Value is not ('\n' or '\t' or '\r'):
                    continue;
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control:
                    folded.Append(' ');
                    continue;
                case UnicodeCategory.DashPunctuation:
                    folded.Append('-');
                    continue;
                default:
                    folded.Append(rune.Value switch
                    {
                        0x2018 or 0x2019 or 0x02BC or 0x0060 or 0x00B4 => "'",
                        0x201C or 0x201D => "\"",
                        _ => Rune.ToLowerInvariant(rune).ToString(),
                    });
                    continue;
            }
        }
        return folded.ToString();
    }

    // What the switch above does to each character of ASCII, without taking the text apart; gives how many characters are left.
    private static int FoldPlain(string text, Span<char> folded)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (c is '\n' or '\t' or '\r') folded[length++] = ' ';
            else if (!char.IsControl(c)) folded[length++] = c == '`' ? '\'' : (char)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c);
        }
        return length;
    }

    private static bool IsInsideNumber(ReadOnlySpan<char> text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private readonly struct Splitting(List<Word> all) : ITakeWords
    {
        public List<Word> All => all;

        public void Take(ReadOnlySpan<char> word, int start)
        {
            var text = word.ToString();
            all.Add(new Word(text, Stemmer.Stem(text), start));
        }
    }
}

/// <summary>Takes the words of a text one after the other.</summary>
internal interface ITakeWords
{
    void Take(ReadOnlySpan<char> word, int start);
}
