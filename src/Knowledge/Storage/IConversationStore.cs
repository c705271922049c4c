namespace CommissioningBot.Knowledge.Storage;

/// <summary>
/// Keeps people's words and progress. A turn of a conversation is written whole or not at all, and once written it stays written,
/// whatever happens to the process. Texts are opaque to the store; times are UTC.
/// </summary>
public interface IConversationStore : IAsyncDisposable
{
    /// <summary>
    /// So far back from the newest activity of a conversation the same activity is known again. Channels repeat one within seconds or
    /// minutes; in a conversation that was never this long it is known for ever.
    /// </summary>
    const int RememberedPositions = 1000;

    /// <summary>The conversation as it stands, or null if there has been no turn yet.</summary>
    ValueTask<StoredConversation?> Load(string conversation, CancellationToken cancel = default);

    /// <summary>What a turn begins with, in one read: the conversation as it stands, and the turn that was committed under this key before.</summary>
    ValueTask<OpenedConversation> Open(string conversation, string turnKey, CancellationToken cancel = default);

    /// <summary>The turn that was committed under this key within the <see cref="RememberedPositions"/>, or null.</summary>
    ValueTask<LoggedTurn?> FindTurn(string conversation, string turnKey, CancellationToken cancel = default);

    /// <summary>The turns that hold anything after a position, oldest first, at most <paramref name="limit"/> of them.</summary>
    ValueTask<IReadOnlyList<LoggedTurn>> Read(string conversation, long after, int limit, CancellationToken cancel = default);

    /// <summary>A record as it stands, or null.</summary>
    ValueTask<StoredRecord?> Load(RecordKey key, CancellationToken cancel = default);

    /// <summary>Does what an operator asked for, wholly or not at all.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of it was done.</exception>
    ValueTask<Erased> Change(StoreChange change, CancellationToken cancel = default);

    /// <summary>Every record of a kind in the order of ids.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> Records(string kind, CancellationToken cancel = default);

    /// <summary>The records of a kind whose ids lie between two, in the order of ids: at or after <paramref name="from"/>, and before <paramref name="before"/>.</summary>
    ValueTask<IReadOnlyList<StoredRecord>> Records(string kind, string from, string before, CancellationToken cancel = default);

    /// <summary>The keys of all conversations whose state or log holds a text, such as an id. Reads everything: for operators, not for turns.</summary>
    ValueTask<IReadOnlyList<string>> ConversationsThatMention(string text, CancellationToken cancel = default);

    /// <summary>Writes a turn. When this returns <see cref="Committed"/>, everything in it survives a crash.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of the turn was written (a full disk, for example); trying again later may work.</exception>
    ValueTask<CommitOutcome> Commit(TurnCommit turn, CancellationToken cancel = default);

    /// <summary>The conversations with replies that their channel has not taken yet.</summary>
    ValueTask<IReadOnlyList<string>> ConversationsOwed(CancellationToken cancel = default);

    /// <summary>The oldest turn of a conversation with replies that the channel has not all taken, or null.</summary>
    ValueTask<OwedTurn?> NextOwed(string conversation, CancellationToken cancel = default);

    /// <summary>Notes how far the delivery of a turn has come; nothing if it is settled.</summary>
    /// <exception cref="StoreUnavailableException">It was not noted.</exception>
    ValueTask NoteDelivery(string conversation, DeliveryMark mark, CancellationToken cancel = default);

    /// <summary>Owes nothing more for the turns that begin at or before a position.</summary>
    /// <exception cref="StoreUnavailableException">They are still owed.</exception>
    ValueTask SettleDelivery(string conversation, long through, CancellationToken cancel = default);

    /// <summary>
    /// Deletes conversations not touched since a moment, and records that have expired by now; gives how many of both. Counted in whole days:
    /// nothing goes early, and nothing stays longer than a day more. Turns go on being written meanwhile.
    /// </summary>
    ValueTask<int> DeleteExpired(DateTimeOffset untouchedSince, DateTimeOffset now, CancellationToken cancel = default);

    /// <summary>Makes sure now that what was erased or deleted is in no file any more; without this it is so within a minute.</summary>
    ValueTask ForgetErased(CancellationToken cancel = default);

    /// <summary>Gives the room of what was deleted back to the disk, a little at a time.</summary>
    ValueTask ReleaseFreedSpace(CancellationToken cancel = default);
}

/// <param name="Version">1 after the first turn, one more with each.</param>
/// <param name="LastPosition">The position of the newest activity in the log; 0 if it is empty.</param>
/// <param name="State">Where the conversation stands, as the bot wrote it.</param>
public sealed record StoredConversation(string Key, long Version, long LastPosition, string State);

