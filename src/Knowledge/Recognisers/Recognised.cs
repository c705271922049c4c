namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Something of a known kind that a text says, and where.</summary>
/// <param name="Text">The words as they were typed.</param>
/// <param name="Start">Where they begin in the text, in UTF-16 units from 0.</param>
/// <param name="Value">What they come to.</param>
/// <param name="IsApproximate">Whether the text says that it is not exact: "about", "nearly", "or so", "I think so".</param>
public sealed record Recognised(string Text, int Start, RecognisedValue Value, bool IsApproximate)
{
    /// <summary>The position behind the last character.</summary>
    public int End => Start + Text.Length;
}

/// <summary>A value that can be told from plain British English.</summary>
public abstract record RecognisedValue;

/// <summary>A number that counts or measures.</summary>
public sealed record Number(decimal Value) : RecognisedValue;

/// <summary>A place in an order: second, 21st.</summary>
public sealed record Ordinal(decimal Value) : RecognisedValue;

/// <summary>An amount of money in the unit that was named: 30 pence stays 30, of <see cref="MoneyUnit.Pence"/>.</summary>
public sealed record Money(decimal InUnit, MoneyUnit Unit, PaidPer Per) : RecognisedValue
{
    /// <summary>The amount in the currency's main unit: pounds, not pence.</summary>
    public decimal Amount => InUnit * Unit.Worth;
}

/// <summary>
/// Numbers or sums from one to another; an end that is null is open. "Between 10 and 20" includes both, as people mean it.
/// </summary>
/// <param name="IsSpan">Whether both ends were named as one range, "10 to 20", and not as two conditions.</param>
public sealed record NumberRange(decimal? Least, bool IncludesLeast, decimal? Most, bool IncludesMost, MoneyUnit? Unit = null, PaidPer Per = PaidPer.NotSaid, bool IsSpan = false) : RecognisedValue;

/// <summary>A day of the calendar. Where the year was not named it is the first such day that is not past.</summary>
public sealed record Day(DateOnly Date, DayNamed Named) : RecognisedValue;

/// <summary>The days from one to another, both included; an end that is null is open.</summary>
/// <param name="NamesDays">Whether the end was named as a day, "1 April to 30 June", and not as a month or a year.</param>
public sealed record Period(DateOnly? From, DateOnly? To, bool NamesDays) : RecognisedValue;

/// <summary>A length of time, the larger units first, and the limit that the text puts on it.</summary>
public sealed record Duration(IReadOnlyList<TimeAmount> Amounts, Limit Limit = Limit.None) : RecognisedValue
{
    public bool Equals(Duration? other) => other is not null && Limit == other.Limit && Amounts.SequenceEqual(other.Amounts);

    public override int GetHashCode() => HashCode.Combine(Limit, Amounts.Count, Amounts[0]);
}

/// <summary>Whether a text says yes or no.</summary>
public sealed record YesNo(bool IsYes) : RecognisedValue;

/// <summary>A code that somebody issued, written as its register writes it.</summary>
public sealed record Identifier(IdentifierKind Kind, string Code) : RecognisedValue;

public enum PaidPer { NotSaid, Hour, Day, Week, Month, Year, InAll }

/// <summary>How much of a day the text named; the rest was worked out.</summary>
public enum DayNamed { Whole, DayAndMonth, DayOfMonth, Weekday }

public enum Limit { None, AtMost, LessThan, AtLeast, MoreThan }

public enum IdentifierKind { Postcode, Charity, Company, Ppon }

public enum TimeUnit { Year, Month, Week, Day, Hour, Minute }

public readonly record struct TimeAmount(decimal Amount, TimeUnit Unit);
