using System.Globalization;

namespace CommissioningBot.Bot.Sources;

/// <summary>How long ago a day was, as people say it, so that a date is seen to age.</summary>
public static class Age
{
    public static string InWords(DateOnly day, DateOnly today)
    {
        var days = today.DayNumber - day.DayNumber;
        var months = (today.Year - day.Year) * 12 + today.Month - day.Month - (today.Day < day.Day ? 1 : 0);
        return (days, months) switch
        {
            ( <= 0, _) => "today",
            (1, _) => "yesterday",
            ( < 14, _) => Ago(days, "day"),
            (_, < 2) => Ago(days / 7, "week"),
            (_, < 24) => Ago(months, "month"),
            _ => Ago(months / 12, "year"),
        };
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Ago(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")} ago");
}
