namespace CommissioningBot.Knowledge.HealthCheck.Planning;

/// <summary>Who in a group usually takes something on. Roles, so that no name need be kept.</summary>
public enum OwnerRole { Committee, Chair, Secretary, Treasurer, SafeguardingLead, ActivityLead }

/// <summary>The training and support needs of section 6.5 of the Bolton background paper (September 2008) that are a group's own.</summary>
public enum TrainingNeed { Rules, Bids, Collaboration, Costing, Outcomes, Governance, Negotiation }

/// <summary>What the plan says of one item.</summary>
public sealed record ItemPlan(OwnerRole Role, IReadOnlyList<TrainingNeed> Training);

/// <summary>A date in a group's year.</summary>
/// <param name="MonthsAfterYearEnd">Null if the group finds its own date.</param>
/// <param name="Source">The law as an adviser could cite it; null for advice of ours.</param>
public sealed record YearDate(
    string Id, string Name, Circumstances When, int? MonthsAfterYearEnd, string Text, string? Source, Uri? Url, DateOnly? CheckedOn, string? EnforcedBy);

/// <summary>What is authored for plans: how soon, who, which training, and the dates of the year.</summary>
public sealed class PlanContent
{
    private readonly IReadOnlyDictionary<StepKind, IReadOnlyDictionary<Effort, int>> withinDays;
    private readonly IReadOnlyDictionary<OwnerRole, string> roles;
    private readonly IReadOnlyDictionary<TrainingNeed, string> training;
    private readonly IReadOnlyDictionary<string, ItemPlan> items;

    internal PlanContent(
        IReadOnlyDictionary<StepKind, IReadOnlyDictionary<Effort, int>> withinDays,
        IReadOnlyDictionary<OwnerRole, string> roles,
        IReadOnlyDictionary<TrainingNeed, string> training,
        IReadOnlyDictionary<string, ItemPlan> items,
        IReadOnlyList<YearDate> year)
    {
        this.withinDays = withinDays;
        this.roles = roles;
        this.training = training;
        this.items = items;
        Year = year;
    }

    /// <summary>All dates that a year may have, of every kind of group.</summary>
    public IReadOnlyList<YearDate> Year { get; }

    public int DaysFor(StepKind kind, Effort effort) => withinDays[kind][effort];

    /// <summary>"Treasurer".</summary>
    public string OwnerOf(string itemId) => roles[items[itemId].Role];

    /// <summary>The needs of the Bolton paper that a low answer to the item points to, in words.</summary>
    public IEnumerable<string> TrainingFor(string itemId) => items[itemId].Training.Select(t => training[t]);
}
