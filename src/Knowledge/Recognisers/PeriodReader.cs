using System.Globalization;

namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>A stretch of days that begins at some token.</summary>
/// <param name="NamesYear">Whether the text, and not the calendar, says which year.</param>
internal readonly record struct PeriodReading(int To, DateOnly From, DateOnly Until, bool NamesYear, bool IsDay);

/// <summary>Months, weeks, years, and the years that money is counted in.</summary>
internal sealed class PeriodReader(Tokens tokens, DayReader days, DateOnly asOf)
{
    private static readonly Phrases<int> FinancialYears = new(("financial year|fy|council year", 4), ("tax year", 6));

    public PeriodReading? At(int i) => Year(i) ?? Month(i) ?? Current(i);

    // "2026/27", "financial year 2026/27", "year ending 31 March 2026", "in 2027".
    private PeriodReading? Year(int i)
    {
        if (tokens[i].Is("year") && YearEnding(i) is { } ending) return ending;
        var named = FinancialYears.At(tokens, i);
        var at = named?.To ?? i;
        if (SplitYear(at) is var (to, year)) return FinancialYear(to, year, named is (_, 6));
        if (named is not null) return days.YearAt(at) is var (yearTo, only) && tokens[at].IsFigures ? FinancialYear(yearTo, only, named is (_, 6)) : null;
        at = tokens[i].Is("the") ? i + 1 : i;
        if (tokens[at].Is("year") && tokens[at + 1].IsFigures && days.YearAt(at + 1) is var (end, whole)) return CalendarYear(end, whole);
        return tokens[i - 1].Text is "in" or "since" or "during" or "by" or "until" or "till" or "of" or "before" or "after" or "throughout" or "from" && tokens[i].IsFigures && days.YearAt(i) is var (toYear, y) && !IsCount(toYear)
            ? CalendarYear(toYear, y) : null;
    }

    // "In 2000 homes" counts.
    private bool IsCount(int to) => tokens[to].IsGlued && tokens[to].Text is "%" or "/" or "-" || tokens[to].IsWord && !IsFollower(tokens[to].Text);

    private static bool IsFollower(string word) =>
        word is "and" or "or" or "to" or "until" or "we" or "i" or "they" or "it" or "but" or "for" or "when" or "with" or "as" or "because" or "by" or "at" or "on" or "in" or "the" or "our" or "there" or "was" or "is" or "so";

    private (int To, int Year)? SplitYear(int i)
    {
        if (tokens[i] is not { IsFigures: true, Text.Length: 4 } || tokens[i].IsGlued && tokens[i - 1].Text is "/" or "-" || tokens[i + 1].Text is not ("/" or "-") || !tokens[i + 1].IsGlued) return null;
        if (tokens[i + 2] is not { IsFigures: true, IsGlued: true, Text.Length: 2 or 4 } second || tokens[i + 3].IsGlued && tokens[i + 3].Text is "/" or "-") return null;
        var year = int.Parse(tokens[i].Text, CultureInfo.InvariantCulture);
        var next = (year + 1).ToString(CultureInfo.InvariantCulture);
        return year is >= 1900 and < 2200 && (second.Text == next || second.Text == next[2..]) ? (i + 3, year) : null;
    }

    private PeriodReading? YearEnding(int i)
    {
        var at = i + 1;
        if (tokens[at].Text is "end" or "ending" or "ended" or "ends" or "to") at++;
        else return null;
        if (tokens[at].Is("date")) at++;
        if (tokens[at].Text is "is" or "on" or ":" or "of" or "was") at++;
        if (tokens[at].Is("the")) at++;
        if (days.At(at) is not { Named: DayNamed.Whole or DayNamed.DayAndMonth } end) return null;
        var start = end.Date == DayArithmetic.MonthEnd(end.Date) ? DayArithmetic.Months(DayArithmetic.MonthStart(end.Date), -11) : DayArithmetic.Days(DayArithmetic.Months(end.Date, -12), 1);
        return new PeriodReading(end.To, start, end.Date, true, true);
    }

    private PeriodReading? Month(int i)
    {
        var which = tokens[i].Text is "this" or "next" or "last" ? tokens[i].Text : null;
        var at = which is null ? i : i + 1;
        if (CalendarWords.MonthAt(tokens, at) is not (> 0 and var month)) return null;
        if (days.YearAt(at + 1, mayBeShort: tokens[at + 1].Text is "'" or "’") is var (to, year)) return MonthOf(to, year, month, true);
        var thisMonth = DayArithmetic.MonthStart(asOf);
        if (which == "this") return MonthOf(at + 1, asOf.Year, month, true);
        if (which == "last") return DayArithmetic.LastOn(month, 1, thisMonth) is { } last ? MonthOf(at + 1, last.Year, month, true) : null;
        return DayArithmetic.NextOn(month, 1, which == "next" ? DayArithmetic.Months(thisMonth, 1) : thisMonth) is { } next ? MonthOf(at + 1, next.Year, month, which == "next") : null;
    }

    private PeriodReading? Current(int i)
    {
        var step = tokens[i].Text switch { "this" or "the" or "current" => 0, "next" => 1, "last" or "previous" => -1, _ => 99 };
        if (step == 99) return null;
        var monthStart = DayArithmetic.MonthStart(asOf);
        var isThe = tokens[i].Is("the");
        switch (tokens[i + 1].Text)
        {
            case "week" when !isThe:
                var monday = DayArithmetic.Days(DayArithmetic.MondayOf(asOf), 7 * step);
                return new PeriodReading(i + 2, monday, DayArithmetic.Days(monday, 6), true, false);
            case "month" when !isThe || tokens[i - 1].Is("of"):
                var month = DayArithmetic.Months(monthStart, step);
                return new PeriodReading(i + 2, month, DayArithmetic.MonthEnd(month), true, false);
            case "year" when !isThe || tokens[i - 1].Is("of"):
                return CalendarYear(i + 2, asOf.Year + step);
            default:
                return FinancialYears.At(tokens, i + 1) is var (to, day) && !(isThe && tokens[to].IsFigures) ? FinancialYear(to, YearOfAccounts(day) + step, day == 6) : null;
        }
    }

    private int YearOfAccounts(int day) => asOf < new DateOnly(asOf.Year, 4, day == 6 ? 6 : 1) ? asOf.Year - 1 : asOf.Year;

    private static PeriodReading? MonthOf(int to, int year, int month, bool namesYear) =>
        DayArithmetic.Of(year, month, 1) is { } start ? new PeriodReading(to, start, DayArithmetic.MonthEnd(start), namesYear, false) : null;

    private static PeriodReading? CalendarYear(int to, int year) =>
        DayArithmetic.Of(year, 1, 1) is { } start ? new PeriodReading(to, start, new DateOnly(year, 12, 31), true, false) : null;

    // Councils and most groups count from 1 April, personal tax from 6 April: https://www.gov.uk/self-assessment-tax-returns.
    private static PeriodReading? FinancialYear(int to, int year, bool isTaxYear) =>
        DayArithmetic.Of(year, 4, isTaxYear ? 6 : 1) is { } start && year < 9999 ? new PeriodReading(to, start, DayArithmetic.Days(DayArithmetic.Months(start, 12), -1), true, false) : null;
}
