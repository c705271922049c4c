using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// Runs turns. A turn is a transaction: the activity, the new state, the records and the replies are committed together, and only then does
/// anybody hear of it. The same activity again changes nothing and gets the stored replies.
/// </summary>
public sealed class TurnEngine(IConversationStore store, Routes routes, ConversationSignals signals, TimeProvider time, ILogger<TurnEngine> log)
{
    private const int MostTries = 3;
    private const string NotKept = "(not kept)";
    private static readonly ChannelAccount Bot = new() { Id = "commissioningbot", Name = "CommissioningBot", Role = "bot" };
    private readonly OneAtATime conversations = new(time);
    private readonly OneAtATime records = new(time);

    /// <summary>Runs a turn and gives both sides' activities as they stand in the log, the incoming one first.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was kept; the sender may try again.</exception>
    public async Task<IReadOnlyList<Activity>> Run(IncomingActivity incoming, CancellationToken cancel)
    {
        // Should somebody hold the conversation for too long, its version still keeps two turns apart.
        using var turnTaken = await conversations.Enter(incoming.Conversation, cancel);
        for (var tries = 1; ; tries++)
        {
            var stored = await store.Load(incoming.Conversation, cancel);
            if (stored is not null && await store.FindTurn(incoming.Conversation, incoming.TurnKey, cancel) is { } seen) return Parse(seen);

            using var turn = tries <= MostTries
                ? await Decide(incoming, stored, cancel)
                : Undecided(incoming, stored, "Somebody else is changing the same answers right now. Nothing of yours was lost that you saw saved; please send that again.");
            var activities = Address(turn, stored?.LastPosition ?? 0);

            // Once writing has begun the person's hanging up must not leave it unknown whether it was kept.
            var outcome = await store.Commit(Commit(incoming, stored, turn, activities), CancellationToken.None);
            switch (outcome)
            {
                case Committed:
                    signals.Raise(incoming.Conversation);
                    return activities;
                case AlreadySeen { Turn: var earlier }:
                    return Parse(earlier);
            }
        }
    }

    private async Task<Turn> Decide(IncomingActivity incoming, StoredConversation? stored, CancellationToken cancel)
    {
        var turn = new Turn(store, records, incoming, State(stored), time.GetUtcNow());
        try
        {
            await routes.Handle(turn, cancel);
            var last = turn.Replies.LastOrDefault(r => r.Event is null);
            if (last is not null) turn.State = turn.State with { Offered = last.Buttons };
            return turn;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The reference ties the person's message to this line; the text of the message stays out of the log.
            var reference = Guid.CreateVersion7().ToString("N")[^8..].ToUpperInvariant();
            log.LogError(e, "Turn failed, reference {Reference}", reference);
            turn.Dispose();
            return Undecided(incoming, stored, $"Sorry, something went wrong on our side and that last step was not saved. Your earlier answers are safe. Please try again; if it keeps happening, quote reference **{reference}**.");
        }
    }

    private Turn Undecided(IncomingActivity incoming, StoredConversation? stored, string apology)
    {
        var turn = new Turn(store, records, incoming, State(stored), time.GetUtcNow());
        turn.Say(apology);
        return turn;
    }

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

    private static List<Activity> Address(Turn turn, long position)
    {
        position++;
        var incoming = turn.Activity with
        {
            Id = turn.Activity.Id ?? ActivityId(turn, position),
            Timestamp = turn.Now,
            Text = turn.KeepWords ? turn.Activity.Text : NotKept,
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
