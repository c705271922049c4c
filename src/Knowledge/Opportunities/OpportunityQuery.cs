namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>What somebody wants to bid for, as it was understood.</summary>
public sealed record OpportunityQuery
{
    /// <summary>Words that tell what the work is, in their order.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Beginnings of CPV codes that were typed.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Ids of places; any of them will do.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>True if it is to be called suitable for VCSE organisations.</summary>
    public bool ForVcse { get; init; }

    /// <summary>True if it is to be called suitable for small and medium-sized enterprises.</summary>
    public bool ForSmall { get; init; }

    /// <summary>True if it is to be reserved for some.</summary>
    public bool Reserved { get; init; }

    /// <summary>The law that it is to be under; null if any.</summary>
    public Regime? Regime { get; init; }
}

/// <summary>An opportunity on the list.</summary>
/// <param name="Reasons">Why it is there, in whole phrases.</param>
/// <param name="NotStated">What was asked and the notice does not say: not stated, never no.</param>
public sealed record OpportunityMatch(Opportunity Opportunity, IReadOnlyList<string> Reasons, IReadOnlyList<string> NotStated);

/// <summary>What a search for opportunities found.</summary>
/// <param name="Understood">What was understood, in words for the asker.</param>
/// <param name="Matches">The best first, and of those the one that closes first.</param>
/// <param name="Past">How many would match and are past their deadline, awarded or stopped: they are never shown.</param>
/// <param name="AsOf">The moment that deadlines were held against (UTC).</param>
public sealed record OpportunityResult(IReadOnlyList<string> Understood, IReadOnlyList<OpportunityMatch> Matches, int Past, DateTimeOffset AsOf)
{
    public int Total => Matches.Count;
}
