using System.Collections.Concurrent;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// The conversation store in one SQLite file. Exactly one connection writes and checkpoints (<see cref="ConversationWriter"/>); readers are
/// read-only. Versions of SQLite before 3.51.3 can lose a write when two connections write or checkpoint the same WAL, and the operating
/// system's may be older: https://sqlite.org/wal.html#walresetbug.
/// </summary>
public sealed class SqliteConversationStore : IConversationStore
{
    private const int MostDeletedTogether = 200;

    private readonly FileStream lockFile;
    private readonly string path;
    private readonly ConversationWriter writer;
    private readonly ConcurrentBag<ConversationReader> idle = [];

    /// <summary>Opens the store in a folder, making both if they are not there.</summary>
    /// <exception cref="IOException">Another process is using the folder.</exception>
    public SqliteConversationStore(string folder, TimeProvider? time = null)
    {
        Directory.CreateDirectory(folder);
        path = Path.Combine(folder, "conversations.db");
        lockFile = FileLock.Take(path);
        writer = new ConversationWriter(path, time ?? TimeProvider.System);
    }

    /// <summary>The records of a kind in a folder's store, read beside whoever has it open; none if there is no store.</summary>
    public static IReadOnlyList<StoredRecord> RecordsIn(string folder, string kind) =>
        Path.Combine(folder, "conversations.db") is var file && Schema.IsCurrent(file, "conversations") ? OperatorRows.Records(file, kind, "", OperatorRows.AfterEveryId) : [];

    public ValueTask<StoredConversation?> Load(string conversation, CancellationToken cancel = default) => new(Read(r => r.Load(conversation)));

    public ValueTask<OpenedConversation> Open(string conversation, string turnKey, CancellationToken cancel = default) =>
        new(Read(r => r.Open(conversation, turnKey)));

    public ValueTask<LoggedTurn?> FindTurn(string conversation, string turnKey, CancellationToken cancel = default) =>
        new(Read(r => r.FindTurn(conversation, turnKey)));

    public ValueTask<IReadOnlyList<LoggedTurn>> Read(string conversation, long after, int limit, CancellationToken cancel = default) =>
        new(Read(r => r.TurnsAfter(conversation, after, limit)));

    public ValueTask<StoredRecord?> Load(RecordKey key, CancellationToken cancel = default) => new(Read(r => r.Load(key)));

    public async ValueTask<Erased> Change(StoreChange change, CancellationToken cancel = default) =>
        await writer.Enqueue(tables => tables.Change(change)).ConfigureAwait(false);

    public ValueTask<IReadOnlyList<StoredRecord>> Records(string kind, CancellationToken cancel = default) => Records(kind, "", OperatorRows.AfterEveryId, cancel);

    public ValueTask<IReadOnlyList<StoredRecord>> Records(string kind, string from, string before, CancellationToken cancel = default) => new(OperatorRows.Records(path, kind, from, before));

    public ValueTask<IReadOnlyList<string>> ConversationsThatMention(string text, CancellationToken cancel = default) => new(OperatorRows.ConversationsThatMention(path, text));

    public ValueTask<CommitOutcome> Commit(TurnCommit turn, CancellationToken cancel = default) => new(writer.Enqueue(tables => tables.Apply(turn)));

    public ValueTask<IReadOnlyList<string>> ConversationsOwed(CancellationToken cancel = default) => new(Read(r => r.ConversationsOwed()));

    public ValueTask<OwedTurn?> NextOwed(string conversation, CancellationToken cancel = default) => new(Read(r => r.NextOwed(conversation)));

    public async ValueTask NoteDelivery(string conversation, DeliveryMark mark, CancellationToken cancel = default) =>
        await writer.Enqueue(tables => tables.Deliveries.Note(conversation, mark)).ConfigureAwait(false);

    public async ValueTask SettleDelivery(string conversation, long through, CancellationToken cancel = default) =>
        await writer.Enqueue(tables => tables.Deliveries.Settle(conversation, through)).ConfigureAwait(false);

    public async ValueTask<int> DeleteExpired(DateTimeOffset untouchedSince, DateTimeOffset now, CancellationToken cancel = default)
    {
        // A little at a time, so that turns can be written in between.
        for (var all = 0; ;)
        {
            var (deleted, more) = await writer.Enqueue(tables => tables.DeleteExpired(untouchedSince, now, MostDeletedTogether)).ConfigureAwait(false);
            all += deleted;
            if (!more) return all;
            cancel.ThrowIfCancellationRequested();
        }
    }

    public async ValueTask ForgetErased(CancellationToken cancel = default) => await writer.EmptyLog().ConfigureAwait(false);

    public async ValueTask ReleaseFreedSpace(CancellationToken cancel = default)
    {
        while (await writer.Enqueue(tables => tables.ReleasePages()).ConfigureAwait(false)) cancel.ThrowIfCancellationRequested();
    }

    public async ValueTask DisposeAsync()
    {
        // The writer goes last: whoever closes last moves the log into the file, and only the writer may.
        foreach (var reader in idle) reader.Dispose();
        await writer.DisposeAsync().ConfigureAwait(false);
        await lockFile.DisposeAsync().ConfigureAwait(false);
    }

    private T Read<T>(Func<ConversationReader, T> read)
    {
        var reader = idle.TryTake(out var free) ? free : new ConversationReader(path);
        try
        {
            return read(reader);
        }
        finally
        {
            idle.Add(reader);
        }
    }
}
