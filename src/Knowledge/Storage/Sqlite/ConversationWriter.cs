using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// The one thread that writes conversations. Turns that wait together go into one transaction, so that one flush to disk serves them all;
/// each has its own savepoint, so that one conflict undoes only itself.
/// </summary>
internal sealed class ConversationWriter : IAsyncDisposable
{
    private const int MostTogether = 64;

    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteConnection connection;
    private readonly ConversationTables tables;
    private readonly WriteAheadLog wal;
    private readonly Statement begin;
    private readonly Statement savepoint;
    private readonly Statement rollbackToSavepoint;
    private readonly Statement release;
    private readonly Statement commit;
    private readonly Task loop;

    public ConversationWriter(string path, TimeProvider time)
    {
        connection = SqliteLibrary.Open(path);
        // auto_vacuum holds for a new file only, and only before anything else is written to it.
        connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL");
        // FULL: a commit returns only after the log is on the disk, which is what "acknowledged" promises.
        connection.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY");
        Schema.Apply(connection, "conversations");
        tables = new ConversationTables(connection);
        wal = new WriteAheadLog(connection, time, Wake);
        begin = new(connection, "BEGIN IMMEDIATE");
        savepoint = new(connection, "SAVEPOINT one");
        rollbackToSavepoint = new(connection, "ROLLBACK TO one");
        release = new(connection, "RELEASE one");
        commit = new(connection, "COMMIT");
        loop = Task.Factory.StartNew(Write, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Does some work inside the next transaction and completes after that is on the disk.</summary>
    public Task<T> Enqueue<T>(Func<ConversationTables, T> work)
    {
        var pending = new Pending<T>(work);
        return queue.Writer.TryWrite(pending) ? pending.Done.Task : throw new ObjectDisposedException(nameof(ConversationWriter));
    }

    /// <summary>Empties the write-ahead log after what waits now is written, so that nothing erased is left in it.</summary>
    public Task EmptyLog()
    {
        var emptying = new EmptyingLog();
        return queue.Writer.TryWrite(emptying) ? emptying.Done.Task : throw new ObjectDisposedException(nameof(ConversationWriter));
    }

    public async ValueTask DisposeAsync()
    {
        wal.Dispose();
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        foreach (var statement in new[] { begin, savepoint, rollbackToSavepoint, release, commit }) statement.Dispose();
        tables.Dispose();
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private void Write()
    {
        var batch = new List<Pending>(MostTogether);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostTogether && queue.Reader.TryRead(out var pending)) batch.Add(pending);
            WriteTogether(batch);
            if (tables.TakeErased()) wal.EmptySoon();
            foreach (var pending in batch) pending.AfterCommit(wal);
            wal.KeepSmall();
        }
    }

    private void Wake() => queue.Writer.TryWrite(new Pending<bool>(_ => true));

    private void WriteTogether(List<Pending> batch)
    {
        try
        {
            begin.Run();
            foreach (var pending in batch) WriteOne(pending);
            commit.Run();
        }
        catch (SqliteException e)
        {
            // SQLite may have rolled back by itself, as it does when the disk is full.
            if (InTransaction()) connection.Execute("ROLLBACK");
            var failure = new StoreUnavailableException($"The conversation store could not write (SQLite error {e.SqliteExtendedErrorCode}).", e);
            foreach (var pending in batch) pending.Fail(failure);
            return;
        }
        foreach (var pending in batch) pending.Complete();
    }

    private void WriteOne(Pending pending)
    {
        savepoint.Run();
        try
        {
            if (!pending.Run(tables)) rollbackToSavepoint.Run();
        }
        catch (SqliteException e) when (InTransaction())
        {
            rollbackToSavepoint.Run();
            pending.Fail(new StoreUnavailableException($"The conversation store could not write (SQLite error {e.SqliteExtendedErrorCode}).", e));
        }
        release.Run();
    }

    private bool InTransaction() => raw.sqlite3_get_autocommit(connection.Handle) == 0;

    private abstract class Pending
    {
        /// <summary>Does the work; false if what it wrote is to be undone.</summary>
        public abstract bool Run(ConversationTables tables);

        public abstract void Complete();

        public abstract void Fail(Exception exception);

        /// <summary>What can only be done between two transactions.</summary>
        public virtual void AfterCommit(WriteAheadLog wal) { }
    }

    private sealed class EmptyingLog : Pending
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool Run(ConversationTables tables) => true;

        public override void Complete() { }

        public override void Fail(Exception exception) => Done.TrySetException(exception);

        public override void AfterCommit(WriteAheadLog wal)
        {
            if (Done.Task.IsCompleted) return;
            wal.Empty();
            Done.TrySetResult();
        }
    }

    private sealed class Pending<T>(Func<ConversationTables, T> work) : Pending
    {
        private T result = default!;

        // Continuations must not run on the writing thread: it has other turns to write.
        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool Run(ConversationTables tables)
        {
            result = work(tables);
            return result is not (Conflict or AlreadySeen or TooLarge);
        }

        public override void Complete() => Done.TrySetResult(result);

        public override void Fail(Exception exception) => Done.TrySetException(exception);
    }
}
