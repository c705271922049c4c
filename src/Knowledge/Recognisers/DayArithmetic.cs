namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>The calendar: weeks begin on Monday; every step stays within the years that dates can have.</summary>
internal static class DayArithmetic
{
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>The first such day that is not before another; null if no year has it.</summary>
    public static DateOnly? NextOn(int month, int day, DateOnly asOf)
    {
        for (var year = asOf.Year; year <= Math.Min(asOf.Year + 8, 9999); year++)
            if (Of(year, month, day) is { } date && date >= asOf) return date;
        return null;
    }

    /// <summary>The last such day that is before another; null if no year has it.</summary>
    public static DateOnly? LastOn(int month, int day, DateOnly asOf)
    {
        for (var year = asOf.Year; year >= Math.Max(asOf.Year - 8, 1); year--)
            if (Of(year, month, day) is { } date && date < asOf) return date;
        return null;
    }

    public static DateOnly MondayOf(DateOnly day) => Days(day, -(((int)day.DayOfWeek + 6) % 7));

    public static DateOnly InWeekOf(DateOnly day, DayOfWeek weekday) => Days(MondayOf(day), ((int)weekday + 6) % 7);

    public static DateOnly MonthStart(DateOnly day) => new(day.Year, day.Month, 1);

    public static DateOnly MonthEnd(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    public static DateOnly Days(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    public static DateOnly Months(DateOnly day, long months)
    {
        var index = Math.Clamp(day.Year * 12L + day.Month - 1 + months, 12, 9999 * 12L + 11);
        var (year, month) = ((int)(index / 12), (int)(index % 12) + 1);
        return new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>The day that lies so long after another, or before it; hours and minutes do not move a day.</summary>
    public static DateOnly Move(DateOnly day, Duration duration, int direction)
    {
        foreach (var (amount, unit) in duration.Amounts)
            day = unit switch
            {
                TimeUnit.Year => Months(day, (long)(amount * 12) * direction),
                TimeUnit.Month => Months(day, (long)amount * direction),
                TimeUnit.Week => Days(day, (long)(amount * 7) * direction),
                TimeUnit.Day => Days(day, (long)amount * direction),
                _ => day,
            };
        return day;
    }
}
