namespace CommissioningBot.Knowledge.Providers;

/// <summary>How long ago the newest word on a provider was said.</summary>
internal static class Freshness
{
    /// <summary>What <see cref="Of"/> says of long ago or no date.</summary>
    public const int LongAgo = 2;

    private const int Fresh = 2;
    private const int Old = 5;

    /// <summary>0 for the last years, 1 for some years ago, <see cref="LongAgo"/> for longer ago or no date.</summary>
    /// <param name="newest">From <see cref="NewestYear"/>.</param>
    /// <param name="week">The week of the search, 202647 for the 47th of 2026.</param>
    public static int Of(int? newest, int week) => newest is not { } year ? LongAgo : (week / 100 - year) switch
    {
        <= Fresh => 0,
        <= Old => 1,
        _ => LongAgo,
    };

    /// <summary>The year of its newest text; of one whose texts bear no day, the year in which its list was last seen, unless they are awards, which may be of any year.</summary>
    public static int? NewestYear(Provider provider)
    {
        var newest = provider.Texts.Max(t => t.Date);
        return newest?.Year ?? (provider.Texts.Any(t => t.Amount is not null) ? null : provider.LastSeen.Year);
    }
}
