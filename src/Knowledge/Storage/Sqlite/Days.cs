namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// Days since 1970 (UTC). How long something is kept is counted in whole days, so that an index over it changes once a day and not with every
/// turn. Rounded so that nothing goes early.
/// </summary>
internal static class Days
{
    public static long Of(DateTimeOffset moment) => moment.UtcTicks / TimeSpan.TicksPerDay - DateTimeOffset.UnixEpoch.Ticks / TimeSpan.TicksPerDay;

    /// <summary>The first day that begins at the moment or after it.</summary>
    public static long After(DateTimeOffset moment) => Of(moment.AddTicks(TimeSpan.TicksPerDay - 1));
}
