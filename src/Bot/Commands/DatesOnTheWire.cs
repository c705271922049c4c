using System.Globalization;
using System.Text.Json.Nodes;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Bot.Commands;

/// <summary>Days, periods and lengths of time as Recognizers-Text writes them, with TIMEX expressions (https://www.timeml.org).</summary>
internal static class DatesOnTheWire
{
    /// <summary>The value is the day that is not past; the resolution has the one before it too, where the year was not named.</summary>
    public static (string Type, JsonNode Value, JsonObject Resolution) Of(Day day, DateOnly asOf)
    {
        var timex = day.Named switch
        {
            DayNamed.DayAndMonth => day.Date.ToString("'XXXX-'MM-dd", CultureInfo.InvariantCulture),
            DayNamed.DayOfMonth => day.Date.ToString("'XXXX-XX-'dd", CultureInfo.InvariantCulture),
            DayNamed.Weekday => "XXXX-WXX-" + (((int)day.Date.DayOfWeek + 6) % 7 + 1).ToString(CultureInfo.InvariantCulture),
            _ => Iso(day.Date),
        };
        var days = DayBefore(day, asOf) is { } before ? new[] { before, day.Date } : [day.Date];
        return ("datetimeV2.date", Iso(day.Date), Values(days.Select(d => new JsonObject { ["timex"] = timex, ["type"] = "date", ["value"] = Iso(d) })));
    }

    /// <summary>Periods of months or years end, on the wire, with the day after their last; those from one day to another with that day.</summary>
    public static (string Type, JsonNode Value, JsonObject Resolution) Of(Period period)
    {
        var value = new JsonObject { ["type"] = "daterange" };
        if (period.From is { } from) value["start"] = Iso(from);
        if (period.To is { } to) value["end"] = Iso(period.NamesDays || to == DateOnly.MaxValue ? to : to.AddDays(1));
        value["timex"] = period is { From: { } first, To: { } last }
            ? $"({Iso(first)},{(string)value["end"]!},P{(last.DayNumber - first.DayNumber + (period.NamesDays ? 0 : 1)).ToString(CultureInfo.InvariantCulture)}D)"
            : $"({(string?)value["start"]},{(string?)value["end"]})";
        var bounds = new JsonObject();
        foreach (var edge in new[] { "start", "end" })
            if (value[edge] is { } at) bounds[edge] = (string)at!;
        return ("datetimeV2.daterange", bounds, Values([value]));
    }

    public static (string Type, JsonNode Value, JsonObject Resolution) Of(Duration duration)
    {
        var seconds = RecognisedOnTheWire.Plain(duration.Amounts.Sum(a => a.Amount * Seconds(a.Unit)));
        var value = new JsonObject { ["timex"] = Timex(duration), ["type"] = "duration", ["value"] = seconds };
        if (duration.Limit != Limit.None) value["Mod"] = duration.Limit switch { Limit.AtMost or Limit.LessThan => "less", _ => "more" };
        return ("datetimeV2.duration", seconds, Values([value]));
    }

    private static DateOnly? DayBefore(Day day, DateOnly asOf) => day.Named switch
    {
        DayNamed.Weekday => day.Date.DayNumber > 7 ? day.Date.AddDays(-7) : null,
        DayNamed.DayAndMonth => Before(asOf, 12, day.Date),
        DayNamed.DayOfMonth => Before(asOf, 1, day.Date),
        _ => null,
    };

    // Some months have no 31st and most years no 29 February.
    private static DateOnly? Before(DateOnly asOf, int months, DateOnly day)
    {
        for (var back = 1; back <= 8; back++)
            if (day.Year * 12 + day.Month - months * back > 12 && day.AddMonths(-months * back) is var before && before.Day == day.Day && before < asOf) return before;
        return null;
    }

    private static string Timex(Duration duration)
    {
        var text = "P" + Part(duration, a => a.Unit < TimeUnit.Hour);
        var time = Part(duration, a => a.Unit >= TimeUnit.Hour);
        return time.Length > 0 ? $"{text}T{time}" : text;
    }

    private static string Part(Duration duration, Func<TimeAmount, bool> which) =>
        string.Concat(duration.Amounts.Where(which).Select(a => RecognisedOnTheWire.Plain(a.Amount) + a.Unit.ToString()[0]));

    // A year has 365 days and a month 30, as Recognizers-Text counts them.
    private static decimal Seconds(TimeUnit unit) => unit switch
    {
        TimeUnit.Year => 31_536_000,
        TimeUnit.Month => 2_592_000,
        TimeUnit.Week => 604_800,
        TimeUnit.Day => 86_400,
        TimeUnit.Hour => 3_600,
        _ => 60,
    };

    private static JsonObject Values(IEnumerable<JsonObject> values) => new() { ["values"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
