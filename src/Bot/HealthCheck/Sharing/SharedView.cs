using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>A shared check as one role may read it: words only, in chat and as a page.</summary>
/// <param name="Group">The group's name, if it shows it.</param>
/// <param name="AnsweredOn">The day of the last answer, UK time.</param>
/// <param name="Areas">The answers shown, by area.</param>
/// <param name="Needs">For an adviser who may see everything: each low answer with the training and support that it points to.</param>
/// <param name="Plan">Likewise the plan; empty for everybody else.</param>
/// <param name="PlanRead">When an adviser said that she has read the plan.</param>
/// <param name="Until">The last day on which the code works, UK time.</param>
public sealed record SharedView(
    string? Group, DateOnly AnsweredOn, IReadOnlyList<SharedArea> Areas, IReadOnlyList<SharedNeed> Needs, IReadOnlyList<SharedStep> Plan, DateOnly? PlanRead, DateOnly Until)
{
    public IEnumerable<SharedAnswer> Seen => Areas.SelectMany(a => a.Answers).Where(a => a.SeenOn is not null);

    /// <param name="today">UK time.</param>
    public static SharedView Of(Catalogue catalogue, OpenShare open, Role role, DateOnly today)
    {
        var visible = open.Visible(role).ToDictionary(r => r.ItemId);
        var areas = catalogue.Items.Where(i => visible.ContainsKey(i.Id)).GroupBy(i => i.Area)
            .Select(g => new SharedArea(catalogue.Wording.Areas[g.Key], [.. g.Select(i => Answer(catalogue, i, visible[i.Id], open.Share))])).ToList();
        var all = open.SeesAll(role);
        return new SharedView(
            open.Name, UkTime.DayOf(open.Check.Assessment.Changed), areas,
            all ? [.. catalogue.Items.Where(i => visible.GetValueOrDefault(i.Id)?.Level < Need.LawLevel).Select(i => new SharedNeed(i.Name, [.. catalogue.Plan.TrainingFor(i.Id)]))] : [],
            all ? [.. (open.Check.Plan ?? ActionPlan.Empty).Steps.Where(s => catalogue.Find(s.ItemId) is not null).Select(s => Step(catalogue, s, today))] : [],
            all ? open.Share.PlanRead : null,
            UkTime.DayOf(open.Share.CodeUntil!.Value));
    }

    private static SharedAnswer Answer(Catalogue catalogue, Item item, Response response, KeptShare share) =>
        new(item.Id, item.Name, catalogue.Wording.Choices[response.Choice], response.Level is { } level ? item.Levels[level] : "", share.SeenOn(response));

    private static SharedStep Step(Catalogue catalogue, PlannedStep step, DateOnly today) =>
        new(catalogue.Find(step.ItemId)!.Name, catalogue.Plan.OwnerOf(step.ItemId), step.By, step.On(today).Name());
}

/// <param name="Name">The area, as the check names it.</param>
public sealed record SharedArea(string Name, IReadOnlyList<SharedAnswer> Answers);

/// <param name="Answer">The level in a word or two.</param>
/// <param name="Words">What that level means for this item; empty if the answer is no level.</param>
/// <param name="SeenOn">When an adviser saw the evidence for it.</param>
public sealed record SharedAnswer(string ItemId, string Name, string Answer, string Words, DateOnly? SeenOn);

/// <param name="Training">The training and support needs of the Bolton background paper of 2008, in words.</param>
public sealed record SharedNeed(string Name, IReadOnlyList<string> Training);

/// <param name="Tracking">One of the six categories of Birmingham's scrutiny report of 2016.</param>
public sealed record SharedStep(string Name, string Who, DateOnly By, string Tracking);
