using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.Reports;

/// <summary>A group's year as a file that any calendar takes: iCalendar, https://www.rfc-editor.org/rfc/rfc5545.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75;

    /// <param name="id">The check's; a calendar that takes the file again then moves dates instead of doubling them.</param>
    public static string Of(YearView year, string id, DateTimeOffset madeAt)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//CommissioningBot//Health check//EN");
        foreach (var e in year.Events)
        {
            if (e.On is not { } day) continue;
            Line(text, "BEGIN:VEVENT");
            Line(text, $"UID:{e.Id}-{id}@commissioningbot");
            Line(text, madeAt.UtcDateTime.ToString("'DTSTAMP:'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line(text, "DTSTART;VALUE=DATE:" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line(text, "DTEND;VALUE=DATE:" + day.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line(text, "SUMMARY:" + Escaped(e.Name));
            Line(text, "DESCRIPTION:" + Escaped(Description(e)));
            // A day to be reminded of does not make anybody busy.
            Line(text, "TRANSP:TRANSPARENT");
            Line(text, "BEGIN:VALARM");
            Line(text, "ACTION:DISPLAY");
            Line(text, "DESCRIPTION:" + Escaped(e.Name));
            Line(text, "TRIGGER:-P14D");
            Line(text, "END:VALARM");
            Line(text, "END:VEVENT");
        }
        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static string Description(YearEvent e) =>
        e.Rule?.Source is { } source ? $"{e.Text} {source}, {e.Rule.Url} (checked {e.Rule.CheckedOn!.Value.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)})" : e.Text;

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    // A line is at most 75 bytes long and goes on after a break and a space; a character is never cut in two.
    private static void Line(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                bytes = 1;
            }
            text.Append(rune);
            bytes += rune.Utf8SequenceLength;
        }
        text.Append("\r\n");
    }
}
