using System.Globalization;

namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>
/// Puts a number together word by word. Its parts go down in size, "one million, two hundred thousand, and six"; a scale multiplies what is smaller than itself.
/// </summary>
internal sealed class NumberInWords(Tokens tokens, bool joins)
{
    private const decimal Most = 1e27m;
    private const int MostDecimals = 12;

    private readonly List<decimal> parts = [];
    private int at;
    private int end = -1;
    private decimal scale = 1;
    private bool isGrand;
    private bool isOrdinal;
    private bool isInFigures;

    // Where to go back to when the last part turns out to begin another number, as in "five hundred two hundred".
    private (int End, decimal Sum)? before;

    public NumberReading? Read(int i)
    {
        at = i;
        if (tokens[i].Text is "a" or "an")
        {
            if (tokens[i + 1].Is("couple"))
            {
                at += tokens[i + 2].Is("of") ? 3 : 2;
                if (!IsScale(tokens[at].Text)) return null;
                parts.Add(2);
            }
            else if (IsScale(tokens[i + 1].Text) || NumberWords.ScaleOrdinals.ContainsKey(tokens[i + 1].Text))
            {
                // "A grand" is a sum, "a grand piano" is none, which the money reader looks after.
                parts.Add(1);
                at++;
            }
            else return null;
        }
        else if (IsScale(tokens[i].Text) && !tokens[i].Is("grand") && !NumberWords.IsDozen(tokens[i].Text) && IsGoneOnFrom(i + 1)) parts.Add(1);
        else if (NumberWords.ScaleOrdinals.ContainsKey(tokens[i].Text)) parts.Add(1);
        return Loop();
    }

    /// <summary>Goes on behind figures: "3 hundred thousand", "2 and a half".</summary>
    public NumberReading? Continue(int i, decimal figures)
    {
        at = i;
        parts.Add(figures);
        end = i;
        isInFigures = true;
        return Loop();
    }

    private NumberReading? Loop()
    {
        while (!isOrdinal && Step())
        {
        }
        return end < 0 ? null : new NumberReading(end, parts.Sum(), parts.Count == 1 ? scale : 1, isOrdinal, isGrand);
    }

    private bool Step()
    {
        var start = at;
        // "Twenty-one" is one number; "20-one" and "three-nought" are not.
        var isHyphenated = parts.Count > 0 && tokens[at].Is("-") && tokens[at].IsGlued && tokens[at + 1] is { IsWord: true, IsGlued: true };
        if (isHyphenated) at++;
        var word = tokens[at].Text;
        if (!tokens[at].IsWord) return false;
        if (NumberWords.Small.TryGetValue(word, out var small)) return Add(small, start);
        if (NumberWords.SmallOrdinals.TryGetValue(word, out var ordinal)) return isOrdinal = !(isInFigures && parts.Count == 1 && scale == 1) && Add(ordinal, start);
        if (NumberWords.ScaleOrdinals.TryGetValue(word, out var ordinalScale)) return isOrdinal = !(isInFigures && scale == 1) && Multiply(ordinalScale);
        if (NumberWords.Scales.TryGetValue(word, out var times)) return Multiply(times);
        return word switch
        {
            "and" => And(),
            "point" => Point(),
            _ => false,
        };
    }

    private bool Add(int value, int start)
    {
        if (parts.Count > 0 && parts[^1] is var last && !(last >= 100 && last % 100 == 0 && value is > 0 and < 100))
        {
            if (isInFigures && parts.Count == 1 || !(last is >= 20 and <= 90 && last % 10 == 0 && value is > 0 and < 10)) return false;
            parts[^1] = last + value;
        }
        else
        {
            if (parts.Count > 0) before = (start, parts.Sum());
            parts.Add(value);
        }
        end = ++at;
        return true;
    }

    private bool Multiply(decimal times)
    {
        if (parts.Count == 0 || isGrand) return false;
        var from = parts.Count;
        while (from > 0 && parts[from - 1] < times) from--;
        var below = parts.Skip(from).Sum();
        if (from == parts.Count && parts[^1] == 0 || below == 0 || below > Most / times) return false;
        if (from > 0 && below * times >= parts[from - 1])
        {
            if (before is not var (backTo, sum)) return false;
            parts.Clear();
            parts.Add(sum);
            end = backTo;
            return false;
        }
        parts.RemoveRange(from, parts.Count - from);
        parts.Add(below * times);
        scale = times;
        isGrand = tokens[at].Is("grand");
        end = ++at;
        if (NumberWords.IsDozen(tokens[at - 1].Text)) return false;
        if (times >= 1000 && tokens.Are(at, "and", "a", "half") && !IsScale(tokens[at + 3].Text))
        {
            parts[^1] += times / 2;
            end = at += 3;
        }
        return true;
    }

    private bool And()
    {
        if (parts.Count == 0) return false;
        var (share, length) = tokens.Are(at, "and", "a", "half") ? (0.5m, 3)
            : tokens.Are(at, "and", "a", "quarter") ? (0.25m, 3)
            : tokens.Are(at, "and", "three", "quarters") ? (0.75m, 3) : (0m, 0);
        if (length > 0)
        {
            if (parts[^1] >= 1000 || parts[^1] != decimal.Truncate(parts[^1])) return false;
            parts[^1] += share;
            end = at += length;
            return true;
        }
        if (!joins || parts[^1] < 100 || parts[^1] % 100 != 0) return false;
        var next = tokens[at + 1].Text;
        if (next == "a" && IsScale(tokens[at + 2].Text) && NumberWords.Scales[tokens[at + 2].Text] is var times && times < parts[^1])
        {
            parts.Add(times);
            end = at += 3;
            return true;
        }
        if (!NumberWords.Small.ContainsKey(next) && !NumberWords.SmallOrdinals.ContainsKey(next)) return false;
        var back = at;
        at++;
        if (NumberWords.Small.TryGetValue(next, out var small)) return Add(small, back);
        return isOrdinal = Add(NumberWords.SmallOrdinals[next], back);
    }

    private bool Point()
    {
        if (parts.Count == 0 || parts[^1] != decimal.Truncate(parts[^1])) return false;
        var digits = "";
        var i = at + 1;
        while (digits.Length < MostDecimals && NumberWords.Small.TryGetValue(tokens[i].Text, out var small))
        {
            digits += small.ToString(CultureInfo.InvariantCulture);
            i++;
            if (small < 10) continue;
            var unit = tokens[i].Is("-") ? i + 1 : i;
            if (small % 10 == 0 && NumberWords.Small.TryGetValue(tokens[unit].Text, out var more) && more is > 0 and < 10)
            {
                digits = digits[..^1] + more.ToString(CultureInfo.InvariantCulture);
                i = unit + 1;
            }
            break;
        }
        if (digits.Length == 0) return false;
        parts[^1] += decimal.Parse("0." + digits, CultureInfo.InvariantCulture);
        end = at = i;
        return true;
    }

    // A bare "hundred" counts only where it goes on: "hundred thousand", "hundred and five".
    private bool IsGoneOnFrom(int i) =>
        IsScale(tokens[i].Text) || NumberWords.ScaleOrdinals.ContainsKey(tokens[i].Text)
        || tokens[i].Is("and") && (NumberWords.Small.ContainsKey(tokens[i + 1].Text) || NumberWords.SmallOrdinals.ContainsKey(tokens[i + 1].Text));

    private static bool IsScale(string word) => NumberWords.Scales.ContainsKey(word);
}
