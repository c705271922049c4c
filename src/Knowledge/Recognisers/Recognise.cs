namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Finds what a text says in numbers, money, dates, yes or no and codes, in British English as people type it.</summary>
public static class Recognise
{
    /// <summary>
    /// Everything that is recognised, in the order of the text. Values of one kind never overlap; those of different kinds may: the 10 in "£10" is
    /// a number too, and "under £10" a range.
    /// </summary>
    /// <param name="text">What was typed.</param>
    /// <param name="asOf">The day that "tomorrow" and dates without a year are counted from.</param>
    public static IReadOnlyList<Recognised> In(string text, DateOnly asOf)
    {
        var tokens = new Tokens(text);
        var found = Codes(tokens);
        var numbers = new NumberReader(tokens);
        var monies = new MoneyReader(tokens, numbers);
        var paidOver = Monies(tokens, monies, found);
        Numbers(tokens, numbers, found);
        Ranges(tokens, new RangeReader(tokens, numbers, monies), found);
        Dates(tokens, new DateReader(tokens, numbers, asOf), paidOver, found);
        if (YesNoReader.In(tokens) is var (from, said)) found.Add(tokens.Recognised(from, said.To, new YesNo(said.IsYes), said.IsHedged));
        return [.. found.OrderBy(r => r.Start).ThenByDescending(r => r.Text.Length)];
    }

    // Codes come first: their figures are no numbers.
    private static List<Recognised> Codes(Tokens tokens)
    {
        var found = new List<Recognised>();
        var end = 0;
        foreach (var (start, length, value) in Identifiers.In(tokens.Source).OrderBy(c => c.Start))
        {
            if (start < end) continue;
            end = start + length;
            found.Add(new Recognised(tokens.Source[start..end], start, value, false));
        }
        var at = 0;
        foreach (var code in found)
        {
            while (tokens[at].End <= code.Start && at < tokens.Count) at++;
            var from = at;
            while (at < tokens.Count && tokens[at].Start < code.End) at++;
            tokens.TakeOut(from, at);
        }
        return found;
    }

    private static HashSet<int> Monies(Tokens tokens, MoneyReader monies, List<Recognised> found)
    {
        var paidOver = new HashSet<int>();
        for (var i = 0; i < tokens.Count;)
        {
            if (monies.At(i) is not { } money)
            {
                i++;
                continue;
            }
            found.Add(tokens.Recognised(i, money.To, new Money(money.InUnit, money.Unit, money.Per), Approximation.IsAround(tokens, i, money.To)));
            for (var at = money.To; at < money.PerTo; at++) paidOver.Add(at);
            i = money.To;
        }
        return paidOver;
    }

    private static void Numbers(Tokens tokens, NumberReader numbers, List<Recognised> found)
    {
        for (var i = 0; i < tokens.Count;)
        {
            if (numbers.At(i) is not { } number)
            {
                i++;
                continue;
            }
            if (number.IsOrdinal)
            {
                if (!IsMoment(tokens, i, number.To)) found.Add(tokens.Recognised(i, number.To, new Ordinal(number.Value)));
            }
            else if (!number.IsGrand && number.Letters is null && !IsPronoun(tokens, i, number.To))
                found.Add(tokens.Recognised(i, number.To, new Number(number.Value), Approximation.IsAround(tokens, i, number.To)));
            i = number.To;
        }
    }

    // "Just a second" is a short while.
    private static bool IsMoment(Tokens tokens, int i, int to) =>
        to == i + 1 && tokens[i].Is("second") && (tokens[i - 1].Text is "one" or "per" or "split" or "every" || tokens[i - 1].Is("a") && tokens[i - 2].Text is "just" or "wait" or "for" or "in" or "me" or "on" or "half");

    // "One of us", "that one", "no one": nobody is counted.
    private static bool IsPronoun(Tokens tokens, int i, int to) =>
        to == i + 1 && tokens[i].Is("one") && (tokens[i + 1].Text is "of" or "another" or "day" or "or"
            || tokens[i - 1].IsWord && (tokens[i - 1].Text is "this" or "that" or "which" or "no" or "any" or "every" or "each" or "another" or "the" or "next" or "other" or "some" or "new" or "right" or "good" or "big" or "small" or "only" or "my" or "our" or "your"
                || NumberWords.SmallOrdinals.ContainsKey(tokens[i - 1].Text)));

    private static void Ranges(Tokens tokens, RangeReader ranges, List<Recognised> found)
    {
        for (var i = 0; i < tokens.Count;)
        {
            if (ranges.At(i) is not { } range)
            {
                i++;
                continue;
            }
            found.Add(tokens.Recognised(i, range.To, range.Range, Approximation.IsAround(tokens, i, range.To)));
            i = range.To;
        }
    }

    private static void Dates(Tokens tokens, DateReader dates, HashSet<int> paidOver, List<Recognised> found)
    {
        for (var i = 0; i < tokens.Count;)
        {
            if (paidOver.Contains(i) || dates.At(i) is not { } date)
            {
                i++;
                continue;
            }
            found.Add(tokens.Recognised(date.From, date.To, date.Value, date.IsVague || Approximation.IsAround(tokens, date.From, date.To)));
            i = date.To;
        }
    }
}
