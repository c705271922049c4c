using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.Reports;

/// <summary>A group's year as one page and as a calendar file.</summary>
/// <param name="Group">The group's name; null if it has not given one.</param>
/// <param name="Events">The dates of the year and the days of the plan, in their order; those that the group looks up itself come last.</param>
/// <param name="YearEnd">The last day of the financial year; null if the group has not said.</param>
/// <param name="KeptUntil">When the check is deleted if nothing more is added; null if it was kept before that was written down.</param>
public sealed record YearView(string? Group, IReadOnlyList<YearEvent> Events, DateOnly? YearEnd, DateOnly? KeptUntil, DateOnly LinkEnds)
{
    public static YearView Of(Catalogue catalogue, KeptCheck check, DateOnly today, DateOnly linkEnds)
    {
        var profile = check.Assessment.Profile;
        var year = YearAhead.Of(catalogue.Plan, profile, profile.YearEnd, UkTime.DayOf(check.Assessment.Changed), today);
        var steps = (check.Plan ?? ActionPlan.Empty).Open.Select(s => (Step: s, Item: catalogue.Find(s.ItemId, profile))).Where(s => s.Item is not null).Select(s => Step(s.Step, s.Item!));
        return new YearView(
            check.GroupName,
            [.. year.Concat(steps).OrderBy(e => e.On ?? DateOnly.MaxValue)], profile.YearEnd,
            check.Until is { } until ? UkTime.DayOf(until) : null, linkEnds);
    }

    private static YearEvent Step(PlannedStep step, Item item) => new($"step-{item.Id}", step.By, $"From your plan: {item.Name}", PlanWording.FirstStep(step, item), null);
}
