using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>Reads what sources say of yearly income, exact or in bands of their own, and sorts it into bands that can be counted.</summary>
internal static class IncomeBands
{
    /// <summary>The bands by the pounds at which each begins.</summary>
    public static IReadOnlyList<(string Name, decimal From)> All { get; } =
    [
        ("under £10,000", 0), ("£10,000 to under £100,000", 10_000), ("£100,000 to under £500,000", 100_000), ("£500,000 to under £1 million", 500_000), ("£1 million and over", 1_000_000),
    ];

    // Only sums are read with it, and they hang on no day.
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    /// <summary>The least and the most pounds that a stated income can be, null for an open end; null if the text is no sum.</summary>
    public static (decimal? Least, decimal? Most)? Read(string? stated)
    {
        if (string.IsNullOrWhiteSpace(stated)) return null;
        var found = Recognise.In(stated, AnyDay);
        if (found.Select(r => r.Value).OfType<NumberRange>().FirstOrDefault() is { } range) return (range.Least, range.Most);
        if (found.Select(r => r.Value).OfType<Money>().FirstOrDefault() is { } money) return (money.Amount, money.Amount);
        return found is [{ Value: Number number }] ? (number.Value, number.Value) : null;
    }

    /// <summary>The number of the band that holds all of it; null if it lies in two.</summary>
    public static int? BandOf((decimal? Least, decimal? Most) income)
    {
        // "£10k to £100k" is one band, though the next begins at £100,000.
        var from = Number(income.Least ?? 0);
        var to = income.Most is not { } most ? All.Count - 1 : most > (income.Least ?? 0) ? Number(most - 0.01m) : Number(most);
        return from == to ? from : null;
    }

    private static int Number(decimal pounds) => All.TakeWhile(b => b.From <= Math.Max(0, pounds)).Count() - 1;
}
