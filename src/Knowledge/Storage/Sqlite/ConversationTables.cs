using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>What the writer does to the tables, inside a transaction that it has opened.</summary>
internal sealed class ConversationTables(SqliteConnection connection) : IDisposable
{
    private readonly ConversationReader read = new(connection);
    private bool erased;

    public DeliveryTable Deliveries { get; } = new(connection);

    private readonly Statement head = new(connection, FormattableString.Invariant(
        $"""
        SELECT c.id, c.touched_day, n.version, n.last_position,
            EXISTS (SELECT 1 FROM turn t WHERE t.conversation = c.id AND t.last_position > n.last_position - {IConversationStore.RememberedPositions} AND t.key = ?2)
        FROM conversation c LEFT JOIN turn n ON n.conversation = c.id WHERE c.key = ?1 ORDER BY n.last_position DESC LIMIT 1
        """));

    private readonly Statement insertConversation = new(connection, "INSERT INTO conversation (key, touched_day) VALUES (?1, ?2) RETURNING id");

    private readonly Statement touch = new(connection, "UPDATE conversation SET touched_day = ?2 WHERE id = ?1");

    private readonly Statement insertTurn = new(connection,
        """
        INSERT INTO turn (conversation, version, first_position, last_position, key, delivery, at, state, activities)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        """);

    private readonly Statement deleteTurns = new(connection, "DELETE FROM turn WHERE conversation = ?1");

    private readonly Statement record = new(connection, "SELECT row, version, expires_day FROM record WHERE kind = ?1 AND id = ?2");

    private readonly Statement insertRecord = new(connection, "INSERT INTO record (kind, id, version, expires_day, body) VALUES (?1, ?2, 1, ?3, ?4)");

    private readonly Statement updateRecord = new(connection, "UPDATE record SET version = version + 1, body = ?2 WHERE row = ?1");

    private readonly Statement updateExpiry = new(connection, "UPDATE record SET expires_day = ?2 WHERE row = ?1");

    private readonly Statement deleteRecord = new(connection, "DELETE FROM record WHERE row = ?1");

    private readonly Statement untouched = new(connection, "SELECT id, key FROM conversation WHERE touched_day < ?1 LIMIT 1");

    private readonly Statement deleteOldestTurns = new(connection,
        "DELETE FROM turn WHERE id IN (SELECT id FROM turn WHERE conversation = ?1 ORDER BY last_position LIMIT ?2)");

    private readonly Statement deleteConversation = new(connection, "DELETE FROM conversation WHERE id = ?1");

    private readonly Statement deleteExpiredRecords = new(connection, "DELETE FROM record WHERE row IN (SELECT row FROM record WHERE expires_day <= ?1 LIMIT ?2)");

    private readonly Statement releasePages = new(connection, "PRAGMA incremental_vacuum(64)");

    private readonly Statement freePages = new(connection, "PRAGMA freelist_count");

    /// <summary>Every statement over the tables, to look at how SQLite finds its rows.</summary>
    public IReadOnlyList<Statement> Statements =>
    [
        .. read.Statements, head, insertConversation, touch, insertTurn, deleteTurns, record, insertRecord, updateRecord,
        updateExpiry, deleteRecord, untouched, deleteOldestTurns, deleteConversation, deleteExpiredRecords, .. Deliveries.Statements,
    ];

    /// <summary>True if anything was erased since this was last asked.</summary>
    public bool TakeErased()
    {
        var was = erased;
        erased = false;
        return was;
    }

    public CommitOutcome Apply(TurnCommit turn)
    {
        if (turn.TooLarge is { } what) return new TooLarge(what);
        var (id, touchedDay, version, lastPosition, seen) =
            head.First(r => (r.Number(0), r.Number(1), r.Number(2), r.Number(3), r.Number(4) > 0), turn.Conversation, turn.TurnKey);
        if (seen) return new AlreadySeen(read.FindTurn(turn.Conversation, turn.TurnKey)!);
        if (version != turn.ExpectedVersion) return new Conflict();
        foreach (var (key, expected) in turn.Reads)
        {
            if (record.First(r => r.Number(1), key.Kind, key.Id) != expected) return new Conflict();
        }

        var day = Days.Of(turn.At);
        if (id == 0) id = insertConversation.First(r => r.Number(0), turn.Conversation, day);
        else if (touchedDay != day) touch.Run(id, day);
        if (turn.EraseHistory)
        {
            erased |= deleteTurns.Run(id) > 0;
            Deliveries.Settle(turn.Conversation, lastPosition);
        }
        insertTurn.Run(
            id, version + 1, lastPosition + 1, lastPosition + turn.Activities.Count, turn.TurnKey, (int)turn.Delivery, turn.At.ToUnixTimeMilliseconds(),
            turn.State, string.Join('\n', turn.Activities));
        if (turn.Delivery == Delivery.Connector && turn.Activities.Count > 1) Deliveries.Owe(turn.Conversation, lastPosition + 1);
        foreach (var change in turn.Changes) Apply(change);
        return new Committed(lastPosition + 1);
    }

    /// <summary>Deletes at most <paramref name="most"/> turns and as many records that have been kept long enough.</summary>
    /// <returns>How many conversations and records are gone, and whether there may be more.</returns>
    public (int Deleted, bool More) DeleteExpired(DateTimeOffset untouchedSince, DateTimeOffset now, int most)
    {
        var records = deleteExpiredRecords.Run(Days.Of(now), most);
        var (conversations, turns) = (0, 0);
        while (turns < most && untouched.First(r => (Id: r.Number(0), Key: r.Text(1)), Days.Of(untouchedSince)) is (var id and not 0, var key))
        {
            turns += deleteOldestTurns.Run(id, most - turns);
            if (turns >= most) break;
            Deliveries.Settle(key, long.MaxValue);
            deleteConversation.Run(id);
            conversations++;
            turns++;
        }
        erased |= records + turns > 0;
        return (records + conversations, records == most || turns >= most);
    }

    /// <summary>Gives a few free pages back to the file system; false if that brought nothing.</summary>
    public bool ReleasePages()
    {
        var before = freePages.First(r => r.Number(0));
        releasePages.Run();
        return freePages.First(r => r.Number(0)) < before;
    }

    public void Dispose()
    {
        foreach (var statement in Statements.Skip(read.Statements.Count).SkipLast(Deliveries.Statements.Count)) statement.Dispose();
        releasePages.Dispose();
        freePages.Dispose();
        Deliveries.Dispose();
        read.Dispose();
    }

    private void Apply(RecordChange change)
    {
        var (row, expiresDay) = record.First(r => (r.Number(0), r.Number(2)), change.Key.Kind, change.Key.Id);
        var day = change.ExpiresAt is { } expires ? Days.After(expires) : (long?)null;
        if (change.Body is null) erased |= deleteRecord.Run(row) > 0;
        else if (row == 0) insertRecord.Run(change.Key.Kind, change.Key.Id, day, change.Body);
        else
        {
            updateRecord.Run(row, change.Body);
            // Its index would be written twice each time, and a record that is answered ten times a day moves once.
            if (expiresDay != (day ?? 0)) updateExpiry.Run(row, day);
        }
    }

    /// <summary>Does what an operator asked for.</summary>
    public Erased Change(StoreChange change)
    {
        var gone = OperatorRows.Erase(connection, change);
        erased |= gone.Conversations + gone.Records > 0;
        foreach (var written in change.Records) Apply(written);
        return gone;
    }
}
