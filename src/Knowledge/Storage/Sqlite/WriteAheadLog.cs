using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// Moves what the write-ahead log holds into the file itself: after turns have been acknowledged, not while they wait, and by the connection
/// that writes, which alone may (docs/decisions/0002).
/// </summary>
internal sealed class WriteAheadLog : IDisposable
{
    /// <summary>Pages between two checkpoints: SQLite's own number (docs/decisions/0006).</summary>
    private const int PagesBetween = 1000;

    private const int PatienceWithReaders = 20;
    private const int MostTries = 10;
    private static readonly TimeSpan AfterErasing = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(5);

    private readonly sqlite3 database;
    private readonly ITimer timer;
    private int checkpointedAt;
    private bool emptying;
    private volatile bool emptyNow;

    /// <param name="wake">Makes the writer call <see cref="KeepSmall"/> although nobody has anything to write.</param>
    public WriteAheadLog(SqliteConnection connection, TimeProvider time, Action wake)
    {
        database = connection.Handle!;
        connection.Execute("PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 33554432");
        _ = raw.sqlite3_busy_timeout(database, PatienceWithReaders);
        timer = time.CreateTimer(
            _ =>
            {
                emptyNow = true;
                wake();
            },
            null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // A process that was killed may have left words in it that had been erased.
        if (!Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE)) EmptySoon();
    }

    /// <summary>Call it after each commit.</summary>
    public void KeepSmall()
    {
        if (emptyNow)
        {
            (emptyNow, emptying) = (false, !Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE));
            if (emptying) timer.Change(BeforeTryingAgain, Timeout.InfiniteTimeSpan);
        }
        _ = raw.sqlite3_db_status(database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 0);
        if (unchecked(written - checkpointedAt) < PagesBetween) return;
        checkpointedAt = written;
        // Without starting it over it would grow for as long as somebody always reads.
        Checkpoint(raw.SQLITE_CHECKPOINT_RESTART);
    }

    /// <summary>Something was erased: within a minute the log must not hold it any more.</summary>
    public void EmptySoon()
    {
        if (emptying) return;
        emptying = true;
        timer.Change(AfterErasing, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Empties the log now; if readers stay in the way, soon.</summary>
    public void Empty()
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE)) return;
        }
        EmptySoon();
    }

    public void Dispose() => timer.Dispose();

    /// <summary>False if a reader was in the way; a later one catches up.</summary>
    private bool Checkpoint(int mode) => raw.sqlite3_wal_checkpoint_v2(database, "main", mode, out _, out _) == raw.SQLITE_OK;
}
