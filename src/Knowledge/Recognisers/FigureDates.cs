using System.Globalization;

namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>
/// Dates in figures, or with the month as a word between signs: 31/03/2027, 31.3.27, 2027-03-31, 23/Sep/2020. The day comes first, as in Britain;
/// where that gives no month the other way round is tried.
/// </summary>
internal static class FigureDates
{
    private static readonly HashSet<string> Fractions = new(StringComparer.Ordinal) { "1/2", "1/3", "2/3", "1/4", "3/4", "24/7" };

    public static DayReading? At(Tokens tokens, int i, DateOnly asOf)
    {
        if (tokens[i].IsGlued && tokens[i - 1].Text is "/" or "." && tokens[i - 1].IsGlued || tokens[i].IsGlued && (tokens[i - 1].IsWord || tokens[i - 1].Is("£"))) return null;
        return Three(tokens, i) ?? Two(tokens, i, asOf);
    }

    private static DayReading? Three(Tokens tokens, int i)
    {
        if (Part(tokens, i) is not { } first || !IsParting(tokens, i + 1) || Part(tokens, i + 2) is not { } second || !(IsParting(tokens, i + 3) || tokens[i + 3].Is(",")) || Part(tokens, i + 4) is not { } third) return null;
        if (tokens[i + 5].IsGlued && (tokens[i + 5].IsWord || tokens[i + 5].Text is "/" or "." && tokens[i + 6] is { IsFigures: true, IsGlued: true })) return null;
        DateOnly? date;
        if (tokens[i].Text.Length == 4 && tokens[i].IsFigures) date = DayAndMonth(first, third, second, tokens[i + 4].IsWord);
        else if (tokens[i + 4].IsFigures && tokens[i + 4].Text.Length is 2 or 4) date = DayAndMonth(YearOf(third, tokens[i + 4].Text.Length), first, second, tokens[i].IsWord);
        else return null;
        return date is { } day ? new DayReading(i, i + 5, day, DayNamed.Whole) : null;
    }

    // Without a year only a stroke, or "on" before it, makes it a date.
    private static DayReading? Two(Tokens tokens, int i, DateOnly asOf)
    {
        if (tokens[i + 1].Text is not ("/" or "-") || !tokens[i + 1].IsGlued || Part(tokens, i) is not { } first || Part(tokens, i + 2) is not { } second) return null;
        var isWritten = tokens[i].IsWord || tokens[i + 2].IsWord;
        if (tokens[i + 2].Text.Length > 2 && !isWritten || tokens[i].Text.Length > 2 && !tokens[i].IsWord) return null;
        if (tokens[i + 3].IsGlued && (tokens[i + 3].IsWord || tokens[i + 3].IsFigures || tokens[i + 3].Text is "/" or "%")) return null;
        var isTold = tokens[i - 1].Text is "on" or "by" or "until" or "before" or "after" or "from" or "since";
        if (!isTold && !isWritten && (tokens[i + 1].Is("-") || Fractions.Contains($"{first}/{second}"))) return null;
        // The year 2000 has every day that any year has.
        if (DayAndMonth(2000, first, second, tokens[i].IsWord) is not { } any) return null;
        return DayArithmetic.NextOn(any.Month, any.Day, asOf) is { } date ? new DayReading(i, i + 3, date, DayNamed.DayAndMonth) : null;
    }

    private static DateOnly? DayAndMonth(int year, int first, int second, bool firstIsMonth) =>
        year is < 1900 or > 2199 ? null
        : firstIsMonth ? DayArithmetic.Of(year, first, second) : DayArithmetic.Of(year, second, first) ?? DayArithmetic.Of(year, first, second);

    /// <summary>Two figures mean the century that is nearer: 27 is 2027, 71 is 1971.</summary>
    public static int YearOf(int year, int figures) => figures > 2 ? year : year < 50 ? 2000 + year : 1900 + year;

    private static int? Part(Tokens tokens, int i) =>
        tokens[i].IsFigures && tokens[i].Text.Length <= 4 ? int.Parse(tokens[i].Text, CultureInfo.InvariantCulture)
        : tokens[i].IsWord && CalendarWords.MonthAt(tokens, i) is > 0 and var month ? month : null;

    private static bool IsParting(Tokens tokens, int i) => tokens[i].Text is "/" or "-" or "." && tokens[i].IsGlued && tokens[i + 1].IsGlued;
}
