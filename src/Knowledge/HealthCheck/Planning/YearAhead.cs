namespace CommissioningBot.Knowledge.HealthCheck.Planning;

/// <summary>One line of a group's year.</summary>
/// <param name="On">The day, if it is known; null if the group has to look it up.</param>
/// <param name="Rule">Where it comes from; null for what concerns this check itself.</param>
public sealed record YearEvent(string Id, DateOnly? On, string Name, string Text, YearDate? Rule);

/// <summary>What falls due for a group in the coming twelve months.</summary>
public static class YearAhead
{
    /// <summary>The coming year in the order of its days, those without a day last.</summary>
    /// <param name="yearEnd">The last day of the financial year; null if the group has not said.</param>
    /// <param name="checkedAt">When the check was last changed: a look again is due a year later.</param>
    /// <param name="today">UK time.</param>
    public static IReadOnlyList<YearEvent> Of(PlanContent content, Profile profile, DateOnly? yearEnd, DateOnly checkedAt, DateOnly today)
    {
        var rules = content.Year.Where(d => d.When.MayHold(profile)).Select(d => new YearEvent(d.Id, Due(d, yearEnd, today), d.Name, d.Text, d));
        var again = new YearEvent("check_again", Later(checkedAt.AddYears(1), today), "Do this check again", "Then you see what has changed since last time.", null);
        return [.. rules.Append(again).OrderBy(e => e.On ?? DateOnly.MaxValue)];
    }

    // The next time that it falls due: for the year that has ended, or for one that is still to end.
    private static DateOnly? Due(YearDate date, DateOnly? yearEnd, DateOnly today)
    {
        if (yearEnd is not { } end || date.MonthsAfterYearEnd is not { } months) return null;
        var due = AddMonths(end, months);
        while (due < today)
        {
            end = end.AddYears(1);
            due = AddMonths(end, months);
        }
        while (AddMonths(end.AddYears(-1), months) >= today)
        {
            end = end.AddYears(-1);
            due = AddMonths(end, months);
        }
        return due;
    }

    // A year that ends with a month is followed by months that end with theirs: ten months after 28 February is 31 December.
    private static DateOnly AddMonths(DateOnly end, int months)
    {
        var due = end.AddMonths(months);
        var isEndOfMonth = end.AddDays(1).Day == 1;
        return isEndOfMonth ? new DateOnly(due.Year, due.Month, DateTime.DaysInMonth(due.Year, due.Month)) : due;
    }

    private static DateOnly Later(DateOnly day, DateOnly today) => day < today ? today : day;
}
