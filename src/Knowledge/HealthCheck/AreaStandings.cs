namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The four areas in words, from the mean of what applies. The words never turn into a mark.</summary>
internal static class AreaStandings
{
    // A mean at a bound already earns the higher word.
    private static readonly double[] Bounds = [0.75, 1.5, 2.5];

    public static IReadOnlyList<AreaStanding> Of(Catalogue catalogue, IReadOnlyList<Finding> findings) =>
        [.. Enum.GetValues<Area>().Select(area => Of(catalogue.Wording.Standings, area, [.. findings.Where(f => f.Item.Area == area)]))];

    private static AreaStanding Of(IReadOnlyList<string> words, Area area, IReadOnlyList<Finding> findings)
    {
        var applying = findings.Where(f => f.Standing != Standing.DoesNotApply).ToList();
        var answered = applying.Where(f => f.Level is not null || f.Response is not null).ToList();
        if (answered.Count == 0) return new AreaStanding(area, null, null, 0, applying.Count);
        var low = words[Step(answered.Average(f => f.Level ?? 0))];
        var high = words[Step(answered.Average(f => f.Level ?? 3))];
        return new AreaStanding(area, low, high, answered.Count, applying.Count);
    }

    private static int Step(double mean) => Bounds.Count(bound => mean >= bound);
}
