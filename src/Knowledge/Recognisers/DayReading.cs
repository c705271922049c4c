namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>A day that begins at some token.</summary>
internal readonly record struct DayReading(int From, int To, DateOnly Date, DayNamed Named)
{
    /// <summary>The same day and month in another year, where only these were named.</summary>
    public DayReading? InYear(int year) => DayArithmetic.Of(year, Date.Month, Date.Day) is { } date ? this with { Date = date, Named = DayNamed.Whole } : null;
}
