using System.Globalization;
using System.Text;

namespace CommissioningBot.Knowledge.Recognisers;

internal enum TokenKind { None, Word, Figures, Sign }

/// <summary>A word, a run of figures or one sign. The text is in lower case, without apostrophes; dashes of every length are "-".</summary>
/// <param name="IsGlued">Whether it follows the token before it with nothing between.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool IsGlued)
{
    public bool IsWord => Kind == TokenKind.Word;

    public bool IsFigures => Kind == TokenKind.Figures;

    public bool Is(string text) => Text == text;
}

/// <summary>A text cut where letters, figures and signs meet, so that "25k", "21st" and "£5" come apart. Beyond both ends there is nothing.</summary>
internal sealed class Tokens
{
    private static readonly Token Nothing = new(TokenKind.None, "", 0, 0, false);

    private readonly List<Token> all = [];

    public Tokens(string source)
    {
        Source = source;
        Cut();
    }

    public string Source { get; }

    public int Count => all.Count;

    public Token this[int i] => i >= 0 && i < all.Count ? all[i] : Nothing;

    /// <summary>Whether these words stand here; each may be a sign.</summary>
    public bool Are(int i, params ReadOnlySpan<string> texts)
    {
        for (var n = 0; n < texts.Length; n++)
            if (!this[i + n].Is(texts[n])) return false;
        return true;
    }

    /// <summary>Takes tokens out of further reading: what is a part of a code is no number.</summary>
    public void TakeOut(int from, int to)
    {
        for (var i = from; i < to; i++) all[i] = all[i] with { Kind = TokenKind.Sign, Text = "\0" };
    }

    public Recognised Recognised(int from, int to, RecognisedValue value, bool isApproximate = false) =>
        new(Source[this[from].Start..this[to - 1].End], this[from].Start, value, isApproximate);

    private void Cut()
    {
        var word = new StringBuilder();
        for (var i = 0; i < Source.Length;)
        {
            var start = i;
            var c = Source[i];
            if (char.IsWhiteSpace(c) || IsUnseen(c)) i++;
            else if (char.IsAsciiDigit(c))
            {
                while (i < Source.Length && char.IsAsciiDigit(Source[i])) i++;
                Add(TokenKind.Figures, Source[start..i], start, i);
            }
            else if (char.IsLetter(c))
            {
                word.Clear();
                for (; i < Source.Length && IsOfWord(i); i++)
                    if (!IsApostrophe(Source[i])) word.Append(char.ToLowerInvariant(Source[i]));
                Add(TokenKind.Word, word.ToString(), start, i);
            }
            else
            {
                i += Rune.TryGetRuneAt(Source, i, out var rune) ? rune.Utf16SequenceLength : 1;
                // A skin tone belongs to the hand before it.
                while (i < Source.Length && rune.Value >= 0x2600 && Rune.TryGetRuneAt(Source, i, out var tone) && tone.Value is >= 0x1F3FB and <= 0x1F3FF) i += tone.Utf16SequenceLength;
                Add(TokenKind.Sign, Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation || rune.Value == 0x2212 ? "-" : rune.ToString(), start, i);
            }
        }
    }

    private void Add(TokenKind kind, string text, int start, int end) =>
        all.Add(new Token(kind, text, start, end, all.Count > 0 && all[^1].End == start));

    private bool IsOfWord(int i) =>
        char.IsLetter(Source[i]) || IsApostrophe(Source[i]) && i + 1 < Source.Length && char.IsLetter(Source[i + 1]) && char.IsLetter(Source[i - 1]);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`';

    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control;
}
