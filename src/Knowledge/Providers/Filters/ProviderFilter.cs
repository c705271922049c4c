namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>By what a search may be narrowed.</summary>
public enum FilterKind
{
    /// <summary>Yearly income, in pounds.</summary>
    Size,

    LegalForm,

    QualityMark,

    /// <summary>A policy that the provider says it has.</summary>
    Policy,

    /// <summary>Who leads it.</summary>
    LedBy,

    /// <summary>Who has given it money before.</summary>
    FundedBy,
}

/// <summary>One thing that a provider is asked to state. Plain data, as the query that holds it.</summary>
/// <param name="Id">An id of Content/providers/filters.yaml; for <see cref="FilterKind.FundedBy"/> the funder as it was typed, empty for any; for a size in pounds empty.</param>
public sealed record ProviderFilter(FilterKind Kind, string Id)
{
    /// <summary>Pounds of yearly income; null for no lower end.</summary>
    public decimal? Least { get; init; }

    /// <summary>Pounds of yearly income; null for no upper end.</summary>
    public decimal? Most { get; init; }

    /// <summary>Whether the ends belong to the range: "£50,000 to £200,000" includes them, "under £100,000" does not.</summary>
    public bool IncludesEnds { get; init; }

    /// <summary>The first day on which an award counts; null for any.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which an award counts; null for any.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Whether an award counts only if it was for a service that the query asks for.</summary>
    public bool ForTheSame { get; init; }

    /// <summary>Whether those are wanted who state the contrary.</summary>
    public bool Not { get; init; }

    /// <summary>Whether its id is one that is known: a query comes back from outside.</summary>
    internal bool IsKnown => Enum.IsDefined(Kind) && Id is { Length: < 100 } && (Kind == FilterKind.FundedBy || Kind == FilterKind.Size && Id.Length == 0 || FilterWords.Authored.Find(Kind, Id) is not null);
}

/// <summary>How what a provider states bears on a filter, best first.</summary>
public enum FilterStanding
{
    /// <summary>It states what was asked for.</summary>
    Stated,

    /// <summary>Nothing here says it. That is never a no.</summary>
    NotStated,

    /// <summary>It states something else.</summary>
    Differs,
}

/// <summary>What one provider says to one filter.</summary>
/// <param name="Label">The filter as the asker is shown it.</param>
/// <param name="Says">What it states, or what is known instead; null if nothing is.</param>
/// <param name="Source">Who says so; null if nobody does.</param>
/// <param name="Date">Of what day that is; null if not stated.</param>
public sealed record FilterFinding(string Label, FilterStanding Standing, string? Says, string? Source, DateOnly? Date);

/// <summary>How many of those found state it, do not say, and say otherwise.</summary>
public sealed record FilterCount(string Label, int Stated, int NotStated, int Differs);
