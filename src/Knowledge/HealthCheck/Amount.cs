using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// A sum of money as people type it when they are asked for one: "£3,000", "about 3 grand", "twelve hundred quid", "nothing".
/// A text that says anything besides the sum is not read, so that a number in passing never counts as an answer.
/// </summary>
internal static partial class Amount
{
    // A bare figure below this is as likely to be thousands, people or a choice as pounds.
    private const decimal LeastBareFigure = 100;

    private const decimal Most = 1_000_000_000;

    private static readonly HashSet<string> Padding = new(StringComparer.Ordinal)
    {
        "about", "around", "roughly", "approx", "approximately", "circa", "maybe", "probably", "just", "only", "we", "had", "have", "got", "took",
        "in", "came", "made", "raised", "it", "its", "was", "were", "is", "our", "income", "turnover", "last", "year", "per", "total", "altogether", "of",
        "the", "i", "think", "guess", "say", "or", "so", "ish", "to", "a", "an", "yet", "at", "all", "pa", "money", "came", "us", "by", "and",
    };

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17,
        ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60,
        ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["couple"] = 2,
    };

    private static readonly Dictionary<string, int> Multipliers = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["k"] = 1000, ["grand"] = 1000, ["thousand"] = 1000, ["m"] = 1_000_000, ["million"] = 1_000_000,
    };

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "£", "quid", "pound", "pounds", "gbp" };

    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal) { "nothing", "nil", "zero", "none", "nowt" };

    /// <summary>The sum in pounds, or null if the text is anything but one sum.</summary>
    public static decimal? Read(string text)
    {
        var folded = Words.Fold(text);
        if (BelowZero().IsMatch(folded)) return null;
        var tokens = Token().Matches(folded.Replace("'", "", StringComparison.Ordinal)).Select(m => m.Value).ToList();
        // "A grand" is a sum, "grand" on its own is a cheer.
        for (var i = 0; i + 1 < tokens.Count; i++)
            if (tokens[i] == "a" && Multipliers.ContainsKey(tokens[i + 1])) tokens[i] = "one";
        var core = Trimmed(tokens);
        if (core is [var only] && Nothing.Contains(only)) return 0;
        var isMarked = core.Any(t => Units.Contains(t) || Multipliers.ContainsKey(t));
        if (Value([.. core.Where(t => !Units.Contains(t))]) is not { } value || value > Most) return null;
        return isMarked || value >= LeastBareFigure && !IsYear(value) ? value : null;
    }

    /// <summary>A whole number in figures or one word, or null.</summary>
    public static int? Count(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure
        : word != "couple" && Numbers.TryGetValue(word, out var number) ? number : null;

    private static List<string> Trimmed(List<string> tokens)
    {
        var start = tokens.FindIndex(t => !Padding.Contains(t));
        if (start < 0) return [];
        var end = tokens.FindLastIndex(t => !Padding.Contains(t));
        return tokens.GetRange(start, end - start + 1);
    }

    private static decimal? Value(List<string> tokens)
    {
        decimal total = 0;
        decimal? current = null;
        foreach (var token in tokens)
        {
            if (token is "and" or "a" or "of") continue;
            if (token == "half" && current is { } whole) current = whole + 0.5m;
            else if (Multipliers.TryGetValue(token, out var times) && current is { } each)
            {
                // "Two thousand five hundred" adds up; "twelve hundred" multiplies.
                if (times >= 1000 || each >= 100) (total, current) = (total + each * times, null);
                else current = each * times;
            }
            else if (Figure(token) is { } figure && current is null && total == 0) current = figure;
            else if (Numbers.TryGetValue(token, out var number) && FitsAfter(current, number)) current = (current ?? 0) + number;
            else return null;
        }
        return tokens.Count == 0 ? null : total + (current ?? 0);
    }

    // "Twenty five" and "one hundred and twenty" are one number; "two five" is two.
    private static bool FitsAfter(decimal? current, int number) =>
        current is not { } before
        || before >= 100 && before % 100 == 0 && number < 100
        || before % 100 >= 20 && before % 10 == 0 && number < 10;

    private static decimal? Figure(string token) =>
        WrittenFigure().IsMatch(token) && decimal.TryParse(token, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure)
            ? figure : null;

    private static bool IsYear(decimal value) => value is >= 2015 and <= 2035;

    [GeneratedRegex(@"£|\d[\d,]*(?:\.\d+)?|[a-z]+|%")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$")]
    private static partial Regex WrittenFigure();

    [GeneratedRegex(@"(^|\s)(-|minus)\s*£?\s*\d")]
    private static partial Regex BelowZero();
}
