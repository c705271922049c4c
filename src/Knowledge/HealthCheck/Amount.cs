using CommissioningBot.Knowledge.Recognisers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// A sum of money as people type it when they are asked for one: "£3,000", "about 3 grand", "half a million a year", "nothing".
/// A text that says anything besides the sum is not read, so that a number in passing never counts as an answer.
/// </summary>
internal static class Amount
{
    // A bare figure below this is as likely to be thousands, people or a choice as pounds.
    private const decimal LeastBareFigure = 100;

    private static readonly HashSet<string> Padding = new(StringComparer.Ordinal)
    {
        "about", "bout", "abt", "around", "roughly", "approx", "approximately", "circa", "maybe", "probably", "just", "only", "we", "had", "have", "got", "took",
        "in", "came", "made", "raised", "it", "its", "was", "were", "is", "our", "income", "turnover", "last", "year", "per", "total", "altogether", "of",
        "the", "i", "think", "guess", "say", "or", "so", "ish", "to", "a", "an", "yet", "at", "all", "pa", "p", "annum", "each", "every", "money", "us", "by", "and",
    };

    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal) { "nothing", "nil", "zero", "none", "nowt" };

    /// <summary>The sum in pounds, or null if the text is anything but one sum.</summary>
    public static decimal? Read(string text)
    {
        if (Telling(text) is [var only] && Nothing.Contains(only)) return 0;
        var sums = Recognised(text).Where(r => r.Value is Money or Number).ToList();
        // The figures of "£3,000" are a number too.
        if (sums.Count == 0 || sums.Exists(s => s.Start < sums[0].Start || s.End > sums[0].End)) return null;
        var said = sums[0];
        if (SaysMore(text[..said.Start]) || SaysMore(text[said.End..])) return null;
        return said.Value switch
        {
            Money { Unit.Currency: '£', Amount: >= 0 and <= Income.Most, Per: PaidPer.NotSaid or PaidPer.Year or PaidPer.InAll } money => money.Amount,
            Number { Value: >= LeastBareFigure and <= Income.Most } number when !IsYear(said.Text) && !IsParted(said.Text) => number.Value,
            _ => null,
        };
    }

    /// <summary>A whole number in figures or words, or null.</summary>
    public static int? Count(string word) =>
        Recognised(word) is [{ Value: Number { Value: >= 0 and < int.MaxValue } number } only, ..] && only.Text.Length == word.Length && number.Value == decimal.Truncate(number.Value)
            ? (int)number.Value : null;

    // No date is asked for, so any day will do to count dates from.
    private static IReadOnlyList<Recognised> Recognised(string text) => Recognise.In(text, DateOnly.MinValue);

    private static bool SaysMore(string rest) => rest.Any(c => c is '%' or '+' or '-' or '£' or '/') || Telling(rest).Count > 0;

    private static List<string> Telling(string text) => [.. Words.Split(text).Select(w => w.Text).Where(w => !Padding.Contains(w))];

    private static bool IsYear(string text) => text.Length == 4 && string.CompareOrdinal(text, "2015") >= 0 && string.CompareOrdinal(text, "2035") <= 0;

    // "3 000" may be two figures.
    private static bool IsParted(string text) => text.Contains(' ', StringComparison.Ordinal) && !text.Any(char.IsLetter);
}
