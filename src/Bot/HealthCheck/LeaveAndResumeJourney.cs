using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Lets people leave a check and take it up again somewhere else: gives codes, takes them, and makes a device forget.</summary>
public sealed class LeaveAndResumeJourney(HealthCheckJourney journey, KeptChecks checks, ResumeCodes codes, CheckLinks links, HostSettings host) : IJourney
{
    private const string Resume = "resume";

    private static readonly string[] CodePhrases =
    [
        "resume code", "my resume code", "our resume code", "code", "our code", "new code", "a new code", "give us a new code", "lost our code", "we lost the code", "we lost our code", "lost the code", "four words", "our four words",
    ];

    private static readonly string[] LeftPhrases =
        ["replace the code", "replace our code", "change the code", "someone left", "somebody left", "someone has left", "somebody has left", "someone left replace the code", "a member left", "our treasurer left"];

    public string Name => "leave-and-resume";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        switch (act)
        {
            case GiveResumeCode or FinishAndClear when turn.Activity.IsInCompany:
                turn.Say(HealthCheckWording.OnlyInPrivate);
                return true;
            case GiveResumeCode give:
                var check = await KeptChecks.Of(turn, cancel);
                turn.Say(check is null || check.Assessment.Id != give.Assessment ? HealthCheckWording.AnotherCheck
                    : !give.Replace || check.Code is null ? HealthCheckWording.Code(codes.Give(turn, check), checks.Until(turn))
                    : HealthCheckWording.CodeReplaced(Replace(turn, check), checks.Until(turn)));
                return true;
            case FinishAndClear finish:
                await Finish(turn, finish.Confirmed, cancel);
                return true;
            default:
                return false;
        }
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel) =>
        Take(turn, check => journey.Ask(turn, check, HealthCheckWording.Resumed(check.Assessment.Changed)), cancel);

    public ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel) => Take(turn, check => journey.SayResult(turn, check), cancel);

    /// <param name="then">What to do with a check that was taken up.</param>
    private async ValueTask<bool> Take(Turn turn, Action<KeptCheck> then, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        if (text is "finish and clear this device" or "clear this device") return await Press(turn, new FinishAndClear(), cancel);
        if ((CodePhrases.Contains(text) || LeftPhrases.Contains(text)) && turn.State.HealthCheck is { } state) return await Press(turn, new GiveResumeCode(state.Assessment, LeftPhrases.Contains(text)), cancel);
        if (!text.StartsWith(Resume, StringComparison.Ordinal)) return false;
        if (turn.Activity.IsInCompany) turn.Say(HealthCheckWording.OnlyInPrivate);
        else await TakeUp(turn, text[Resume.Length..].Replace(" code", "", StringComparison.Ordinal), then, cancel);
        return true;
    }

    private async ValueTask TakeUp(Turn turn, string typed, Action<KeptCheck> then, CancellationToken cancel)
    {
        if (!codes.MayTry(turn.Conversation)) turn.Say(HealthCheckWording.TooManyCodes(host.LocalSupport));
        else if (codes.Fingerprint(typed) is not { } fingerprint) turn.Say(HealthCheckWording.HowToResume);
        else if (await KeptChecks.Open(turn, fingerprint, cancel) is not { } check)
        {
            codes.CountWrong(turn.Conversation);
            turn.Say(HealthCheckWording.WrongCode(host.LocalSupport));
        }
        else
        {
            turn.State = turn.State with { HealthCheck = new HealthCheckState(check.Assessment.Id) { Era = check.Era } };
            then(check);
        }
    }

    // Whoever has left may still have the check open somewhere: there it closes, too.
    private string Replace(Turn turn, KeptCheck check)
    {
        turn.State = turn.State with { HealthCheck = turn.State.HealthCheck! with { Era = check.Era + 1 } };
        return codes.Give(turn, check with { Era = check.Era + 1 });
    }

    private async ValueTask Finish(Turn turn, bool confirmed, CancellationToken cancel)
    {
        if (confirmed)
        {
            turn.State = ConversationState.New with { Welcomed = true, Clearings = links.CloseAll(turn) };
            turn.Say(HealthCheckWording.Cleared);
            turn.Say(Reply.ForPage("clearDevice"));
            return;
        }
        var check = await KeptChecks.Of(turn, cancel);
        // Without a code nobody could open the answers again.
        var code = check is { Code: null } ? codes.Give(turn, check) : null;
        turn.Say(new Reply(HealthCheckWording.BeforeClearing(check is not null, code))
        {
            Buttons = [new("Yes, clear this device", new FinishAndClear(true)), new("Not yet", new Cancel())],
        });
    }
}
