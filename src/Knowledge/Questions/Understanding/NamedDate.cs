using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Questions.Understanding;

/// <summary>Finds a day or a month with its year in a question, such as a financial year end.</summary>
internal static partial class NamedDate
{
    private const int FirstYear = 2000;

    /// <summary>The day, the last day of the month, or the end of a period between days; null where the text does not name a year.</summary>
    public static DateOnly? In(string text)
    {
        // Counted from the first day there is, what the text leaves open ("tomorrow", "31 March") falls long before any year that people name.
        foreach (var found in Recognise.In(text, DateOnly.MinValue))
            if (Named(found.Value) is { Year: >= FirstYear } date) return date;
        return null;
    }

    /// <summary>The one year of this century that a text names; null if it names none or several.</summary>
    public static int? YearIn(string text) =>
        Year().Matches(text).Select(m => m.Value).Distinct().ToList() is [var year] ? int.Parse(year, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\b20[0-4]\d\b")]
    private static partial Regex Year();

    private static DateOnly? Named(RecognisedValue value) => value switch
    {
        Day day => day.Date,
        Period { NamesDays: true } period => period.To ?? period.From,
        Period { From: { } from, To: { } to } when from.Year == to.Year && from.Month == to.Month => to,
        _ => null,
    };
}
