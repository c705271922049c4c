namespace CommissioningBot.Knowledge.Storage;

/// <summary>
/// Keeps people's words and progress. A turn of a conversation is written whole or not at all, and once written it stays written,
/// whatever happens to the process. Texts are opaque to the store; times are UTC.
/// </summary>
public interface IConversationStore : IAsyncDisposable
{
    /// <summary>The conversation as it stands, or null if there has been no turn yet.</summary>
    ValueTask<StoredConversation?> Load(string conversation, CancellationToken cancel = default);

    /// <summary>The turn that was committed under this key, or null.</summary>
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

    /// <summary>The keys of all conversations whose state or log holds a text, such as an id. Reads everything: for operators, not for turns.</summary>
    ValueTask<IReadOnlyList<string>> ConversationsThatMention(string text, CancellationToken cancel = default);

    /// <summary>Writes a turn. When this returns <see cref="Committed"/>, everything in it survives a crash.</summary>
    /// <exception cref="StoreUnavailableException">Nothing of the turn was written (a full disk, for example); trying again later may work.</exception>
    ValueTask<CommitOutcome> Commit(TurnCommit turn, CancellationToken cancel = default);

    /// <summary>Deletes conversations not touched since a moment, and records that have expired by now; gives how many of both.</summary>
    ValueTask<int> DeleteExpired(DateTimeOffset untouchedSince, DateTimeOffset now, CancellationToken cancel = default);
}

/// <param name="Version">1 after the first turn, one more with each.</param>
/// <param name="LastPosition">The position of the newest activity in the log; 0 if it is empty.</param>
/// <param name="State">Where the conversation stands, as the bot wrote it.</param>
public sealed record StoredConversation(string Key, long Version, long LastPosition, string State);

/// <summary>How a turn's replies reach the person.</summary>
public enum Delivery
{
    /// <summary>Read from the log by a client that holds a watermark.</summary>
    Stream,

    /// <summary>In the response to the request; repeated if the same activity comes again, never pushed elsewhere.</summary>
    Response,
}

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
}

/// <summary>What became of a turn.</summary>
public abstract record CommitOutcome;

/// <summary>It is written; its first activity stands at this position.</summary>
public sealed record Committed(long FirstPosition) : CommitOutcome;

/// <summary>The conversation or a record it looked at has changed meanwhile; nothing was written.</summary>
public sealed record Conflict : CommitOutcome;

/// <summary>The same activity was committed before; nothing was written.</summary>
public sealed record AlreadySeen(LoggedTurn Turn) : CommitOutcome;

/// <summary>The store could not write; nothing of what was asked has been done.</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);