/// <param name="Conversation">Null if there has been no turn yet.</param>
/// <param name="Seen">The turn that the same activity had; null if it is new.</param>
public readonly record struct OpenedConversation(StoredConversation? Conversation, LoggedTurn? Seen);

/// <summary>How a turn's replies reach the person.</summary>
public enum Delivery
{
    /// <summary>Read from the log by a client that holds a watermark.</summary>
    Stream,

    /// <summary>In the response to the request; repeated if the same activity comes again, never pushed elsewhere.</summary>
    Response,

    /// <summary>Sent to the channel, from the log, until the channel has taken them or they are given up.</summary>
    Connector,
}

/// <summary>How far the delivery of one turn to its channel has come.</summary>
/// <param name="FirstPosition">Where the turn stands in the log.</param>
/// <param name="Taken">The position of the last activity that needs no sending any more; at first that of the incoming one.</param>
/// <param name="InDoubt">True while the one after it is on its way, and for ever after if nobody heard what became of it.</param>
/// <param name="Attempts">How often the one after it was tried without being sent.</param>
/// <param name="NotBefore">When it may be tried next.</param>
public sealed record DeliveryMark(long FirstPosition, long Taken, bool InDoubt, int Attempts, DateTimeOffset NotBefore);

/// <summary>A turn with replies that the channel has not all taken.</summary>
public sealed record OwedTurn(LoggedTurn Turn, DeliveryMark Mark);

/// <summary>One committed turn. Its activities stand at <paramref name="FirstPosition"/> and the positions after it.</summary>
public sealed record LoggedTurn(string TurnKey, long FirstPosition, DateTimeOffset At, Delivery Delivery, IReadOnlyList<string> Activities)
{
    public long LastPosition => FirstPosition + Activities.Count - 1;
}

/// <summary>Names a record with a life of its own, which several conversations may share, such as one group's assessment.</summary>
public readonly record struct RecordKey(string Kind, string Id);

/// <param name="Version">1 when made, one more with each change.</param>
public sealed record StoredRecord(RecordKey Key, long Version, string Body);

/// <summary>A record to write, or to delete if <paramref name="Body"/> is null. Its version is one of <see cref="TurnCommit.Reads"/>.</summary>
public sealed record RecordChange(RecordKey Key, string? Body, DateTimeOffset? ExpiresAt = null);

/// <summary>Everything that one turn does.</summary>
public sealed record TurnCommit
{
    /// <summary>In characters.</summary>
    public const int LargestState = 64 * 1024;

    /// <summary>In characters, for one record.</summary>
    public const int LargestRecord = 256 * 1024;

    /// <summary>In characters, for both sides' activities together.</summary>
    public const int LargestTurn = 1024 * 1024;

    public required string Conversation { get; init; }

    /// <summary>The version that the turn started from; 0 for a new conversation.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>Under what key the same activity would be known again.</summary>
    public required string TurnKey { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Delivery Delivery { get; init; }

    /// <summary>Both sides' activities in their order, each one line of JSON.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    public required string State { get; init; }

    /// <summary>Each record that the turn looked at, with the version it saw (0: there was none). Any change since then is a conflict.</summary>
    public IReadOnlyDictionary<RecordKey, long> Reads { get; init; } = new Dictionary<RecordKey, long>();

    public IReadOnlyList<RecordChange> Changes { get; init; } = [];

    /// <summary>True to delete every earlier turn of the conversation. Positions go on counting, so that no client repeats old ones.</summary>
    public bool EraseHistory { get; init; }

    /// <summary>What of it is larger than a store takes; null if nothing is.</summary>
    public string? TooLarge =>
        State.Length > LargestState ? "state"
        : Activities.Sum(a => a.Length) > LargestTurn ? "activities"
        : Changes.Any(c => c.Body?.Length > LargestRecord) ? "record"
        : null;
}

/// <summary>What became of a turn.</summary>
public abstract record CommitOutcome;

/// <summary>It is written; its first activity stands at this position.</summary>
public sealed record Committed(long FirstPosition) : CommitOutcome;

/// <summary>The conversation or a record it looked at has changed meanwhile; nothing was written.</summary>
public sealed record Conflict : CommitOutcome;

/// <summary>It holds more than is kept of one turn; nothing was written.</summary>
/// <param name="What">The part that is too large.</param>
public sealed record TooLarge(string What) : CommitOutcome;

/// <summary>The same activity was committed before; nothing was written.</summary>
public sealed record AlreadySeen(LoggedTurn Turn) : CommitOutcome;

/// <summary>The store could not write; nothing of what was asked has been done.</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
