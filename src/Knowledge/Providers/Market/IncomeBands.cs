namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>Sorts what is stated of yearly income, exact or in bands of its source, into bands that can be counted.</summary>
internal static class IncomeBands
{
    /// <summary>The bands by the pounds at which each begins.</summary>
    public static IReadOnlyList<(string Name, decimal From)> All { get; } =
    [
        ("under £10,000", 0), ("£10,000 to under £100,000", 10_000), ("£100,000 to under £500,000", 100_000), ("£500,000 to under £1 million", 500_000), ("£1 million and over", 1_000_000),
    ];

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
