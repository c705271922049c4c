namespace CommissioningBot.Knowledge.HealthCheck.AreaReports;

/// <summary>
/// What may be told of a count, so that nobody can be picked out: nothing if fewer than five have it or fewer than five are left over, else
/// the nearest five. Why it is so, and what it withstands: docs/decisions/0029-area-report.md.
/// </summary>
public static class Disclosure
{
    /// <summary>Counts below this are not told.</summary>
    public const int Fewest = 5;

    /// <summary>Below this every count is under five, or what it leaves over is.</summary>
    public const int SmallestGroup = 2 * Fewest;

    /// <summary>The count as it may be told; null if it may not.</summary>
    public static int? Of(int count, int outOf) => count >= Fewest && outOf - count >= Fewest ? Rounded(count) : null;

    /// <summary>To the nearest five.</summary>
    public static int Rounded(int count) => (count + 2) / Fewest * Fewest;
}
