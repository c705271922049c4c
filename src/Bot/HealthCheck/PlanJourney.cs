using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>What follows a check: the dated plan, how far its steps have come, and doing the check once more.</summary>
public sealed class PlanJourney(Catalogue catalogue, KeptChecks checks, HealthCheckJourney journey, CheckLinks links) : IJourney
{
    private const int MostShown = 5;

    private static readonly string[] PlanPhrases = ["plan", "our plan", "my plan", "show our plan", "show the plan", "show my plan", "action plan", "our action plan", "to do", "what do we do next", "our year", "our dates", "calendar"];

    private static readonly string[] AgainPhrases = ["check again", "do the check again", "do it again", "check us again", "recheck", "re check", "re-check"];

    private static readonly (string Label, string Day)[] UsualYearEnds = [("31 March", "03-31"), ("5 April", "04-05"), ("31 August", "08-31"), ("31 December", "12-31")];

    public string Name => "plan";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        var assessment = act switch
        {
            ShowPlan a => a.Assessment,
            ShowStep a => a.Assessment,
            SayOfStep a => a.Assessment,
            AskYearEnd a => a.Assessment,
            SayYearEnd a => a.Assessment,
            CheckAgain a => a.Assessment,
            _ => null,
        };
        if (assessment is null) return false;
        if (turn.Activity.IsInCompany) turn.Say(HealthCheckWording.OnlyInPrivate);
        else if (turn.State.HealthCheck?.Assessment != assessment || await KeptChecks.Of(turn, cancel) is not { } check) turn.Say(HealthCheckWording.AnotherCheck);
        else Do(turn, check, act);
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        var yearEnd = YearEnd.In(turn.Text, turn.Today);
        if (yearEnd is null && !PlanPhrases.Contains(text) && !AgainPhrases.Contains(text)) return false;
        if (turn.Activity.IsInCompany || await KeptChecks.Of(turn, cancel) is not { } check) return false;
        if (yearEnd is { } day) KeepYearEnd(turn, check, day);
        else if (PlanPhrases.Contains(text)) Show(turn, check);
        else Again(turn, check, confirmed: false);
        return true;
    }

    /// <summary>While it is asked when the year ends, a bare day is enough.</summary>
    public async ValueTask<bool> Continue(Turn turn, CancellationToken cancel)
    {
        if (YearEnd.In("year end " + turn.Text, turn.Today) is not { } day || await KeptChecks.Of(turn, cancel) is not { } check) return false;
        KeepYearEnd(turn, check, day);
        return true;
    }

    private void AskWhenYearEnds(Turn turn, KeptCheck check)
    {
        turn.State = turn.State with { Open = Name };
        turn.HasAsked = true;
        turn.Say(new Reply(PlanWording.WhenDoesYearEnd)
        {
            Buttons = [.. UsualYearEnds.Select(e => new Button(e.Label, new SayYearEnd(check.Assessment.Id, e.Day))), new("Leave it for now", new ContinueCheck(check.Assessment.Id))],
        });
    }

    private void KeepYearEnd(Turn turn, KeptCheck check, DateOnly day)
    {
        if (turn.State.Open == Name) turn.State = turn.State with { Open = null };
        var kept = checks.Save(turn, check with { Assessment = check.Assessment.WithProfile(check.Assessment.Profile with { YearEnd = day }, turn.Now) });
        if (kept.Plan is null) journey.Ask(turn, kept, PlanWording.YearEndSaved(day));
        else Show(turn, kept, PlanWording.YearEndSaved(day));
    }

    private void Do(Turn turn, KeptCheck check, UserAct act)
    {
        switch (act)
        {
            case ShowPlan:
                Show(turn, check);
                break;
            case ShowStep step when Find(check, step.Item) is { } item:
                turn.Say(new Reply(PlanWording.HowFar(item.Name)) { Buttons = [.. HowFar(check, item)] });
                break;
            case SayOfStep said when Find(check, said.Item) is not null && Enum.TryParse<StepStatus>(said.Status, out var status) && status is not StepStatus.Done && Enum.IsDefined(status):
                Show(turn, checks.Save(turn, check with { Plan = check.Plan!.With(said.Item, status) }), PlanWording.Saved);
                break;
            case AskYearEnd:
                AskWhenYearEnds(turn, check);
                break;
            case SayYearEnd said when YearEnd.On(said.Day, turn.Today) is { } day:
                KeepYearEnd(turn, check, day);
                break;
            case CheckAgain again:
                Again(turn, check, again.Confirmed);
                break;
            default:
                Show(turn, check, PlanWording.StepHasGone);
                break;
        }
    }

    private void Show(Turn turn, KeptCheck check, string? note = null)
    {
        var before = note is null ? "" : note + "\n\n";
        if (check.Plan is not { } plan)
        {
            turn.Say(new Reply(before + PlanWording.NoPlanYet) { Buttons = [new("Go on with the check", new ContinueCheck(check.Assessment.Id))] });
            return;
        }
        var open = plan.Open.Where(s => catalogue.Find(s.ItemId) is not null).ToList();
        turn.Say(new Reply(before + PlanWording.Plan(catalogue, [.. open.Take(MostShown)], open.Count, plan.Steps.Count - open.Count, turn.Today, check.Assessment.Profile, links.To(turn, check.Assessment.Id)))
        {
            Buttons =
            [
                .. open.Take(MostShown).Select(s => new Button($"Update: {catalogue.Find(s.ItemId)!.Name}", new ShowStep(check.Assessment.Id, s.ItemId))),
                .. open.Count == 0 ? [new Button("Do the check again", new CheckAgain(check.Assessment.Id))] : Array.Empty<Button>(),
            ],
        });
    }

    // An item that is still to be done; what has been done, or is asked for no more, has nothing to say.
    private Item? Find(KeptCheck check, string itemId) => check.Plan?.Open.Any(s => s.ItemId == itemId) == true ? catalogue.Find(itemId) : null;

    private static IEnumerable<Button> HowFar(KeptCheck check, Item item)
    {
        yield return new("We have done it", new AnswerAgain(check.Assessment.Id, item.Id));
        yield return new("We have begun", new SayOfStep(check.Assessment.Id, item.Id, nameof(StepStatus.Begun)));
        yield return new("Something outside stops us", new SayOfStep(check.Assessment.Id, item.Id, nameof(StepStatus.Stuck)));
        yield return new("Not begun yet", new SayOfStep(check.Assessment.Id, item.Id, nameof(StepStatus.NotBegun)));
    }

    private void Again(Turn turn, KeptCheck check, bool confirmed)
    {
        if (check.Plan is null)
        {
            journey.Ask(turn, check, PlanWording.FinishFirst);
            return;
        }
        if (!confirmed)
        {
            turn.Say(new Reply(PlanWording.BeforeCheckingAgain) { Buttons = [new("Check again now", new CheckAgain(check.Assessment.Id, Confirmed: true)), new("Not now", new ShowPlan(check.Assessment.Id))] });
            return;
        }
        // A second press finds a round that has just begun.
        var fresh = check.Assessment is { Responses.Count: 0, Earlier.Count: > 0 } ? check : checks.Save(turn, check with { Assessment = check.Assessment.CheckAgain(catalogue.Version, turn.Now) });
        turn.State = turn.State with { HealthCheck = turn.State.HealthCheck! with { Revisiting = null, Further = false, Area = null } };
        journey.Ask(turn, fresh, PlanWording.CheckingAgain);
    }
}
