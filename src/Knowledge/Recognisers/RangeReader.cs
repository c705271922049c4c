namespace CommissioningBot.Knowledge.Recognisers;

internal readonly record struct RangeReading(int To, NumberRange Range);

/// <summary>Ranges of numbers and of money: two ends, or one that is open.</summary>
internal sealed class RangeReader(Tokens tokens, NumberReader numbers, MoneyReader monies)
{
    private readonly record struct Quantity(int To, decimal Value, decimal Scale, MoneyUnit? Unit, PaidPer Per);

    public RangeReading? At(int i) => Span(i) ?? Joined(i);

    // "Between 10 and 25k", "from 5 to 10", "£10-25k", "20 through 100".
    private RangeReading? Span(int i)
    {
        if (tokens[i].Is("between")) return Span(i + 1, joins: false, "and", "-", "to") ?? Span(i + 1, joins: true, "and", "-", "to");
        if (tokens[i].Is("from")) return Span(i + 1, joins: true, "to", "-", "until", "till", "through", "up");
        return Span(i, joins: true, "to", "-", "through", "thru", "~");
    }

    private RangeReading? Span(int i, bool joins, params ReadOnlySpan<string> between)
    {
        if (IsInsideCode(i) || QuantityAt(i, joins) is not { } least) return null;
        if (!between.Contains(tokens[least.To].Text)) return null;
        var at = least.To + (tokens.Are(least.To, "up", "to") ? 2 : 1);
        if (QuantityAt(at, true) is not { } most) return null;
        if (tokens[least.To].Is("-") && IsCode(i, at, most.To)) return null;
        if (least.Scale == 1 && most.Scale > 1 && least.Value < most.Value / most.Scale && least.Value <= decimal.MaxValue / 1e15m) least = least with { Value = least.Value * most.Scale };
        if (least.Value >= most.Value || least.Unit is not null && most.Unit is not null && least.Unit.Currency != most.Unit.Currency) return null;
        var unit = most.Unit ?? least.Unit;
        return new RangeReading(most.To, new NumberRange(least.Value, true, most.Value, true, unit, most.Per, IsSpan: true));
    }

    // Telephone numbers, dates and financial years have dashes too.
    private bool IsInsideCode(int i) =>
        tokens[i].IsFigures && tokens[i].IsGlued && (tokens[i - 1].Text is "-" or "/" or "+" or "." || tokens[i - 1].IsWord);

    private bool IsCode(int from, int at, int to) =>
        tokens[to].IsGlued && tokens[to].Text is "-" or "/"
        || tokens[at] is { IsFigures: true, Text: ['0', _, ..] }
        || tokens[from] is { IsFigures: true, Text.Length: 4 } && tokens[at] is { IsFigures: true, Text.Length: 2 or 4 } && tokens[at].IsGlued && tokens[from].Text[..2] is "19" or "20" && to == at + 1;

    // "Over £5k but under £10k": two conditions that make one range, if they can both hold.
    private RangeReading? Joined(int i)
    {
        if (Condition(i) is not { } first) return null;
        var at = tokens[first.To].Is(",") ? first.To + 1 : first.To;
        if (tokens[at].Text is not ("and" or "but") || Condition(at + 1) is not { } second) return first;
        var (a, b) = (first.Range, second.Range);
        if (a.Least is null) (a, b) = (b, a);
        return a is { Least: { } least, Most: null } && b is { Least: null, Most: { } most } && least < most
            ? new RangeReading(second.To, a with { Most = most, IncludesMost = b.IncludesMost, Unit = a.Unit ?? b.Unit })
            : first;
    }

    private RangeReading? Condition(int i)
    {
        var isExactly = Comparisons.Exactly.At(tokens, i);
        var start = isExactly?.To ?? i;
        if (isExactly is null && Comparisons.Before.At(tokens, i) is var (to, bound))
        {
            // "=>" is no comparison that anybody agrees on.
            if (tokens[i].IsGlued && tokens[i].Is(">") && tokens[i - 1].Is("=") || QuantityAt(to, true) is not { } edge) return null;
            return bound.IsIncluded || Comparisons.OrEqual.At(tokens, edge.To) is not var (equalTo, _)
                ? new RangeReading(edge.To, Open(edge, bound))
                : new RangeReading(equalTo, Open(edge, bound with { IsIncluded = true }));
        }
        if (QuantityAt(start, true) is not { } value) return null;
        if (Comparisons.Behind.At(tokens, value.To) is var (behindTo, behind) && !GoesOn(behindTo))
            return new RangeReading(behindTo, Open(value, behind));
        return isExactly is null ? null : new RangeReading(value.To, new NumberRange(value.Value, true, value.Value, true, value.Unit, value.Per));
    }

    // "200 or greater than 190" says nothing of 200, and "5 plus 3" is a sum.
    private bool GoesOn(int to) =>
        tokens[to - 1].Text is "than" or "least" or "most" or "plus" or "+" or "minimum" or "maximum" or "max" or "min" ? numbers.At(to) is not null || tokens[to].IsGlued && tokens[to].IsFigures
        : tokens[to].Is("than") && numbers.At(to + 1) is not null;

    private static NumberRange Open(Quantity edge, Bound bound) => bound.IsLeast
        ? new NumberRange(edge.Value, bound.IsIncluded, null, false, edge.Unit, edge.Per)
        : new NumberRange(null, false, edge.Value, bound.IsIncluded, edge.Unit, edge.Per);

    private Quantity? QuantityAt(int i, bool joins) =>
        monies.At(i, joins) is { } money ? new Quantity(money.To, money.InUnit, money.Scale, money.Unit, money.Per)
        : numbers.At(i, joins) is { IsOrdinal: false, Letters: null } number ? new Quantity(number.To, number.Value, number.Scale, null, PaidPer.NotSaid)
        : null;
}
