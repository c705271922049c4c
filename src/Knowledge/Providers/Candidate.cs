using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>How much of what was asked a provider answers to, best last.</summary>
internal enum Fit
{
    None,

    /// <summary>It is for these people; the service is not stated.</summary>
    PeopleOnly,

    /// <summary>It does this; who for is not stated.</summary>
    ServiceOnly,

    /// <summary>Everything that was asked, if more than one thing of a kind at least one of each.</summary>
    Full,

    /// <summary>It bears the name.</summary>
    Named,
}

internal sealed record Candidate(int Number, IndexedProvider Indexed, Fit Fit, double Score)
{
    public bool Outside { get; init; }

    /// <summary>What its text names of the place that was asked for, if it lies outside it.</summary>
    public string? SaysPlace { get; init; }

    public double Kilometres { get; init; }

    /// <summary>What it says to each filter of the query, in their order.</summary>
    public IReadOnlyList<FilterFinding> Findings { get; init; } = [];

    public FilterStanding Standing => JudgeFilters.Together(Findings);
}
