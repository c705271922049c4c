using System.Security.Cryptography;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Privacy;

/// <summary>Shows what is held about the person who is talking, and deletes it.</summary>
public sealed class PrivacyJourney(IEnumerable<IHoldsPersonalData> holders, HostSettings host) : IJourney
{
    private static readonly string[] ShowPhrases =
        ["what do you hold", "what data do you", "what have you got on", "what do you keep", "what information do you", "show my data", "show our data", "what do you know about"];

    private static readonly string[] DeletePhrases =
        ["delete my data", "delete our data", "delete everything", "forget me", "forget us", "erase my data", "erase our data", "remove our data", "remove my data", "delete all my data", "delete all our data"];

    public string Name => "privacy";

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text);
        if (DeletePhrases.Any(p => text.Contains(p, StringComparison.Ordinal))) AskWhetherSure(turn);
        else if (ShowPhrases.Any(p => text.StartsWith(p, StringComparison.Ordinal))) await Show(turn, cancel);
        else return false;
        return true;
    }

    public ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel) => Command(turn, cancel);

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        switch (act)
        {
            case ShowWhatIsHeld:
                await Show(turn, cancel);
                return true;
            case DeleteEverything { Confirmed: false }:
                AskWhetherSure(turn);
                return true;
            case DeleteEverything { Confirmed: true }:
                await Delete(turn, cancel);
                return true;
            default:
                return false;
        }
    }

    private async ValueTask Show(Turn turn, CancellationToken cancel)
    {
        var held = new List<string>();
        foreach (var holder in holders) held.AddRange(await holder.Held(turn, cancel));
        turn.Say(new Reply(PrivacyWording.Held(held, inBrowser: turn.Activity.ChannelId == "directline", host))
        {
            Buttons = [new("Delete our data", new DeleteEverything(false)), new("Keep it", new Cancel())],
        });
    }

    private static void AskWhetherSure(Turn turn) => turn.Say(new Reply(PrivacyWording.Sure)
    {
        Buttons = [new("Yes, delete everything", new DeleteEverything(true)), new("No, keep it", new Cancel())],
    });

    private async ValueTask Delete(Turn turn, CancellationToken cancel)
    {
        var deleted = new List<string>();
        foreach (var holder in holders) deleted.AddRange(await holder.Delete(turn, cancel));
        turn.EraseHistory = true;
        turn.State = ConversationState.New with { Welcomed = true, Clearings = turn.State.Clearings };
        turn.Say(PrivacyWording.Receipt(deleted, turn.Now, Convert.ToHexString(RandomNumberGenerator.GetBytes(4)), host));
    }
}
