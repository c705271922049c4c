namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Chooses the three things to do next: what the law asks, then must-haves, then the smallest effort.</summary>
internal static class NextSteps
{
    private const int Most = 3;

    public static IReadOnlyList<NextStep> From(
        IReadOnlyList<Finding> first, IReadOnlyList<Finding> findOut, IReadOnlyList<Finding> notAsked,
        IReadOnlyList<Finding> beforeSigning, IReadOnlyList<Finding> gainMarks, IReadOnlyList<Finding> all)
    {
        var keepUp = all.Where(f => f is { Standing: Standing.Met, Level: < 3 });
        // What is missing is in the order in which the result names it.
        return [.. first.Select(f => Step(ActionKind.Do, f))
            .Concat(Steps(ActionKind.FindOut, findOut))
            .Concat(Steps(ActionKind.LookAt, notAsked))
            .Concat(Steps(ActionKind.Do, beforeSigning.Where(f => f.Standing == Standing.Short)))
            .Concat(Steps(ActionKind.GainMarks, gainMarks.Where(f => f.Standing == Standing.Short)))
            .Concat(Steps(ActionKind.GainMarks, gainMarks.Where(f => f.Standing != Standing.Short)))
            .Concat(Steps(ActionKind.KeepUp, keepUp))
            .Take(Most)];
    }

    private static IEnumerable<NextStep> Steps(ActionKind kind, IEnumerable<Finding> findings) =>
        findings.OrderByDescending(f => f.IsLaw).ThenByDescending(f => f.IsMust).ThenBy(f => f.Item.Effort).Select(f => Step(kind, f));

    private static NextStep Step(ActionKind kind, Finding finding)
    {
        var item = finding.Item;
        var text = kind switch
        {
            ActionKind.FindOut => $"Ask your committee: {item.Question}",
            ActionKind.KeepUp => $"Look at this again within a year: {item.Name}.",
            _ => item.FirstAction,
        };
        return new NextStep(kind, item, text, item.Evidence, item.HelpLink, item.Effort, finding.IsLaw);
    }
}
