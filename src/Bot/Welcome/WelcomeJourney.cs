using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Welcome;

/// <summary>Greets once, explains what can be done, and starts again.</summary>
public sealed class WelcomeJourney(HostSettings host) : IJourney
{
    public string Name => "welcome";

    public void Greet(Turn turn)
    {
        turn.State = turn.State with { Welcomed = true };
        turn.Say(new Reply(WelcomeWording.Greeting(turn.Role)) { Buttons = WelcomeWording.FirstButtons(turn.Role) });
    }

    public void Help(Turn turn) => turn.Say(new Reply(WelcomeWording.Help(turn.Role)) { Buttons = WelcomeWording.FirstButtons(turn.Role) });

    /// <summary>Says that the bot is switched off, who can help meanwhile, and offers what still works.</summary>
    public void SayOff(Turn turn)
    {
        var check = turn.State.HealthCheck;
        turn.Say(new Reply(WelcomeWording.Off(turn.Role, host))
        {
            Buttons =
            [
                .. check is null ? Array.Empty<Button>() : [new("My result", new ShowResult(check.Assessment)), new("Give me a code to come back", new GiveResumeCode(check.Assessment))],
                new("What do you hold about us?", new ShowWhatIsHeld()),
                new("Delete our data", new DeleteEverything(false)),
            ],
        });
    }

    /// <summary>Says that a message was empty or too long to read.</summary>
    public IJourney CannotRead(Turn turn, int longest)
    {
        turn.Say(turn.Text.Length == 0 ? WelcomeWording.NothingTyped : WelcomeWording.TooLong(longest));
        return this;
    }

    public void CannotReadFiles(Turn turn) => turn.Say(WelcomeWording.CannotReadFiles(keptHere: turn.Activity.ChannelId == "directline"));

    /// <summary>Forgets where the conversation stood; answers that were saved stay saved.</summary>
    public void StartAgain(Turn turn, string? left)
    {
        turn.State = ConversationState.New with { Welcomed = true, Told = turn.State.Told, Clearings = turn.State.Clearings };
        turn.Say(new Reply(WelcomeWording.StartedAgain(left)) { Buttons = WelcomeWording.FirstButtons(turn.Role) });
    }

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        switch (act)
        {
            case ShowHelp:
                Help(turn);
                return ValueTask.FromResult(true);
            case Cancel:
                turn.Say(WelcomeWording.LeftAsItWas);
                return ValueTask.FromResult(true);
            default:
                return ValueTask.FromResult(false);
        }
    }
}
