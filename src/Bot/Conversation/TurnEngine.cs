using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// Runs turns. A turn is a transaction: the activity, the new state, the records and the replies are committed together, and only then does
/// anybody hear of it. The same activity again changes nothing and gets the stored replies.
/// </summary>
public sealed class TurnEngine(IConversationStore store, Routes routes, ConversationSignals signals, HostSettings host, Meters meters, TimeProvider time, ILogger<TurnEngine> log)
{
    private const int MostTries = 3;
    private const string NotKept = "(not kept)";
    private const string Busy = "Somebody else is changing the same answers right now. Nothing of yours was lost that you saw saved; please send that again.";
    private const string TooMuch = "Sorry, that is more than I can keep in one conversation, so that last step was not saved. Your earlier answers are safe. You can go on with something shorter.";
    private static readonly ChannelAccount Bot = new() { Id = "commissioningbot", Name = "CommissioningBot", Role = "bot" };
    private readonly OneAtATime conversations = new(time);
    private readonly OneAtATime records = new(time);

    /// <summary>Runs a turn and gives both sides' activities as they stand in the log, the incoming one first.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was kept; the sender may try again.</exception>
    public async Task<IReadOnlyList<Activity>> Run(IncomingActivity incoming, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        void Count(string ended) => meters.Turn(incoming.Activity.ChannelId ?? "none", ended, time.GetElapsedTime(started));
        try
        {
            return await Run(incoming, Count, cancel);
        }
        catch (StoreUnavailableException)
        {
            Count("unsaved");
            throw;
        }
    }

    private async Task<IReadOnlyList<Activity>> Run(IncomingActivity incoming, Action<string> count, CancellationToken cancel)
    {
        // Should somebody hold the conversation for too long, its version still keeps two turns apart.
        using var turnTaken = await conversations.Enter(incoming.Conversation, cancel);
        string? refusal = null;
        for (var tries = 1; ; tries++)
        {
            var (stored, seen) = await store.Open(incoming.Conversation, incoming.TurnKey, cancel);
            if (seen is not null)
            {
                count("repeated");
                return Parse(seen);
            }
            if (tries > MostTries) refusal ??= Busy;

            var (turn, activities) = refusal is null ? await Decide(incoming, stored, cancel) : Undecided(incoming, stored, refusal);
            using var held = turn;

            // Once writing has begun the person's hanging up must not leave it unknown whether it was kept.
            var outcome = await store.Commit(Commit(incoming, stored, turn, activities), CancellationToken.None);
            switch (outcome)
            {
                case Committed:
                    count(turn.Failed ? "failed" : "committed");
                    signals.Raise(incoming.Conversation);
                    return activities;
                case AlreadySeen { Turn: var earlier }:
                    count("repeated");
                    return Parse(earlier);
                case TooLarge when refusal == TooMuch:
                    throw new InvalidOperationException("A refusal is too large to be kept.");
                case TooLarge { What: var what }:
                    log.LogWarning("A turn was refused because its {Part} is too large to be kept", what);
                    incoming = incoming with { Activity = Stripped(incoming.Activity) };
                    refusal = TooMuch;
                    break;
                default:
                    meters.Conflict();
                    break;
            }
        }
    }

    private async Task<(Turn Turn, List<Activity> Activities)> Decide(IncomingActivity incoming, StoredConversation? stored, CancellationToken cancel)
    {
        var turn = new Turn(store, records, incoming, State(stored), time.GetUtcNow());
        try
        {
            await routes.Handle(turn, cancel);
            var activities = Address(turn, stored);
            if (activities.FindLast(a => a.ReplyToId is not null && a.Type == ActivityTypes.Message) is { } last) turn.State = turn.State with { Offered = ButtonCard.Offered(last) };
            return (turn, activities);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The reference ties the person's message to this line; the text of the message stays out of the log.
            var reference = Guid.CreateVersion7().ToString("N")[^8..].ToUpperInvariant();
            // The exception's own message may quote what was typed; where it happened is enough.
            log.LogError("Turn failed, reference {Reference}: {Kind} {Where}", reference, e.GetType().Name, e.StackTrace);
            turn.Dispose();
            return Undecided(incoming, stored, $"Sorry, something went wrong on our side and that last step was not saved. Your earlier answers are safe. Please try again; if it keeps happening, ring {host.PersonFor(incoming.Role)}, and quote reference **{reference}**.");
        }
    }

    private (Turn Turn, List<Activity> Activities) Undecided(IncomingActivity incoming, StoredConversation? stored, string apology)
    {
        var turn = new Turn(store, records, incoming, State(stored), time.GetUtcNow()) { Failed = true };
        turn.Say(apology);
        return (turn, Address(turn, stored));
    }

    /// <summary>The activity with what tells who sent it and which it is, and nothing of what it says.</summary>
    private static Activity Stripped(Activity activity) => new()
    {
        Type = activity.Type,
        Id = activity.Id,
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        From = activity.From,
        Recipient = activity.Recipient,
        Conversation = activity.Conversation,
        Text = NotKept,
        // Web clients know their own message again by a number in it.
        ChannelData = activity.ChannelData?.GetRawText().Length <= 1000 ? activity.ChannelData : null,
    };

    private static ConversationState State(StoredConversation? stored) => stored is null ? ConversationState.New : ConversationState.FromJson(stored.State);

    private static TurnCommit Commit(IncomingActivity incoming, StoredConversation? stored, Turn turn, List<Activity> activities) => new()
    {
        Conversation = incoming.Conversation,
        ExpectedVersion = stored?.Version ?? 0,
        TurnKey = incoming.TurnKey,
        At = turn.Now,
        Delivery = incoming.Delivery,
        Activities = [.. activities.Select(a => a.ToJson())],
        State = turn.State.ToJson(),
        Reads = turn.Reads,
        Changes = [.. turn.Changes],
        EraseHistory = turn.EraseHistory,
    };

    private static List<Activity> Address(Turn turn, StoredConversation? stored)
    {
        var position = (stored?.LastPosition ?? 0) + 1;
        var incoming = turn.Activity with
        {
            Id = turn.Activity.Id ?? ActivityId(turn, position),
            Timestamp = turn.Now,
            Text = turn.KeepWords ? turn.Activity.Text is null ? null : turn.Text : NotKept,
            Other = turn.KeepWords ? turn.Activity.Other : null,
        };
        var activities = new List<Activity> { incoming };
        foreach (var reply in turn.Replies)
        {
            activities.Add(reply.ToActivity() with
            {
                Id = ActivityId(turn, ++position),
                Timestamp = turn.Now,
                ChannelId = incoming.ChannelId,
                ServiceUrl = incoming.ServiceUrl,
                From = incoming.Recipient ?? Bot,
                Recipient = incoming.From,
                Conversation = incoming.Conversation,
                ReplyToId = incoming.Id,
            });
        }
        return activities;
    }

    private static string ActivityId(Turn turn, long position) => FormattableString.Invariant($"{turn.Activity.Conversation?.Id}|{position:D7}");

    private static List<Activity> Parse(LoggedTurn turn) => [.. turn.Activities.Select(Activity.FromJson)];
}
