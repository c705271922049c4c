using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Lets people leave a check and take it up again somewhere else: gives codes, takes them, and makes a device forget.</summary>
public sealed class LeaveAndResumeJourney(HealthCheckJourney journey, KeptChecks checks, ResumeCodes codes, CheckResult result, HostSettings host) : IJourney
{
    private const string Resume = "resume";

    public string Name => "leave-and-resume";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        switch (act)
        {
            case GiveResumeCode or FinishAndClear when turn.Activity.IsInCompany:
                turn.Say(HealthCheckWording.OnlyInPrivate);
                return true;
            case GiveResumeCode give:
                var check = await HealthCheckJourney.Load(turn, cancel);
                turn.Say(check is null || check.Assessment.Id != give.Assessment
                    ? new Reply(HealthCheckWording.AnotherCheck)
                    : new Reply(HealthCheckWording.Code(codes.Give(turn, check), checks.Until(turn))));
                return true;
            case FinishAndClear finish:
                await Finish(turn, finish.Confirmed, cancel);
                return true;
            default:
                return false;
        }
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        if (text.StartsWith(Resume, StringComparison.Ordinal) && turn.Activity.IsInCompany) turn.Say(HealthCheckWording.OnlyInPrivate);
        else if (text is "finish and clear this device" or "clear this device") await Press(turn, new FinishAndClear(), cancel);
        else if (text.StartsWith(Resume, StringComparison.Ordinal)) await TakeUp(turn, text, check => journey.Ask(turn, check, HealthCheckWording.Resumed(check.Assessment.Changed)), cancel);
        else return false;
        return true;
    }

    /// <summary>The same, but a code leads to the result: the next question would have nobody to take its answer.</summary>
    public async ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        if (!text.StartsWith(Resume, StringComparison.Ordinal) || turn.Activity.IsInCompany) return await Command(turn, cancel);
        if (text == "resume code" && turn.State.HealthCheck is { } own) return await Press(turn, new GiveResumeCode(own.Assessment), cancel);
        await TakeUp(turn, text, check => result.Say(turn, check), cancel);
        return true;
    }

    private async ValueTask TakeUp(Turn turn, string text, Action<KeptCheck> then, CancellationToken cancel)
    {
        var typed = text[Resume.Length..].Replace(" code", "", StringComparison.Ordinal);
        if (!codes.MayTry(turn.Conversation)) turn.Say(HealthCheckWording.TooManyCodes(host.LocalSupport));
        else if (codes.Fingerprint(typed) is not { } fingerprint) turn.Say(HealthCheckWording.HowToResume);
        else if (await KeptChecks.Open(turn, fingerprint, cancel) is not { } check)
        {
            codes.CountWrong(turn.Conversation);
            turn.Say(HealthCheckWording.WrongCode(host.LocalSupport));
        }
        else
        {
            turn.State = turn.State with { HealthCheck = new HealthCheckState(check.Assessment.Id) };
            then(check);
        }
    }

    private async ValueTask Finish(Turn turn, bool confirmed, CancellationToken cancel)
    {
        if (confirmed)
        {
            turn.State = ConversationState.New with { Welcomed = true };
            turn.Say(HealthCheckWording.Cleared);
            turn.Say(Reply.ForPage("clearDevice"));
            return;
        }
        var check = await HealthCheckJourney.Load(turn, cancel);
        // Without a code nobody could open the answers again.
        var code = check is { Code: null } ? codes.Give(turn, check) : null;
        turn.Say(new Reply(HealthCheckWording.BeforeClearing(check is not null, code))
        {
            Buttons = [new("Yes, clear this device", new FinishAndClear(true)), new("Not yet", new Cancel())],
        });
    }
}
