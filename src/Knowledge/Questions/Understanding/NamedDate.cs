using System.Globalization;
using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Questions.Understanding;

/// <summary>Finds a day or a month with its year in a question, such as a financial year end.</summary>
internal static partial class NamedDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static DateOnly? In(string plain)
    {
        var words = Written().Match(plain);
        if (words.Success)
        {
            var year = YearOf(words.Groups["y"].Value);
            var month = Array.IndexOf(Months, words.Groups["m"].Value[..3]) + 1;
            var last = DateTime.DaysInMonth(year, month);
            var day = words.Groups["d"].Success ? int.Parse(words.Groups["d"].Value, CultureInfo.InvariantCulture) : last;
            return day >= 1 && day <= last ? new DateOnly(year, month, day) : null;
        }
        var figures = Figures().Match(plain);
        return figures.Success && DateOnly.TryParseExact(
            $"{figures.Groups["d"].Value}/{figures.Groups["m"].Value}/{YearOf(figures.Groups["y"].Value)}", "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    private static int YearOf(string text)
    {
        var year = int.Parse(text, CultureInfo.InvariantCulture);
        return year < 100 ? year + 2000 : year;
    }

    [GeneratedRegex(@"\b(?:(?<d>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?) (?<y>20\d\d)\b")]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(?<d>\d{1,2}) (?<m>\d{1,2}) (?<y>(?:20)?\d\d)\b")]
    private static partial Regex Figures();
}
