namespace CommissioningBot.Knowledge.HealthCheck.Planning;

/// <summary>Why a step is in the plan, in the order in which steps are shown.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<StepKind>))]
public enum StepKind { Law, MustHave, FindOut, BeforeSigning, Marks }

[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<StepStatus>))]
public enum StepStatus
{
    NotBegun,
    Begun,

    /// <summary>Something outside the group stops it, such as a bank or a regulator.</summary>
    Stuck,
    Done,
}

/// <summary>One thing to do, with its date. What it is about, who takes it on and where to get help say the item and the plan's content.</summary>
/// <param name="By">The day by which to have it done; it stays when the plan is made again.</param>
/// <param name="DoneOn">The day on which it was found done.</param>
public sealed record PlannedStep(string ItemId, StepKind Kind, DateOnly By, StepStatus Status = StepStatus.NotBegun, DateOnly? DoneOn = null);

/// <summary>A group's dated list of things to do. It is made from the findings, and made again whenever an answer changes.</summary>
public sealed record ActionPlan(IReadOnlyList<PlannedStep> Steps)
{
    public static readonly ActionPlan Empty = new([]);

    /// <summary>What is still to be done, most pressing first.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<PlannedStep> Open => Steps.Where(s => s.Status != StepStatus.Done);

    /// <summary>The plan as the findings now ask for it. Dates and what the group said of a step stay; what has been reached counts as done.</summary>
    /// <param name="today">UK time.</param>
    public ActionPlan For(Readiness readiness, PlanContent content, DateOnly today)
    {
        var before = Steps.ToDictionary(s => s.ItemId);
        var wanted = Wanted(readiness).DistinctBy(w => w.Finding.Item.Id).ToList();
        var steps = wanted.Select(w => Step(w.Finding, w.Kind, before.GetValueOrDefault(w.Finding.Item.Id), content, today)).ToList();
        var reached = readiness.Findings.Where(f => f.Standing is Standing.Met or Standing.DoesNotApply).Select(f => f.Item.Id).ToHashSet(StringComparer.Ordinal);
        var done = Steps
            .Where(s => steps.TrueForAll(n => n.ItemId != s.ItemId) && (s.Status == StepStatus.Done || reached.Contains(s.ItemId)))
            .Select(s => s.Status == StepStatus.Done ? s : s with { Status = StepStatus.Done, DoneOn = today });
        return new ActionPlan([.. steps.OrderBy(s => s.Kind).ThenBy(s => s.By), .. done.OrderBy(s => s.DoneOn)]);
    }

    /// <summary>The plan with what the group says of one step. Done is not said but shown: it comes from the answer to the item.</summary>
    /// <exception cref="ArgumentException">The status is Done.</exception>
    public ActionPlan With(string itemId, StepStatus status)
    {
        if (status == StepStatus.Done) throw new ArgumentException("A step is done when its item is answered so.", nameof(status));
        return new ActionPlan([.. Steps.Select(s => s.ItemId == itemId && s.Status != StepStatus.Done ? s with { Status = status } : s)]);
    }

    private static PlannedStep Step(Finding finding, StepKind kind, PlannedStep? before, PlanContent content, DateOnly today)
    {
        // What was done and has come undone begins anew.
        if (before is { Status: not StepStatus.Done }) return before with { Kind = kind };
        return new PlannedStep(finding.Item.Id, kind, today.AddDays(content.DaysFor(kind, finding.Item.Effort)));
    }

    private static IEnumerable<(Finding Finding, StepKind Kind)> Wanted(Readiness readiness) =>
        readiness.ThingsFirst.Select(f => (f, f.IsLaw ? StepKind.Law : StepKind.MustHave))
            .Concat(readiness.FindOut.Select(f => (f, StepKind.FindOut)))
            .Concat(readiness.BeforeSigning.Select(f => (f, StepKind.BeforeSigning)))
            // What earns marks is a step only where the group has said that it is missing: the plan is not a second list of questions.
            .Concat(readiness.GainMarks.Where(f => f.Standing == Standing.Short).Select(f => (f, StepKind.Marks)));
}
