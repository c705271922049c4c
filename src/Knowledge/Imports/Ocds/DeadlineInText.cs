using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Imports.Ocds;

/// <summary>Finds the days that a notice's text gives as the end of the time for bids. Where they are not the day of its own field, one of the two is wrong.</summary>
internal static partial class DeadlineInText
{
    /// <param name="text">The notice's text.</param>
    /// <param name="published">The day that dates without a year are counted from.</param>
    public static IReadOnlyList<DateOnly> In(string? text, DateOnly published)
    {
        if (text is null) return [];
        var days = new List<DateOnly>();
        foreach (var sentence in Sentence().Split(text).Where(s => s.Length < 600 && Closing().IsMatch(s) && !Questions().IsMatch(s)))
        {
            days.AddRange(Recognise.In(sentence, published).Where(r => r.Value is Day { Named: DayNamed.Whole or DayNamed.DayAndMonth }).Select(r => ((Day)r.Value).Date));
        }
        return [.. days.Where(d => d >= published && d < published.AddYears(1)).Distinct()];
    }

    public static string Say(IEnumerable<DateOnly> days) => string.Join(" and ", days.Select(d => d.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"[.!?]\s+(?=[A-Z])|[\r\n]+")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(deadline|closing (date|time)|closes? (on|at)|no later than|must be (submitted|returned|received)|(to be )?(submitted|returned|received) by|tenderbox will close|return date)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(clarification|question(s| )|quer(y|ies)|site visit|expressions? of interest by|interview|award|standstill|mobilisation|contract start)\b(?!naire)", RegexOptions.IgnoreCase)]
    private static partial Regex Questions();
}
