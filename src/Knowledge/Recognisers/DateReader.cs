namespace CommissioningBot.Knowledge.Recognisers;

internal readonly record struct DateReading(int From, int To, RecognisedValue Value, bool IsVague);

/// <summary>
/// Days, periods and lengths of time together: what reaches furthest at a token is taken, so that "by the end of March" is one period and not also a day.
/// </summary>
internal sealed class DateReader
{
    private enum Edge { Until, Before, From, After }

    private static readonly Phrases<Edge> Edges = new(
        ("by|until|till|no later than|not later than|on or before|up until|up to|by no later than", Edge.Until),
        ("before|prior to|earlier than", Edge.Before),
        ("from|since|on or after|starting|starting on|starting from|as of|as from|beginning", Edge.From),
        ("after|later than", Edge.After));

    private readonly Tokens tokens;
    private readonly DurationReader durations;
    private readonly DayReader days;
    private readonly RelativeDays relative;
    private readonly PeriodReader periods;

    public DateReader(Tokens tokens, NumberReader numbers, DateOnly asOf)
    {
        this.tokens = tokens;
        durations = new DurationReader(tokens, numbers);
        days = new DayReader(tokens, numbers, asOf);
        relative = new RelativeDays(tokens, numbers, durations, asOf);
        periods = new PeriodReader(tokens, days, asOf);
    }

    public DateReading? At(int i)
    {
        if (Range(i) is { } range) return range;
        if (Edges.At(tokens, i) is var (at, edge) && (Single(at) ?? (tokens[at].Is("the") ? Single(at + 1) : null)) is { } named)
            return new DateReading(i, named.To, Open(named, edge), false);
        if (DayAt(i) is { } day && day.From == i)
            return (periods.At(i) is { } longer && longer.To > day.To) ? Whole(i, longer) : new DateReading(i, day.To, new Day(day.Date, day.Named), false);
        if (periods.At(i) is { } period) return Whole(i, period);
        return durations.At(i) is { } duration ? new DateReading(duration.From, duration.To, duration.Value, duration.IsVague) : null;
    }

    private static DateReading Whole(int i, PeriodReading period) => new(i, period.To, new Period(period.From, period.Until, period.IsDay), false);

    private static Period Open(PeriodReading named, Edge edge) => edge switch
    {
        Edge.Until => new Period(null, named.Until, named.IsDay),
        Edge.Before => new Period(null, DayArithmetic.Days(named.From, -1), named.IsDay),
        Edge.From => new Period(named.From, null, named.IsDay),
        _ => new Period(DayArithmetic.Days(named.Until, 1), null, named.IsDay),
    };

    // "From April to June 2027", "1 April - 30 June", "Jan-Mar 2027".
    private DateReading? Range(int i)
    {
        var isBetween = tokens[i].Is("between");
        var at = isBetween || tokens[i].Is("from") ? i + 1 : i;
        if (Single(at) is not { } first) return null;
        var joins = tokens[first.To].Text is "to" or "-" or "until" or "till" or "through" || isBetween && tokens[first.To].Is("and");
        if (!joins || Single(first.To + 1) is not { } second) return null;
        (first, second) = InTheSameYears(first, second);
        return first.From <= second.Until ? new DateReading(i, second.To, new Period(first.From, second.Until, second.IsDay), false) : null;
    }

    // A year that is named once holds for both ends; without one the second is the next after the first.
    private static (PeriodReading First, PeriodReading Second) InTheSameYears(PeriodReading first, PeriodReading second)
    {
        if (first.NamesYear && !second.NamesYear)
        {
            second = Moved(second, first.From.Year - second.From.Year);
            if (second.Until < first.From) second = Moved(second, 1);
        }
        else if (!first.NamesYear && second.NamesYear)
        {
            first = Moved(first, second.From.Year - first.From.Year);
            if (first.From > second.Until) first = Moved(first, -1);
        }
        else if (!first.NamesYear && second.Until < first.From) second = Moved(second, 1);
        return (first, second);
    }

    private static PeriodReading Moved(PeriodReading period, int years)
    {
        var isMonthEnd = period.Until == DayArithmetic.MonthEnd(period.Until);
        var until = DayArithmetic.Months(period.Until, 12 * years);
        return period with { From = DayArithmetic.Months(period.From, 12 * years), Until = isMonthEnd && !period.IsDay ? DayArithmetic.MonthEnd(until) : until };
    }

    private PeriodReading? Single(int i) =>
        DayAt(i) is { } day && day.From == i && !(periods.At(i) is { } longer && longer.To > day.To)
            ? new PeriodReading(day.To, day.Date, day.Date, day.Named != DayNamed.DayAndMonth, true)
            : periods.At(i);

    private DayReading? DayAt(int i) => EdgeOfPeriod(i) ?? relative.At(i) ?? days.At(i);

    // "The end of March", "start of the financial year".
    private DayReading? EdgeOfPeriod(int i)
    {
        var at = tokens[i].Is("the") ? i + 1 : i;
        if (tokens[at].Text is not ("end" or "start" or "beginning")) return null;
        var of = tokens[at + 1].Is("of") ? at + 2 : at + 1;
        if ((periods.At(of) ?? (tokens[of].Is("the") ? periods.At(of + 1) : null)) is not { } named) return null;
        return new DayReading(i, named.To, tokens[at].Is("end") ? named.Until : named.From, named.NamesYear ? DayNamed.Whole : DayNamed.DayAndMonth);
    }
}
