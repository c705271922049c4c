using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Reads the tables over one connection, which one thread uses at a time.</summary>
internal sealed class ConversationReader : IDisposable
{
    private const string TurnColumns = "t.key, t.first_position, t.at, t.delivery, t.activities";

    private readonly SqliteConnection? own;
    private readonly Statement conversation;
    private readonly Statement row;
    private readonly Statement turnByKey;
    private readonly Statement turnsAfter;
    private readonly Statement record;
    private readonly Statement conversationsOwed;
    private readonly Statement nextOwed;

    /// <summary>Reads over a read-only connection of its own.</summary>
    public ConversationReader(string path) : this(SqliteLibrary.Open(path, readOnly: true), owns: true) { }

    /// <summary>Reads over the writer's connection, seeing what its transaction has written so far.</summary>
    public ConversationReader(SqliteConnection connection) : this(connection, owns: false) { }

    private ConversationReader(SqliteConnection connection, bool owns)
    {
        own = owns ? connection : null;
        conversation = new(connection, "SELECT version, last_position, state FROM conversation WHERE key = ?1", 1);
        row = new(connection, "SELECT id, version, last_position FROM conversation WHERE key = ?1", 1);
        turnByKey = new(connection, $"SELECT {TurnColumns} FROM conversation c JOIN turn t ON t.conversation = c.id WHERE c.key = ?1 AND t.key = ?2", 2);
        turnsAfter = new(connection,
            $"SELECT {TurnColumns} FROM conversation c JOIN turn t ON t.conversation = c.id WHERE c.key = ?1 AND t.last_position > ?2 ORDER BY t.last_position LIMIT ?3", 3);
        record = new(connection, "SELECT version, body FROM record WHERE kind = ?1 AND id = ?2", 2);
        conversationsOwed = new(connection, "SELECT DISTINCT conversation FROM delivery", 0);
        nextOwed = new(connection,
            "SELECT first_position, taken, in_doubt, attempts, not_before FROM delivery WHERE conversation = ?1 ORDER BY first_position LIMIT 1", 1);
    }

    public StoredConversation? Load(string key) =>
        conversation.First(r => new StoredConversation(key, r.GetInt64(0), r.GetInt64(1), r.GetString(2)), key);

    /// <summary>A conversation's row; all zero if there is none.</summary>
    public (long Id, long Version, long LastPosition) Row(string key) => row.First(r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), key);

    public LoggedTurn? FindTurn(string key, string turnKey) => turnByKey.First(Turn, key, turnKey);

    public IReadOnlyList<LoggedTurn> TurnsAfter(string key, long after, int limit) => turnsAfter.All(Turn, key, after, limit);

    public StoredRecord? Load(RecordKey key) => record.First(r => new StoredRecord(key, r.GetInt64(0), r.GetString(1)), key.Kind, key.Id);

    public IReadOnlyList<string> ConversationsOwed() => conversationsOwed.All(r => r.GetString(0));

    // A mark that is not there any more when its turn is looked for, or a turn that is erased meanwhile, is owed no longer.
    public OwedTurn? NextOwed(string key) =>
        nextOwed.First(Mark, key) is { } mark && TurnsAfter(key, mark.FirstPosition - 1, 1) is [{ } turn] && turn.FirstPosition == mark.FirstPosition
            ? new OwedTurn(turn, mark)
            : null;

    public void Dispose()
    {
        foreach (var statement in new[] { conversation, row, turnByKey, turnsAfter, record, conversationsOwed, nextOwed }) statement.Dispose();
        own?.Dispose();
    }

    private static DeliveryMark Mark(SqliteDataReader r) =>
        new(r.GetInt64(0), r.GetInt64(1), r.GetBoolean(2), r.GetInt32(3), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(4)));

    private static LoggedTurn Turn(SqliteDataReader r) =>
        new(r.GetString(0), r.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(r.GetInt64(2)), (Delivery)r.GetInt32(3), r.GetString(4).Split('\n'));
}
