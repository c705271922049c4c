using System.Globalization;

namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Days by the calendar: "31 March 2027", "May 5th", "Friday the 4th", "the first Monday of next month".</summary>
internal sealed class DayReader(Tokens tokens, NumberReader numbers, DateOnly asOf)
{
    private readonly record struct Numbered(int To, int Day, bool IsOrdinal);

    public DayReading? At(int i)
    {
        if (tokens[i].IsFigures || tokens[i].IsWord && (tokens[i + 1].Is("/") || tokens[i + 1].Is("-")) && tokens[i + 2].IsFigures)
            if (FigureDates.At(tokens, i, asOf) is { } figures) return figures;
        return Weekday(i) ?? WeekdayOfMonth(i) ?? DayThenMonth(i) ?? MonthThenDay(i) ?? DayOfMonth(i);
    }

    /// <summary>A year in figures or words behind a date, or null.</summary>
    public (int To, int Year)? YearAt(int i, bool mayBeShort = false)
    {
        if (tokens[i] is { IsFigures: true, Text.Length: 4 } && !(tokens[i + 1].IsGlued && tokens[i + 1].IsWord) && int.Parse(tokens[i].Text, CultureInfo.InvariantCulture) is >= 1900 and < 2200 and var year) return (i + 1, year);
        var mark = tokens[i].Text is "'" or "’" ? i + 1 : i;
        if (mayBeShort && tokens[mark] is { IsFigures: true, Text.Length: 2 } && (mark > i || tokens[mark + 1].Kind != TokenKind.Word && !(tokens[mark + 1].IsGlued && tokens[mark + 1].Text is ":" or "-" or "/" or "%")))
            return (mark + 1, FigureDates.YearOf(int.Parse(tokens[mark].Text, CultureInfo.InvariantCulture), 2));
        if (!tokens[i].IsWord || numbers.At(i) is not { IsOrdinal: false } words) return null;
        if (words.Value is >= 2000 and < 2200) return (words.To, (int)words.Value);
        if (words.Value is not (19 or 20) || numbers.At(words.To) is not { IsOrdinal: false, Value: >= 10 and < 100 } rest || !tokens[words.To].IsWord) return null;
        return (rest.To, (int)(words.Value * 100 + rest.Value));
    }

    private DayReading? Weekday(int i)
    {
        var start = tokens[i].Is("on") ? i + 1 : i;
        var which = tokens[start].Text is "this" or "next" or "last" or "coming" ? tokens[start].Text : null;
        if (which is not null && tokens[start + 1].Is("week") && CalendarWords.WeekdayAt(tokens, start + 2) is { } inWeek)
            return start == i ? new DayReading(i, start + 3, DayArithmetic.InWeekOf(WeekOf(which), inWeek), DayNamed.Whole) : null;
        var at = which is null ? start : start + 1;
        if (CalendarWords.WeekdayAt(tokens, at) is not { } weekday) return null;
        if (which is not null) return start == i ? new DayReading(i, at + 1, DayArithmetic.InWeekOf(WeekOf(which), weekday), DayNamed.Whole) : null;
        if (tokens[at + 1].Text is "this" or "next" or "last" && tokens[at + 2].Is("week"))
            return new DayReading(i, at + 3, DayArithmetic.InWeekOf(WeekOf(tokens[at + 1].Text), weekday), DayNamed.Whole);
        if (start != i) return null;
        var behind = tokens[at + 1].Is(",") ? at + 2 : at + 1;
        if ((DayThenMonth(behind) ?? MonthThenDay(behind)) is { } named) return named with { From = i };
        var the = tokens[behind].Is("the") ? behind + 1 : behind;
        if (NumberedAt(the) is { } numbered && (the > behind || numbered.IsOrdinal) && DayArithmetic.Of(asOf.Year, asOf.Month, numbered.Day) is { } day)
            return new DayReading(i, numbered.To, day, DayNamed.Whole);
        return new DayReading(i, at + 1, Next(weekday), DayNamed.Weekday);
    }

    private DateOnly Next(DayOfWeek weekday) =>
        DayArithmetic.InWeekOf(asOf, weekday) is var day && day >= asOf ? day : DayArithmetic.Days(day, 7);

    private DateOnly WeekOf(string which) => DayArithmetic.Days(asOf, which switch { "next" => 7, "last" => -7, _ => 0 });

    // "The second Monday of next month", "first Sunday".
    private DayReading? WeekdayOfMonth(int i)
    {
        var at = tokens[i].Is("the") ? i + 1 : i;
        if (numbers.At(at) is not { IsOrdinal: true, Value: >= 1 and <= 5 } nth && !tokens[at].Is("last")) return null;
        var isLast = tokens[at].Is("last");
        var order = isLast ? 1 : (int)numbers.At(at)!.Value.Value;
        var end = isLast ? at + 1 : numbers.At(at)!.Value.To;
        if (CalendarWords.WeekdayAt(tokens, end) is not { } weekday) return null;
        end++;
        var month = DayArithmetic.MonthStart(asOf);
        if (tokens[end].Text is "of" or "in" && MonthAt(end + 1) is var (to, start)) (month, end) = (start, to);
        else if (isLast) return null;
        var first = DayArithmetic.Days(month, ((int)weekday - (int)month.DayOfWeek + 7) % 7);
        var day = DayArithmetic.Days(first, 7 * (order - 1));
        if (isLast) day = DayArithmetic.Days(first, 7 * ((DateTime.DaysInMonth(month.Year, month.Month) - first.Day) / 7));
        return day.Month == month.Month ? new DayReading(i, end, day, DayNamed.Whole) : null;
    }

