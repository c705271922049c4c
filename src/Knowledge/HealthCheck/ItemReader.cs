namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Turns an item as it is written into an item that can be asked.</summary>
internal sealed class ItemReader(Problems problems, IReadOnlyDictionary<string, HelpLink> links)
{
    public Item Read(string file, Area area, ItemEntry entry)
    {
        var where = $"{file}, item {entry.Id ?? "without id"}";
        return new Item
        {
            Id = problems.Text(where, "id", entry.Id),
            Area = area,
            Name = problems.Text(where, "name", entry.Name),
            Question = problems.Text(where, "question", entry.Question),
            Help = problems.Text(where, "help", entry.Help),
            Why = problems.Text(where, "why", entry.Why),
            Levels = Levels(where, entry.Levels),
            Evidence = problems.Text(where, "evidence", entry.Evidence),
            FirstAction = problems.Text(where, "first_action", entry.FirstAction),
            Effort = problems.Member<Effort>(where, "effort", entry.Effort),
            AsksActivities = entry.AsksActivities,
            HelpLink = Link(where, entry.HelpLink),
            AppliesWhen = When(where, "applies_when", entry.AppliesWhen),
            MayNotApplyWhen = entry.MayNotApplyWhen is null ? null : When(where, "may_not_apply_when", entry.MayNotApplyWhen),
            Known = [.. (entry.Known ?? []).Select(k => Known(where, k))],
            Variants = [.. (entry.Variants ?? []).Select(v => Variant(where, v))],
            Notes = [.. (entry.Notes ?? []).Select(n => Note(where, n))],
        };
    }

    private List<string> Levels(string where, List<string>? levels)
    {
        if (levels is not { Count: 4 }) problems.Add(where, "levels", $"has {levels?.Count ?? 0} levels, not 4");
        return [.. (levels ?? []).Select((l, i) => problems.Text(where, $"level {i}", l))];
    }

    private HelpLink Link(string where, string? id)
    {
        if (id is not null && links.TryGetValue(id, out var link)) return link;
        problems.Add(where, "help_link", $"'{id}' is not in help.yaml");
        return new HelpLink("", "", new Uri("https://invalid.example"));
    }

    private KnownLevel Known(string where, KnownEntry entry)
    {
        if (entry.Level is not (>= 0 and <= 3)) problems.Add(where, "known level", $"'{entry.Level}' is not 0 to 3");
        return new KnownLevel(When(where, "known when", entry.When), entry.Level ?? 0, problems.Text(where, "known because", entry.Because));
    }

    private ItemVariant Variant(string where, VariantEntry entry) => new(
        When(where, "variant when", entry.When), entry.Help?.Trim(), entry.Why?.Trim(), entry.Evidence?.Trim(), entry.FirstAction?.Trim(),
        entry.HelpLink is null ? null : Link(where, entry.HelpLink), entry.IfNot?.Trim());

    private Note Note(string where, NoteEntry entry)
    {
        var kind = problems.Member<NoteKind>(where, "note kind", entry.Kind);
        return new Note(
            kind,
            When(where, "note when", entry.When),
            problems.Text(where, "note text", entry.Text),
            problems.Text(where, "note source", entry.Source),
            problems.Link(where, "note url", entry.Url),
            problems.Date(where, "note checked_on", entry.CheckedOn),
            kind == NoteKind.Law ? problems.Text(where, "note enforced_by", entry.EnforcedBy) : null);
    }

    public Circumstances When(string where, string field, List<ConditionEntry>? entries) =>
        new([.. (entries ?? []).Select(e => Condition(where, field, e))]);

    private Condition Condition(string where, string field, ConditionEntry entry) => new()
    {
        Funding = problems.Members<FundingWanted>(where, field, entry.Funding),
        Form = problems.Members<LegalForm>(where, field, entry.Form),
        WorksWith = problems.Members<WorksWith>(where, field, entry.WorksWith),
        IncomeFrom = entry.IncomeFrom,
        IncomeOver = entry.IncomeOver,
        IncomeUnder = entry.IncomeUnder,
        IncomeUpTo = entry.IncomeUpTo,
        StaffFrom = entry.StaffFrom,
        StaffUnder = entry.StaffUnder,
        Volunteers = entry.Volunteers,
        Activities = problems.Members<SpecialActivity>(where, field, entry.Activities),
        YearEndFrom = entry.YearEndFrom is null ? null : problems.Date(where, field, entry.YearEndFrom),
        YearEndBefore = entry.YearEndBefore is null ? null : problems.Date(where, field, entry.YearEndBefore),
        YearEndKnown = entry.YearEndKnown,
    };
}
