namespace CommissioningBot.Knowledge.HealthCheck.Planning;

internal sealed class PlanFile
{
    public Dictionary<string, Dictionary<string, int>>? WithinDays { get; set; }

    public Dictionary<string, string>? Roles { get; set; }

    public Dictionary<string, string>? Training { get; set; }

    public Dictionary<string, ItemPlanEntry>? Items { get; set; }
}

internal sealed class ItemPlanEntry
{
    public string? Role { get; set; }

    public List<string>? Training { get; set; }
}

internal sealed class YearFile
{
    public List<YearDateEntry>? Dates { get; set; }
}

internal sealed class YearDateEntry
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    public List<ConditionEntry>? When { get; set; }

    public int? MonthsAfterYearEnd { get; set; }

    public string? Text { get; set; }

    public string? Source { get; set; }

    public string? Url { get; set; }

    public string? CheckedOn { get; set; }

    public string? EnforcedBy { get; set; }
}

/// <summary>Turns <c>plan.yaml</c> and <c>year.yaml</c> into what plans are made from.</summary>
internal sealed class PlanReader(Problems problems, ItemReader items)
{
    private const string Plan = "plan.yaml";

    public PlanContent Read(PlanFile plan, YearFile year, IReadOnlyList<Item> all)
    {
        foreach (var id in all.Select(i => i.Id).Except(plan.Items?.Keys ?? Enumerable.Empty<string>())) problems.Add($"{Plan}, item {id}", "row", "is missing");
        foreach (var id in (plan.Items?.Keys ?? Enumerable.Empty<string>()).Except(all.Select(i => i.Id))) problems.Add($"{Plan}, item {id}", "id", "is no item");
        return new PlanContent(
            problems.EveryMember<StepKind, Dictionary<string, int>, IReadOnlyDictionary<Effort, int>>(Plan, plan.WithinDays, Days),
            problems.EveryMember<OwnerRole, string, string>(Plan, plan.Roles, (field, text) => problems.Text(Plan, field, text)),
            problems.EveryMember<TrainingNeed, string, string>(Plan, plan.Training, (field, text) => problems.Text(Plan, field, text)),
            (plan.Items ?? []).ToDictionary(i => i.Key, i => Item(i.Key, i.Value)),
            [.. (year.Dates ?? []).Select(Date)]);
    }

    private IReadOnlyDictionary<Effort, int> Days(string kind, Dictionary<string, int> row) =>
        problems.EveryMember<Effort, int, int>($"{Plan}, {kind}", row, (effort, days) =>
        {
            if (days is < 1 or > 365) problems.Add($"{Plan}, {kind}", effort, $"{days} is not 1 to 365 days");
            return days;
        });

    private ItemPlan Item(string id, ItemPlanEntry entry)
    {
        var where = $"{Plan}, item {id}";
        var training = problems.Members<TrainingNeed>(where, "training", entry.Training) ?? [];
        if (training.Count == 0) problems.Add(where, "training", "is missing");
        return new ItemPlan(problems.Member<OwnerRole>(where, "role", entry.Role), training);
    }

    private YearDate Date(YearDateEntry entry)
    {
        var where = $"year.yaml, date {entry.Id}";
        var isLaw = entry.Source is not null || entry.EnforcedBy is not null;
        return new YearDate(
            problems.Text(where, "id", entry.Id),
            problems.Text(where, "name", entry.Name),
            items.When(where, "when", entry.When),
            entry.MonthsAfterYearEnd,
            problems.Text(where, "text", entry.Text),
            isLaw ? problems.Text(where, "source", entry.Source) : null,
            isLaw ? problems.Link(where, "url", entry.Url) : null,
            isLaw ? problems.Date(where, "checked_on", entry.CheckedOn) : null,
            isLaw ? problems.Text(where, "enforced_by", entry.EnforcedBy) : null);
    }
}
