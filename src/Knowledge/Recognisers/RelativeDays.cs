namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Days counted from another: "tomorrow", "two weeks ago", "in six months' time", "a week today".</summary>
internal sealed class RelativeDays(Tokens tokens, NumberReader numbers, DurationReader durations, DateOnly asOf)
{
    private static readonly Phrases<int> FromToday = new(
        ("today|this day", 0), ("tomorrow|tomoz|tmrw|next day|the next day", 1), ("yesterday|last day|the last day|the previous day", -1),
        ("day after tomorrow|the day after tomorrow", 2), ("day before yesterday|the day before yesterday", -2));

    public DayReading? At(int i)
    {
        if (FromToday.At(tokens, i) is var (to, days)) return Whole(i, to, DayArithmetic.Days(asOf, days));
        if (tokens[i].Is("in")) return durations.At(i + 1) is { } ahead && ahead.From == i + 1 ? Whole(i, WithoutTime(ahead.To), DayArithmetic.Move(asOf, ahead.Value, 1)) : null;
        return durations.At(i) is { } length && length.From == i ? Counted(i, length) : Weekdays(i);
    }

    private DayReading? Counted(int i, DurationReading length)
    {
        var at = length.To;
        if (tokens[at].Text is "ago" or "earlier" or "before") return tokens[at].Is("before") ? null : Whole(i, at + 1, DayArithmetic.Move(asOf, length.Value, -1));
        if (tokens[at].Text is "later" or "hence") return Whole(i, at + 1, DayArithmetic.Move(asOf, length.Value, 1));
        var from = tokens[at].Text is "from" or "after" ? at + 1 : at;
        if (from > at && tokens[from].Is("now")) return Whole(i, from + 1, DayArithmetic.Move(asOf, length.Value, 1));
        return FromToday.At(tokens, from) is var (to, days) && (from > at || length.Value.Amounts[0].Unit == TimeUnit.Week)
            ? Whole(i, to, DayArithmetic.Move(DayArithmetic.Days(asOf, days), length.Value, 1)) : null;
    }

    // "Two Mondays later".
    private DayReading? Weekdays(int i)
    {
        if (numbers.At(i) is not { IsOrdinal: false, Value: >= 1 and <= 100 } count || CalendarWords.WeekdayAt(tokens, count.To) is not { } weekday || tokens[count.To + 1].Text is not ("later" or "ago")) return null;
        var inWeek = DayArithmetic.InWeekOf(asOf, weekday);
        var day = tokens[count.To + 1].Is("later")
            ? DayArithmetic.Days(inWeek, 7 * ((int)count.Value - (inWeek > asOf ? 1 : 0)))
            : DayArithmetic.Days(inWeek, -7 * ((int)count.Value - (inWeek < asOf ? 1 : 0)));
        return Whole(i, count.To + 2, day);
    }

    private int WithoutTime(int to) => tokens[to].Is("time") ? to + 1 : tokens[to].Text is "'" or "’" && tokens[to + 1].Is("time") ? to + 2 : to;

    private static DayReading Whole(int from, int to, DateOnly date) => new(from, to, date, DayNamed.Whole);
}
