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

/// <summary>A provider that may be shown.</summary>
/// <param name="Number">Its number in the index.</param>
internal readonly record struct Candidate(int Number, Fit Fit, double Score)
{
    public bool Outside { get; init; }

    public double Kilometres { get; init; }

    /// <summary>How it stands to each filter of the query.</summary>
    public FilterStandings Filters { get; init; }
}
