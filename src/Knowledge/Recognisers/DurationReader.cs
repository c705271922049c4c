namespace CommissioningBot.Knowledge.Recognisers;

/// <param name="From">The token that the length of time begins with, behind "up to" and the like.</param>
internal readonly record struct DurationReading(int From, int To, Duration Value, bool IsVague);

/// <summary>Lengths of time: "two and a half years", "18-month", "1 year 6 months", with "up to" or "at least" before them.</summary>
internal sealed class DurationReader(Tokens tokens, NumberReader numbers)
{
    public DurationReading? At(int i)
    {
        var limit = Limit.None;
        var from = i;
        if (Comparisons.Before.At(tokens, i) is var (to, bound))
        {
            from = to;
            limit = (bound.IsLeast, bound.IsIncluded) switch
            {
                (true, true) => Limit.AtLeast,
                (true, false) => Limit.MoreThan,
                (false, true) => Limit.AtMost,
                _ => Limit.LessThan,
            };
        }
        if (First(from) is not var (end, amount, isVague)) return null;
        if (tokens.Are(end, "and", "a", "half")) return new(from, end + 3, new Duration([amount with { Amount = amount.Amount + 0.5m }], limit), isVague);
        var amounts = new List<TimeAmount> { amount };
        while (true)
        {
            var at = tokens[end].Text is "and" or "," ? end + 1 : end;
            if (Counted(at) is not var (next, more) || more.Unit <= amounts[^1].Unit) break;
            amounts.Add(more);
            end = next;
        }
        return new(from, end, new Duration(amounts, limit), isVague);
    }

    private (int To, TimeAmount Amount, bool IsVague)? First(int i)
    {
        if (Counted(i) is var (to, amount)) return (to, amount, false);
        var (at, count, isVague) = tokens[i].Text switch
        {
            "half" when tokens[i + 1].Text is "a" or "an" => (i + 2, 0.5m, false),
            "a" when tokens.Are(i + 1, "couple", "of") => (i + 3, 2m, true),
            "a" when tokens[i + 1].Is("few") => (i + 2, 3m, true),
            "a" or "an" => (i + 1, 1m, false),
            "few" => (i + 1, 3m, true),
            _ => (0, 0m, false),
        };
        if (count == 0 || CalendarWords.UnitAt(tokens, at) is not var (unit, times)) return null;
        // "A year end" and "half a day a week" are no lengths that anybody waits for.
        return tokens[at + 1].Text is "end" or "ends" or "ending" ? null : (at + 1, new TimeAmount(count * times, unit), isVague);
    }

    private (int To, TimeAmount Amount)? Counted(int i)
    {
        if (numbers.At(i) is not { IsOrdinal: false, IsGrand: false, Value: > 0 and < 10_000 } number) return null;
        var at = tokens[number.To].Is("-") ? number.To + 1 : number.To;
        if (tokens[at].Text is "working" or "calendar" or "clear" or "full" or "business" or "whole") at++;
        return CalendarWords.UnitAt(tokens, at) is var (unit, times) ? (at + 1, new TimeAmount(number.Value * times, unit)) : null;
    }
}
