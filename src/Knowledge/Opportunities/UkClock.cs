using System.Globalization;

namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>
/// Clock time in the United Kingdom: an hour ahead of UTC from 01:00 UTC on the last Sunday of March until 01:00 UTC on that of October (Summer Time
/// Act 1972, https://www.legislation.gov.uk/ukpga/1972/6). Counted here, so that it needs no list of zones on the computer.
/// </summary>
public static class UkClock
{
    /// <summary>The moment as a clock in the United Kingdom shows it.</summary>
    public static DateTimeOffset At(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return utc >= Change(utc.Year, 3) && utc < Change(utc.Year, 10) ? utc.ToOffset(TimeSpan.FromHours(1)) : utc;
    }

    /// <summary>The moment that a clock in the United Kingdom shows as this; of the hour that comes twice in October, the first.</summary>
    public static DateTimeOffset Of(DateTime clock)
    {
        var summer = new DateTimeOffset(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), TimeSpan.FromHours(1));
        return At(summer).Offset == summer.Offset ? summer.ToUniversalTime() : new DateTimeOffset(DateTime.SpecifyKind(clock, DateTimeKind.Unspecified), TimeSpan.Zero);
    }

    /// <summary>
    /// Reads a moment as notices write it, UTC. A time without a zone is a clock's in the United Kingdom (Find a Tender's own rule); a day without a
    /// time is its end. Null if it is neither.
    /// </summary>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null || text.Length is < 10 or > 40) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return Of(day.ToDateTime(new TimeOnly(23, 59)));
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) || text[4] != '-') return null;
        return moment.Kind == DateTimeKind.Unspecified ? Of(moment) : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned) ? zoned.ToUniversalTime() : null;
    }

    /// <summary>Such as "5 November 2026, 12:00".</summary>
    public static string Say(DateTimeOffset moment) => At(moment).ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    // The last Sunday of the month, 01:00 UTC.
    private static DateTimeOffset Change(int year, int month)
    {
        var last = new DateTimeOffset(year, month, 31, 1, 0, 0, TimeSpan.Zero);
        return last.AddDays(-(int)last.DayOfWeek);
    }
}
