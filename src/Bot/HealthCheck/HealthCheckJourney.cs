using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>
/// Walks a group through the check: asks, keeps every answer as it is given, and asks the next. What to ask is decided from the answers alone,
/// so a check goes on after a restart, on another device, or beside a colleague who is answering too.
/// </summary>
public sealed partial class HealthCheckJourney(Catalogue catalogue, KeptChecks checks, ResumeCodes codes, CheckResult result) : IJourney, IHoldsPersonalData
{
    private static readonly string[] ResultPhrases = ["my result", "result", "show my result", "show the result", "our result"];

    public string Name => "health-check";

    public bool ExpectsAnswer => true;

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        switch (act)
        {
            case StartCheck or AnswerProfile or AnswerItem or ContinueCheck or GoFurther or ShowResult or ShowMoreSteps or AskArea or AnswerAgain or SayActivities when turn.Activity.IsInCompany:
                turn.Say(HealthCheckWording.OnlyInPrivate);
                return true;
            case StartCheck:
                await StartOrGoOn(turn, cancel);
                return true;
            case AnswerProfile or AnswerItem or ContinueCheck or GoFurther or ShowResult or ShowMoreSteps or AskArea or AnswerAgain or SayActivities:
                await PressIn(turn, act, cancel);
                return true;
            default:
                return false;
        }
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        if (StartsCheck.In(text)) return await Press(turn, new StartCheck(), cancel);
        if (turn.State.HealthCheck is null) return false;
        if (ResultPhrases.Contains(text)) return await WithCheck(turn, check => SayResult(turn, check), cancel);
        if (text is "continue" or "carry on" or "go on" or "leave it") return await WithCheck(turn, check => GoOn(turn, check), cancel);
        if (text is "what else can we do" or "what else") return await WithCheck(turn, check => SayMore(turn, check), cancel);
        return AreaNamed(text) is { } area ? await WithCheck(turn, check => AskIn(turn, check, area), cancel) : await AnswerAboutResult(turn, cancel);
    }

    public async ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel) =>
        ResultPhrases.Contains(Words.Fold(turn.Text).Trim('.', '!', '?')) && await WithCheck(turn, check => SayResult(turn, check), cancel);

    /// <summary>Says what the check comes to so far, and asks nothing.</summary>
    public void SayResult(Turn turn, KeptCheck check)
    {
        var (carried, news) = checks.CarryForward(turn, check);
        result.Say(turn, carried, news is null ? null : HealthCheckWording.News(news));
    }

    public async ValueTask<bool> Continue(Turn turn, CancellationToken cancel)
    {
        if (await KeptChecks.Of(turn, cancel) is not { } check || Current(turn, check) is not { } asked) return false;
        if ((OfferLevel.Taken(turn) ?? MoreActivities(turn)) is { } act) return await Press(turn, act, cancel);
        var note = HearAskedBack.In(turn.Text) switch
        {
            AskedBack.Why => asked.WhyOf(check.Assessment),
            AskedBack.Meaning => asked.Help,
            AskedBack.IfNot => asked.IfNot ?? asked.WhyOf(check.Assessment),
            AskedBack.Skip => HealthCheckWording.ToSkip,
            _ => null,
        };
        if (note is not null)
        {
            // Whoever asks what an offered answer means still has it before them.
            if (OfferLevel.Pending(turn) is { } offered && AskedQuestion.Pressed(catalogue, check.Assessment, offered) is { } pressed)
                turn.Say(OfferLevel.Again(check.Assessment, pressed, turn.Now, note));
            else Ask(turn, check, note);
            return true;
        }
        if (asked.Answer(check.Assessment, turn.Text, turn.Now) is not { } answered) return false;
        Keep(turn, check, answered, asked.NoteOf(answered));
        return true;
    }

    /// <summary>Offers the answer that the text sounds like; else says that it is no answer to the question that was put, and puts it again.</summary>
    public async ValueTask<bool> Otherwise(Turn turn, CancellationToken cancel)
    {
        if (turn.State.Open != Name || await KeptChecks.Of(turn, cancel) is not { } check || Current(turn, check) is not { } asked) return false;
        if (asked.WhyNoAnswer(turn.Text) is { } why) Ask(turn, check, why);
        else if (asked.Hear(check.Assessment, turn.Text) is { } heard) turn.Say(OfferLevel.ToReply(check.Assessment, asked, heard, asked.AnswerIn(check.Assessment)));
        else if (HeardElsewhere(check, asked, turn.Text) is var (id, elsewhere)) AskAgain(turn, check, id, elsewhere);
        else Ask(turn, check, HealthCheckWording.NotAnAnswer);
        return true;
    }

    public async ValueTask Remind(Turn turn, CancellationToken cancel)
    {
        if (await KeptChecks.Of(turn, cancel) is not { } check || Current(turn, check) is null) return;
        Ask(turn, check, HealthCheckWording.BackToTheCheck);
    }

    public async ValueTask<bool> GoBack(Turn turn, CancellationToken cancel)
    {
        if (await KeptChecks.Of(turn, cancel) is not { } check) return false;
        if (AskedQuestion.Before(catalogue, check.Assessment, Current(turn, check)?.Id) is not { } before) return false;
        turn.State = turn.State with { HealthCheck = turn.State.HealthCheck! with { Revisiting = before } };
        Ask(turn, check);
        return true;
    }

    public async ValueTask<string?> Stop(Turn turn, CancellationToken cancel)
    {
        if (await KeptChecks.Of(turn, cancel) is not { } check) return null;
        // A colleague may hold the words that were given before: they stay good.
        return check.Code is null ? HealthCheckWording.StoppedInTheMiddle(codes.Give(turn, check), checks.Until(turn)) : HealthCheckWording.StoppedWithCode(checks.Until(turn));
    }

    public async ValueTask<IReadOnlyList<string>> Held(Turn turn, CancellationToken cancel) =>
        await KeptChecks.Of(turn, cancel) is { } check ? [HealthCheckWording.Held(check, checks.Until(turn))] : [];

    public async ValueTask<IReadOnlyList<string>> Delete(Turn turn, CancellationToken cancel)
    {
        if (await KeptChecks.Of(turn, cancel) is not { } check) return [];
        checks.Delete(turn, check);
        return ["one health check with its resume code"];
    }

    private async ValueTask StartOrGoOn(Turn turn, CancellationToken cancel)
    {
        var check = await KeptChecks.Of(turn, cancel);
        if (check is null)
        {
            check = checks.Save(turn, new KeptCheck(Assessment.Start(Guid.NewGuid().ToString("N"), catalogue.Version, turn.Now), null));
            turn.State = turn.State with { HealthCheck = new HealthCheckState(check.Assessment.Id) };
            Ask(turn, check, HealthCheckWording.Start(checks.Until(turn)));
            return;
        }
        Ask(turn, check);
    }

    private async ValueTask PressIn(Turn turn, UserAct act, CancellationToken cancel)
    {
        var assessment = act switch
        {
            AnswerProfile a => a.Assessment,
            AnswerItem a => a.Assessment,
            ContinueCheck a => a.Assessment,
            GoFurther a => a.Assessment,
            ShowResult a => a.Assessment,
            ShowMoreSteps a => a.Assessment,
            AskArea a => a.Assessment,
            AnswerAgain a => a.Assessment,
            SayActivities a => a.Assessment,
            _ => null,
        };
        // A button of another person's check, or of one that was deleted or left, opens nothing.
        if (turn.State.HealthCheck?.Assessment != assessment || await KeptChecks.Of(turn, cancel) is not { } check)
        {
            turn.Say(new Reply(HealthCheckWording.AnotherCheck) { Buttons = [new("Start the health check", new StartCheck())] });
            return;
        }
        switch (act)
        {
            case AnswerProfile or AnswerItem:
                PressAnswer(turn, check, act);
                break;
            case ContinueCheck:
                GoOn(turn, check);
                break;
            case AskArea area when Enum.TryParse<Area>(area.Area, out var wanted) && Enum.IsDefined(wanted):
                AskIn(turn, check, wanted);
                break;
            case AnswerAgain { Item: not null } again when AskedQuestion.Find(catalogue, check.Assessment, again.Item) is not null:
                AskAgain(turn, check, again.Item);
                break;
            case SayActivities { Item: not null, Activities: not null } said:
                TakeActivities(turn, check, said);
                break;
            case GoFurther:
                turn.State = turn.State with { HealthCheck = turn.State.HealthCheck! with { Further = true } };
                Ask(turn, check);
                break;
            case ShowMoreSteps:
                result.SayMore(turn, check);
                break;
            case ShowResult:
                SayResult(turn, check);
                break;
            default:
                Ask(turn, check, HealthCheckWording.OldQuestion);
                break;
        }
    }

    private void PressAnswer(Turn turn, KeptCheck check, UserAct act)
    {
        if (AskedQuestion.Pressed(catalogue, check.Assessment, act) is not { } pressed)
        {
            Ask(turn, check, HealthCheckWording.OldQuestion);
            return;
        }
        var changed = pressed.Answer(check.Assessment, turn.Now);
        var before = pressed.Question.AnswerIn(check.Assessment);
        var isAsked = Current(turn, check)?.Id == pressed.Question.Id;
        if (before is null || isAsked || pressed.IsChange)
        {
            Keep(turn, check, changed, pressed.Question.NoteOf(changed));
        }
        else if (before == pressed.Question.AnswerIn(changed))
        {
            Ask(turn, check, HealthCheckWording.AlreadySaved(pressed.Question.ShortName, before));
        }
        else
        {
            // An old card must not overwrite what was said since; the person may still want it to.
            var after = pressed.Question.AnswerIn(changed)!;
            turn.Say(new Reply(HealthCheckWording.AnsweredBefore(pressed.Question.ShortName, before, after))
            {
                Buttons = [new($"Change it to: {after}", pressed.AsChange()), new("Leave it", new ContinueCheck(check.Assessment.Id))],
            });
        }
    }

    private void Keep(Turn turn, KeptCheck check, Assessment changed, string note)
    {
        var kept = checks.Save(turn, check with { Assessment = changed });
        // What a group does is only the first half of its question.
        var isHalf = turn.State.HealthCheck!.Revisiting is { } id && catalogue.Find(id)?.AsksActivities == true && check.Assessment.Profile.Activities is null && changed.Profile.Activities is { Count: > 0 };
        if (!isHalf) turn.State = turn.State with { HealthCheck = turn.State.HealthCheck with { Revisiting = null } };
        Ask(turn, kept, note);
    }

    /// <summary>Puts the question that comes now, or says the result if there is none left.</summary>
    /// <param name="note">What to say before it.</param>
    public void Ask(Turn turn, KeptCheck check, string? note = null)
    {
        var (carried, news) = checks.CarryForward(turn, check);
        check = carried;
        if (news is not null) note = note is null ? HealthCheckWording.News(news) : $"{note}\n\n{HealthCheckWording.News(news)}";
        if (Current(turn, check) is { } question)
        {
            turn.State = turn.State with { Open = Name };
            turn.HasAsked = true;
            turn.Say(question.ToReply(check.Assessment, note));
            return;
        }
        // Whoever has come to the end of an area chooses anew.
        turn.State = turn.State with { Open = null, HealthCheck = turn.State.HealthCheck! with { Area = null } };
        result.Say(turn, check, note);
    }

    /// <summary>Puts a question once more.</summary>
    /// <param name="id">An item's id or a profile topic.</param>
    /// <param name="heard">The answer that the person's words sound like, to be offered first.</param>
    public void AskAgain(Turn turn, KeptCheck check, string id, SoundsLike? heard = null)
    {
        // What a group does is asked along with the rules that hang on it.
        if (catalogue.Find(id)?.AsksActivities == true && check.Assessment.Profile.Activities is not null)
            check = checks.Save(turn, check with { Assessment = check.Assessment.WithProfile(check.Assessment.Profile with { Activities = null }, turn.Now) });
        turn.State = turn.State with { Open = Name, HealthCheck = turn.State.HealthCheck! with { Revisiting = id } };
        if (heard is null || AskedQuestion.Find(catalogue, check.Assessment, id) is not { } question)
        {
            Ask(turn, check);
            return;
        }
        turn.HasAsked = true;
        turn.Say(OfferLevel.ToReply(check.Assessment, question, heard, question.AnswerIn(check.Assessment)));
    }

    // Leaves the question that was being put once more.
    private void GoOn(Turn turn, KeptCheck check)
    {
        turn.State = turn.State with { HealthCheck = turn.State.HealthCheck! with { Revisiting = null } };
        Ask(turn, check);
    }

    private AskedQuestion? Current(Turn turn, KeptCheck check) => AskedQuestion.Current(catalogue, check.Assessment, turn.State.HealthCheck!);

    private static async ValueTask<bool> WithCheck(Turn turn, Action<KeptCheck> use, CancellationToken cancel)
    {
        if (turn.State.HealthCheck is null) return false;
        if (await KeptChecks.Of(turn, cancel) is { } check) use(check);
        else turn.Say(HealthCheckWording.ClosedHere);
        return true;
    }
}
