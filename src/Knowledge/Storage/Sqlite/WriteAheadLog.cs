using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// Moves what the write-ahead log holds into the file itself: after turns have been acknowledged, not while they wait, and by the connection
/// that writes, which alone may (docs/decisions/0002).
/// </summary>
internal sealed class WriteAheadLog
{
    /// <summary>Pages between two checkpoints. More are dearer at once than they save: measured in docs/decisions/0006.</summary>
    private const int PagesBetween = 1000;

    private readonly sqlite3 database;
    private int seen;

    public WriteAheadLog(SqliteConnection connection)
    {
        database = connection.Handle!;
        connection.Execute("PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 33554432");
        Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
    }

    /// <summary>Call it after each commit.</summary>
    public void KeepSmall()
    {
        raw.sqlite3_db_status(database, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var written, out _, 0);
        if (written - seen < PagesBetween) return;
        seen = written;
        Checkpoint(raw.SQLITE_CHECKPOINT_RESTART);
    }

    /// <summary>False if a reader was in the way; the next one catches up.</summary>
    private bool Checkpoint(int mode) => raw.sqlite3_wal_checkpoint_v2(database, "main", mode, out _, out _) == raw.SQLITE_OK;
}
