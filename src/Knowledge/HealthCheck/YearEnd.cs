using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Reads when a group's financial year ends: "year end 31 March", "our year ends in August".</summary>
public static partial class YearEnd
{
    private const int MostWords = 14;

    /// <summary>The last day of the year that is told; without a year named, of the one that ended last. Null if the text does not say one.</summary>
    /// <param name="today">UK time.</param>
    public static DateOnly? In(string text, DateOnly today)
    {
        if (text.Contains('?', StringComparison.Ordinal) || text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWords || !SaysYearEnd().IsMatch(text)) return null;
        var day = Recognise.In(text, today).Select(r => r.Value switch
        {
            Period { From: { } from, To: { } to } => IsYear(from, to) ? to : LastOfMonth(from, to),
            Day found => found.Date,
            _ => null as DateOnly?,
        }).FirstOrDefault(d => d is not null);
        if (day is not { } end || NamesYear().IsMatch(text)) return day;
        while (end > today) end = end.AddYears(-1);
        return end;
    }

    /// <summary>The last day of the year that ended last, from a day such as 03-31 for 31 March; null if there is no such day.</summary>
    /// <param name="today">UK time.</param>
    public static DateOnly? On(string monthAndDay, DateOnly today)
    {
        if (!DateOnly.TryParseExact($"2024-{monthAndDay}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)) return null;
        var end = new DateOnly(today.Year, day.Month, Math.Min(day.Day, DateTime.DaysInMonth(today.Year, day.Month)));
        return end > today ? end.AddYears(-1) : end;
    }

    private static bool IsYear(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber > 300;

    // A month alone stands for its last day.
    private static DateOnly? LastOfMonth(DateOnly from, DateOnly to) => to.DayNumber - from.DayNumber is >= 27 and <= 31 ? new DateOnly(from.Year, from.Month, DateTime.DaysInMonth(from.Year, from.Month)) : null;

    [GeneratedRegex(@"\byear('?s)?[ -]?(end|ends|ended|ending)\b|\bend of (our|the|my) (financial|money|accounting) year\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysYearEnd();

    [GeneratedRegex(@"\b(19|20)\d\d\b|\d[/.-]\d{1,2}[/.-]\d\d\b")]
    private static partial Regex NamesYear();
}
