namespace CommissioningBot.Knowledge.Providers;

/// <summary>What a person said of a proposed pair.</summary>
public enum JoinDecision
{
    /// <summary>They are one organisation.</summary>
    Confirmed,

    /// <summary>They are two, whatever their names say.</summary>
    Refused,

    /// <summary>What was decided before holds no more, and the pair is a proposal again.</summary>
    Undone,
}

/// <summary>A person's decision on a proposed pair. It outlives every import.</summary>
/// <param name="Why">The reason that was given.</param>
/// <param name="By">The account that decided.</param>
/// <param name="At">When (UTC).</param>
public sealed record JudgedJoin(string One, string Other, JoinDecision Decision, string Why, string By, DateTimeOffset At);
