using System.Text.Json;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Bot.Welcome;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// Decides who takes a turn: a pressed button first, then what was offered, then help, stop, start again and back, then the journey that
/// waits for an answer, then named commands, and last of all free text, which is a question.
/// </summary>
public sealed class Routes(IEnumerable<IJourney> journeys, WelcomeJourney welcome, ToldThenChanged changed, OnOffSwitch onOff)
{
    private const int LongestMessage = 1000;

    // In the order of registration; the last one is asked last and takes any free text.
    private readonly List<IJourney> journeys = [.. journeys];

    public async ValueTask Handle(Turn turn, CancellationToken cancel)
    {
        if (turn.Refusal is { } refusal)
        {
            turn.KeepWords = false;
            turn.Say(refusal);
            return;
        }
        if (await onOff.Off(cancel) is not null)
        {
            await WhileOff(turn, cancel);
            return;
        }
        if (turn.Activity.Type is ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate or ActivityTypes.Event)
        {
            if (!turn.State.Welcomed) welcome.Greet(turn);
            else if (Open(turn)?.ExpectsAnswer != true) changed.Remind(turn, turn.State.Told);
            return;
        }
        if (turn.Activity.Type != ActivityTypes.Message) return;
        // In company a greeting before each first answer would be noise; who wants more asks for help.
        if (!turn.State.Welcomed && !turn.Activity.IsInCompany) welcome.Greet(turn);

        if (turn.HasPrivateDetails) turn.Say(WelcomeWording.PrivateDetailsLeftOut);
        // Teams sends the formatting of any text as an attachment, without an address.
        if (turn.Activity.Attachments?.Any(a => a.ContentUrl is not null) == true)
        {
            welcome.CannotReadFiles(turn);
            if (turn.Text.Length == 0) return;
        }

        var open = Open(turn);
        var told = turn.State.Told;
        turn.AnswerIsExpected = open?.ExpectsAnswer == true;
        IJourney? taker;
        if (turn.Activity.Value is { ValueKind: JsonValueKind.Object } value) taker = await Press(turn, Read(value), cancel);
        else if (turn.Text.Length is 0 or > LongestMessage) taker = welcome.CannotRead(turn, LongestMessage);
        else if (Selected(turn) is { } button) taker = await Press(turn, Read(button.Act), cancel);
        else if (Interruptions.Recognise(turn.Text) is var interruption and not Interruption.None) taker = await Interrupt(turn, interruption, open, cancel);
        else taker = await Typed(turn, open, cancel);

        // Whoever answered in between hands back to whoever was waiting, unless it has a question of its own.
        var asksBack = turn.Replies is [.., { Buttons: var buttons }] && buttons.Any(b => b.Act is Cancel);
        if (open is not null && taker is not null && taker != open && turn.State.Open == open.Name && !asksBack && !turn.HasAsked) await open.Remind(turn, cancel);

        turn.State = turn.State with { Newest = taker?.Name };
        // Not before help in danger, nor between a question and its answer.
        if (turn.KeepWords && !turn.EraseHistory && !asksBack && !turn.HasAsked && !turn.AnswerIsExpected && Open(turn)?.ExpectsAnswer != true) changed.Remind(turn, told);
    }

    private IJourney? Open(Turn turn) => journeys.FirstOrDefault(j => j.Name == turn.State.Open);

    // Switched off, the bot answers nothing; but what people have given it stays theirs, and help in danger is given at every moment.
    private async ValueTask WhileOff(Turn turn, CancellationToken cancel)
    {
        if (turn.Activity.Type is ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate) welcome.SayOff(turn);
        if (turn.Activity.Type != ActivityTypes.Message) return;
        var act = turn.Activity.Value is { ValueKind: JsonValueKind.Object } value ? Read(value) : Selected(turn) is { } selected ? Read(selected.Act) : null;
        if (act is ShowResult or GiveResumeCode or ShowWhatIsHeld or DeleteEverything or FinishAndClear or Cancel) await Press(turn, act, cancel);
        else if (act is not null || turn.Text.Length is 0 or > LongestMessage || await TakenBy(j => j.WhileOff(turn, cancel)) is null) welcome.SayOff(turn);
    }

    private static UserAct? Read(JsonElement value)
    {
        try
        {
            return value.Deserialize(BotJson.Default.UserAct);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            // A button of a release that is gone, or a hand-made message.
            return null;
        }
    }

    private async ValueTask<IJourney?> Press(Turn turn, UserAct? act, CancellationToken cancel)
    {
        var taker = act is null ? null : await TakenBy(j => j.Press(turn, act, cancel));
        if (taker is null) turn.Say(WelcomeWording.UnknownButton);
        return taker;
    }

    private async ValueTask<IJourney?> Interrupt(Turn turn, Interruption interruption, IJourney? open, CancellationToken cancel)
    {
        switch (interruption)
        {
            case Interruption.Help:
                welcome.Help(turn);
                return welcome;
            case Interruption.Back:
                if (open is null || !await open.GoBack(turn, cancel)) turn.Say(WelcomeWording.NowhereBack);
                return open;
            case Interruption.Stop:
                turn.Say(WelcomeWording.Stopped(open is null ? null : await open.Stop(turn, cancel)));
                turn.State = turn.State with { Open = null };
                return open;
            default:
                welcome.StartAgain(turn, open is null ? null : await open.Stop(turn, cancel));
                return welcome;
        }
    }

    private async ValueTask<IJourney?> Typed(Turn turn, IJourney? open, CancellationToken cancel)
    {
        if (open is not null && await open.Continue(turn, cancel)) return open;
        return await TakenBy(j => j.Command(turn, cancel)) ?? await TakenBy(j => j.Otherwise(turn, cancel));
    }

    private async ValueTask<IJourney?> TakenBy(Func<IJourney, ValueTask<bool>> offer)
    {
        foreach (var journey in journeys)
        {
            if (await offer(journey)) return journey;
        }
        return null;
    }

    /// <summary>What was offered, if the whole message is its number, its letter or its words. A number inside prose selects nothing.</summary>
    private static OfferedButton? Selected(Turn turn)
    {
        var offered = turn.State.Offered;
        var typed = turn.Text.Trim(' ', '.', ')', '(', '!', ',');
        if (typed.Length is 1 or 2 && int.TryParse(typed, out var number)) return number >= 1 && number <= offered.Count ? offered[number - 1] : null;
        if (typed.Length == 1 && char.IsAsciiLetter(typed[0]))
        {
            var index = char.ToLowerInvariant(typed[0]) - 'a';
            return index < offered.Count ? offered[index] : null;
        }
        var folded = Words.Fold(typed);
        return offered.FirstOrDefault(c => Words.Fold(c.Label) == folded);
    }
}
