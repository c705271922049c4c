namespace CommissioningBot.Knowledge.HealthCheck;

public enum Standing
{
    /// <summary>At or above the level asked for.</summary>
    Met,

    /// <summary>Below the level asked for.</summary>
    Short,

    /// <summary>It should be known, and is not: Not sure, or a core question without an answer.</summary>
    Unknown,

    /// <summary>Beyond the core, and not answered yet.</summary>
    NotAsked,

    /// <summary>The group says that it does not apply.</summary>
    DoesNotApply,
}

/// <summary>What an assessment says about one item for the funding wanted.</summary>
/// <param name="Need">What the funding wanted asks of the item.</param>
/// <param name="Required">The level that decides the result, 1 to 3; 0 if the item decides nothing.</param>
/// <param name="Target">The level that <paramref name="Standing"/> is measured against: required, before signing, or in place.</param>
/// <param name="IsLaw">Whether the law asks, or may ask, it of this group.</param>
/// <param name="Level">0 to 3; null if the answer is no level or there is none.</param>
/// <param name="ShortBy">How many levels are missing to the target; 0 unless short.</param>
/// <param name="Known">The level that the profile settles, and why the item is not asked; null if it is asked.</param>
/// <param name="LawNotes">What the law says, whatever the level.</param>
public sealed record Finding(
    Item Item, Need Need, int Required, int Target, bool IsLaw, Response? Response, KnownLevel? Known, int? Level, Standing Standing, int ShortBy,
    IReadOnlyList<Note> LawNotes)
{
    public bool Decides => Required > 0;

    public bool IsMust => Need.Must > 0;
}
