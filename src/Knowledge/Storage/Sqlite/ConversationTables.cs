using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>What the writer does to the tables, inside a transaction that it has opened.</summary>
internal sealed class ConversationTables(SqliteConnection connection) : IDisposable
{
    private readonly ConversationReader read = new(connection);

    private readonly Statement insertConversation = new(connection,
        "INSERT INTO conversation (key, version, last_position, touched_at, state) VALUES (?1, 1, ?2, ?3, ?4) RETURNING id", 4);

    private readonly Statement updateConversation = new(connection,
        "UPDATE conversation SET version = version + 1, last_position = ?2, touched_at = ?3, state = ?4 WHERE id = ?1", 4);

    private readonly Statement insertTurn = new(connection,
        "INSERT OR IGNORE INTO turn (conversation, first_position, last_position, key, delivery, at, activities) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", 7);

    private readonly Statement deleteTurns = new(connection, "DELETE FROM turn WHERE conversation = ?1", 1);

    private readonly Statement recordVersion = new(connection, "SELECT version FROM record WHERE kind = ?1 AND id = ?2", 2);

    private readonly Statement putRecord = new(connection,
        """
        INSERT INTO record (kind, id, version, expires_at, body) VALUES (?1, ?2, 1, ?3, ?4)
        ON CONFLICT (kind, id) DO UPDATE SET version = version + 1, expires_at = excluded.expires_at, body = excluded.body
        """, 4);

    private readonly Statement deleteRecord = new(connection, "DELETE FROM record WHERE kind = ?1 AND id = ?2", 2);

    private readonly Statement untouched = new(connection, "SELECT id FROM conversation WHERE touched_at < ?1", 1);

    private readonly Statement deleteConversation = new(connection, "DELETE FROM conversation WHERE id = ?1", 1);

    private readonly Statement deleteExpiredRecords = new(connection, "DELETE FROM record WHERE expires_at < ?1", 1);

    public CommitOutcome Apply(TurnCommit turn)
    {
        var (id, version, lastPosition) = read.Row(turn.Conversation);
        if (version != turn.ExpectedVersion)
        {
            return read.FindTurn(turn.Conversation, turn.TurnKey) is { } seen ? new AlreadySeen(seen) : new Conflict();
        }
        foreach (var (key, seen) in turn.Reads)
        {
            if (recordVersion.First(r => r.GetInt64(0), key.Kind, key.Id) != seen) return new Conflict();
        }

        var first = lastPosition + 1;
        var last = lastPosition + turn.Activities.Count;
        var at = turn.At.ToUnixTimeMilliseconds();
        if (id == 0) id = insertConversation.First(r => r.GetInt64(0), turn.Conversation, last, at, turn.State);
        else updateConversation.Run(id, last, at, turn.State);

        if (turn.EraseHistory) deleteTurns.Run(id);
        if (insertTurn.Run(id, first, last, turn.TurnKey, (int)turn.Delivery, at, string.Join('\n', turn.Activities)) == 0)
        {
            return new AlreadySeen(read.FindTurn(turn.Conversation, turn.TurnKey)!);
        }
        foreach (var change in turn.Changes) Apply(change);
        return new Committed(first);
    }

    public int DeleteExpired(DateTimeOffset untouchedSince, DateTimeOffset now)
    {
        var ids = untouched.All(r => r.GetInt64(0), untouchedSince.ToUnixTimeMilliseconds());
        foreach (var id in ids)
        {
            deleteTurns.Run(id);
            deleteConversation.Run(id);
        }
        return ids.Count + deleteExpiredRecords.Run(now.ToUnixTimeMilliseconds());
    }

    public void Dispose()
    {
        Statement[] all =
        [
            insertConversation, updateConversation, insertTurn, deleteTurns, recordVersion, putRecord, deleteRecord, untouched, deleteConversation,
            deleteExpiredRecords,
        ];
        foreach (var statement in all) statement.Dispose();
        read.Dispose();
    }

    private void Apply(RecordChange change)
    {
        if (change.Body is null) deleteRecord.Run(change.Key.Kind, change.Key.Id);
        else putRecord.Run(change.Key.Kind, change.Key.Id, change.ExpiresAt?.ToUnixTimeMilliseconds(), change.Body);
    }

    /// <summary>Does what an operator asked for.</summary>
    public Erased Change(StoreChange change)
    {
        var erased = OperatorRows.Erase(connection, change);
        foreach (var written in change.Records) Apply(written);
        return erased;
    }
}