    // "This month", "next month", "May 2027": the first day of it.
    private (int To, DateOnly Start)? MonthAt(int i)
    {
        var month = DayArithmetic.MonthStart(asOf);
        if (tokens[i].Text is "this" or "the" && tokens[i + 1].Is("month")) return (i + 2, month);
        if (tokens.Are(i, "next", "month")) return (i + 2, DayArithmetic.Months(month, 1));
        if (tokens.Are(i, "last", "month")) return (i + 2, DayArithmetic.Months(month, -1));
        if (CalendarWords.MonthAt(tokens, i) is not (> 0 and var named)) return null;
        if (YearAt(i + 1) is var (to, year)) return (to, new DateOnly(year, named, 1));
        return DayArithmetic.NextOn(named, 1, month) is { } next ? (i + 1, next) : null;
    }

    private DayReading? DayThenMonth(int i)
    {
        var from = tokens[i].Is("the") ? i + 1 : i;
        if (NumberedAt(from) is not { } numbered) return null;
        var at = tokens[numbered.To].Is("of") ? numbered.To + 1 : numbered.To;
        if (at > numbered.To && MonthAt(at) is var (to, start) && tokens[to - 1].Is("month"))
            return DayArithmetic.Of(start.Year, start.Month, numbered.Day) is { } inMonth ? new DayReading(i, to, inMonth, DayNamed.Whole) : null;
        return from == i && CalendarWords.MonthAt(tokens, at) is > 0 and var month ? WithYear(i, at + 1, month, numbered.Day) : null;
    }

    private DayReading? MonthThenDay(int i)
    {
        if (CalendarWords.MonthAt(tokens, i) is not (> 0 and var month)) return null;
        var at = i + 1;
        if (tokens[at].Text is "-" or "/" && tokens[at].IsGlued || tokens[at].Is("the")) at++;
        // "May one of us" is a question.
        if (NumberedAt(at) is not { } numbered || tokens[at].Is("one")) return null;
        return WithYear(i, numbered.To, month, numbered.Day);
    }

    private DayReading? WithYear(int from, int to, int month, int day)
    {
        var at = tokens[to].Is(",") || tokens[to].Text is "-" or "/" && tokens[to].IsGlued && tokens[to + 1] is { IsGlued: true, Text.Length: 4 } ? to + 1 : to;
        if (YearAt(at, mayBeShort: at == to) is var (end, year))
            return DayArithmetic.Of(year, month, day) is { } date ? new DayReading(from, end, date, DayNamed.Whole) : null;
        return DayArithmetic.NextOn(month, day, asOf) is { } next ? new DayReading(from, to, next, DayNamed.DayAndMonth) : null;
    }

    // "On 15", "for the 27", "the 22nd": only where nothing counted follows.
    private DayReading? DayOfMonth(int i)
    {
        var isThe = tokens[i].Is("the");
        if (!isThe && !tokens[i - 1].Is("on") || NumberedAt(isThe ? i + 1 : i) is not { } numbered) return null;
        if (isThe && tokens[i + 1].IsWord && !(tokens[i - 1].Text is "on" or "for" or "by" && numbered.Day > 12)) return null;
        if (tokens[numbered.To].Kind == TokenKind.Word || tokens[numbered.To].IsFigures || tokens[numbered.To].Text is "/" or "%" or "-" or "£" or ":" || tokens[numbered.To] is { Text: ",", IsGlued: true } && tokens[numbered.To + 1].IsGlued) return null;
        for (var month = DayArithmetic.MonthStart(asOf); ; month = DayArithmetic.Months(month, 1))
            if (DayArithmetic.Of(month.Year, month.Month, numbered.Day) is { } day && day >= asOf) return new DayReading(i, numbered.To, day, DayNamed.DayOfMonth);
            else if (month.Year == 9999 && month.Month == 12) return null;
    }

    private Numbered? NumberedAt(int i)
    {
        if (tokens[i].IsFigures)
        {
            if (tokens[i].Text.Length > 2 || tokens[i + 1] is { Text: "." or ",", IsGlued: true } && tokens[i + 2] is { IsFigures: true, IsGlued: true }) return null;
            var day = int.Parse(tokens[i].Text, CultureInfo.InvariantCulture);
            if (day is < 1 or > 31) return null;
            if (!tokens[i + 1].IsWord || !tokens[i + 1].IsGlued) return new Numbered(i + 1, day, false);
            return NumberWords.IsOrdinalEnding(tokens[i + 1].Text) ? new Numbered(i + 2, day, true) : CalendarWords.MonthAt(tokens, i + 1) > 0 ? new Numbered(i + 1, day, false) : null;
        }
        if (!tokens[i].IsWord || tokens[i].Is("a") || numbers.At(i) is not { Value: >= 1 and <= 31 } words || words.Value != decimal.Truncate(words.Value)) return null;
        return new Numbered(words.To, (int)words.Value, words.IsOrdinal);
    }
}
