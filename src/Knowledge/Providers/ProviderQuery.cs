using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A word that was taken for another: "Did you mean ...?"</summary>
public sealed record Correction(string Typed, string Meant);

/// <summary>What somebody looks for, as it was understood. Plain data: it can be kept, sent and asked again.</summary>
public sealed record ProviderQuery
{
    /// <summary>What was typed last.</summary>
    public string Text { get; init; } = "";

    /// <summary>Ids of services asked for.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Ids of the people that it is to be for.</summary>
    public IReadOnlyList<string> WhoFor { get; init; } = [];

    /// <summary>Ids of names that many local groups share, such as Home-Start.</summary>
    public IReadOnlyList<string> SharedNames { get; init; } = [];

    /// <summary>The words by which those ideas were put: of two groups for ethnic minorities, the one that says Somali answers better to it.</summary>
    public IReadOnlyList<string> PutAs { get; init; } = [];

    /// <summary>Other words that tell; in their order.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Those of the words that stood where a place belongs ("in Pennywell"): no list knows the place, but providers may name it.</summary>
    public IReadOnlyList<string> PlaceWords { get; init; } = [];

    /// <summary>Ids of places; any of them will do.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>True if places around will do too.</summary>
    public bool Near { get; init; }

    /// <summary>Ids of places that share the name that was used: which one is meant?</summary>
    public IReadOnlyList<string> WhichPlace { get; init; } = [];

    /// <summary>What stood where a place belongs and is not known as one.</summary>
    public string? UnknownPlace { get; init; }

    /// <summary>The name of one organisation.</summary>
    public string? Name { get; init; }

    /// <summary>The identifier of one organisation.</summary>
    public string? Number { get; init; }

    /// <summary>What was asked and no data here holds, such as size.</summary>
    public IReadOnlyList<string> NotInData { get; init; } = [];

    /// <summary>What providers are asked to state besides: size, legal form, policies.</summary>
    public IReadOnlyList<ProviderFilter> Filters { get; init; } = [];

    /// <summary>Whether those were asked for who shared their health check. It never narrows or orders a list: section 85 of the Procurement Act 2023.</summary>
    public bool AsksForShared { get; init; }

    /// <summary>True to leave nobody out: half answers and all neighbours too.</summary>
    public bool All { get; init; }

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    internal bool HasTopic => Services.Count + WhoFor.Count + SharedNames.Count + Words.Count > 0 || Name is not null || Number is not null;

    internal bool HasPlace => Places.Count + WhichPlace.Count > 0 || UnknownPlace is not null;
}
