using System.Globalization;

namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>A number that begins at some token.</summary>
/// <param name="To">The token behind its last.</param>
/// <param name="Scale">What multiplied the whole of it, so that "10 to 25k" can share it; 1 if nothing did.</param>
/// <param name="IsGrand">Whether it was said in grands, which are pounds.</param>
/// <param name="Letters">Letters stuck to its figures that are no part of it, as in 30p or 25ml.</param>
internal readonly record struct NumberReading(int To, decimal Value, decimal Scale = 1, bool IsOrdinal = false, bool IsGrand = false, string? Letters = null);

/// <summary>Reads the number, cardinal or ordinal, that begins at a token: in figures, in words or both.</summary>
internal sealed class NumberReader(Tokens tokens)
{
    private const decimal Most = 1e27m;

    private readonly Dictionary<int, NumberReading?> read = [];

    /// <param name="joins">Whether "and" may join parts: it may not in "between one hundred and two hundred".</param>
    public NumberReading? At(int i, bool joins = true)
    {
        if (!joins) return Read(i, false);
        if (!read.TryGetValue(i, out var reading)) read[i] = reading = Read(i, true);
        return reading;
    }

    private NumberReading? Read(int i, bool joins)
    {
        var isBelowZero = tokens[i].Is("-") ? tokens[i + 1] is { IsFigures: true, IsGlued: true } && (!tokens[i].IsGlued || tokens[i - 1] is { Kind: TokenKind.Sign, Text: "(" or ">" or "=" or "<" }) : tokens[i].Text is "minus" or "negative";
        if (!isBelowZero) return Unsigned(i, joins);
        return Unsigned(i + 1, joins) is { IsOrdinal: false } reading ? reading with { Value = -reading.Value } : null;
    }

    private NumberReading? Unsigned(int i, bool joins) =>
        tokens[i].IsFigures || tokens[i].Is(".") && !(tokens[i].IsGlued && tokens[i - 1].Kind != TokenKind.Sign) && tokens[i + 1] is { IsFigures: true, IsGlued: true } ? tokens[i].IsGlued && tokens[i - 1].IsWord ? null : InFigures(i, joins)
        : tokens[i].IsWord ? Fraction(i) ?? new NumberInWords(tokens, joins).Read(i)
        : null;

    /// <summary>A number in figures; letters may be stuck to their front, as in "USD115".</summary>
    public NumberReading? InFigures(int i, bool joins)
    {
        if (Figures(tokens, i) is not var (to, value)) return null;
        if (tokens[to].IsGlued && NumberWords.FractionSigns.TryGetValue(tokens[to].Text, out var share) && value == decimal.Truncate(value)) (to, value) = (to + 1, value + share);
        var next = tokens[to];
        if (next.IsWord && next.IsGlued)
        {
            if (tokens[to + 1] is { IsGlued: true, IsFigures: true }) return new NumberReading(to, value, Letters: next.Text);
            if (NumberWords.IsOrdinalEnding(next.Text)) return new NumberReading(to + 1, value, IsOrdinal: true);
            if (next.Is("ish")) return new NumberReading(to, value);
            if (!NumberWords.Suffixes.ContainsKey(next.Text) && !NumberWords.Scales.ContainsKey(next.Text)) return new NumberReading(to, value, Letters: next.Text);
        }
        if (next.IsWord && NumberWords.Suffixes.TryGetValue(next.Text, out var suffix) && (next.IsGlued || next.Text.Length > 1 || next.Text is "k" or "m") && value <= Most / suffix)
            return new NumberReading(to + 1, value * suffix, suffix);
        return new NumberInWords(tokens, joins).Continue(to, value);
    }

    /// <summary>
    /// Figures with thousands parted by commas or a space, and decimals. One comma with one or two figures behind it is taken for a decimal point,
    /// unless a list goes on.
    /// </summary>
    public static (int To, decimal Value)? Figures(Tokens tokens, int i)
    {
        var digits = "0";
        var to = i;
        if (tokens[i].IsFigures)
        {
            digits = tokens[to++].Text;
            if (digits.Length <= 3 && IsGroup(to, ","))
                for (; IsGroup(to, ",") && digits.Length < 27; to += 2) digits += tokens[to + 1].Text;
            else if (digits.Length <= 3 && digits[0] != '0' && IsSpacedGroup(to))
                for (; IsSpacedGroup(to) && digits.Length < 27;) digits += tokens[to++].Text;
            else if (IsCommaForPoint(to)) return (to + 2, decimal.Parse($"{digits}.{tokens[to + 1].Text}", CultureInfo.InvariantCulture));
        }
        if (tokens[to].Is(".") && (to == i || tokens[to].IsGlued) && tokens[to + 1] is { IsFigures: true, IsGlued: true } && !(tokens[to + 2] is { Text: ".", IsGlued: true } && tokens[to + 3] is { IsFigures: true, IsGlued: true }))
        {
            digits += "." + tokens[to + 1].Text;
            to += 2;
        }
        if (to == i || digits.Length > 27) return null;
        return (to, decimal.Parse(digits, CultureInfo.InvariantCulture));

        bool IsGroup(int at, string sign) => tokens[at].Is(sign) && tokens[at].IsGlued && tokens[at + 1] is { IsFigures: true, IsGlued: true, Text.Length: 3 };

        bool IsSpacedGroup(int at) =>
            tokens[at] is { IsFigures: true, Text.Length: 3 } group && group.Start == tokens[at - 1].End + 1 && !(tokens[at + 1].IsFigures && tokens[at + 1].Text.Length != 3) && !(tokens[at + 1] is { IsGlued: true, IsWord: true }) && !tokens[i - 1].IsFigures;

        bool IsCommaForPoint(int at) =>
            tokens[at].Is(",") && tokens[at].IsGlued && tokens[at + 1] is { IsFigures: true, IsGlued: true, Text.Length: <= 2 } && digits.Length <= 3
            && !(tokens[i].IsGlued && tokens[i - 1].Is(",")) && !(tokens[at + 2].Is(",") && tokens[at + 2].IsGlued) && tokens[at + 2].Text is not ("and" or "or" or "/");
    }

    // "Half a million", "a quarter of a million", "three quarters billion".
    private NumberReading? Fraction(int i)
    {
        var at = i;
        decimal share;
        if (tokens[at].Is("a") && tokens[at + 1].Text is "quarter" or "half") at++;
        if (tokens[at].Is("half")) (share, at) = (0.5m, at + 1);
        else if (tokens[at].Is("quarter")) (share, at) = (0.25m, at + 1);
        else if (tokens[at].Is("three") && tokens[at + 1].Is("quarters")) (share, at) = (0.75m, at + 2);
        else return null;
        if (tokens[at].Is("of")) at++;
        if (tokens[at].Text is "a" or "one") at++;
        if (!NumberWords.Scales.TryGetValue(tokens[at].Text, out var scale) || tokens[at].Is("hundred")) return null;
        return new NumberReading(at + 1, share * scale, scale, IsGrand: tokens[at].Is("grand"));
    }
}
