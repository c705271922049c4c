using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Reads the tables over one connection, which one thread uses at a time.</summary>
internal sealed class ConversationReader : IDisposable
{
    private const string TurnColumns = "key, first_position, at, delivery, activities";
    private const string Newest = "SELECT last_position FROM turn WHERE conversation = c.id ORDER BY last_position DESC LIMIT 1";
    private const string Id = "(SELECT id FROM conversation WHERE key = ?1)";

    private readonly SqliteConnection? own;
    private readonly Statement conversation;
    private readonly Statement turnByKey;
    private readonly Statement turnsAfter;
    private readonly Statement record;

    /// <summary>Reads over a read-only connection of its own.</summary>
    public ConversationReader(string path) : this(SqliteLibrary.Open(path, readOnly: true), owns: true) { }

    /// <summary>Reads over the writer's connection, seeing what its transaction has written so far.</summary>
    public ConversationReader(SqliteConnection connection) : this(connection, owns: false) { }

    private ConversationReader(SqliteConnection connection, bool owns)
    {
        own = owns ? connection : null;
        conversation = new(connection, $"SELECT version, last_position, state FROM turn WHERE conversation = {Id} ORDER BY last_position DESC LIMIT 1");
        turnByKey = new(connection,
            $"""
            SELECT t.key, first_position, at, delivery, activities FROM conversation c JOIN turn t ON t.conversation = c.id
            WHERE c.key = ?1 AND t.last_position > ({Newest}) - {IConversationStore.RememberedPositions} AND t.key = ?2
            """);
        turnsAfter = new(connection, $"SELECT {TurnColumns} FROM turn WHERE conversation = {Id} AND last_position > ?2 ORDER BY last_position LIMIT ?3");
        record = new(connection, "SELECT version, body FROM record WHERE kind = ?1 AND id = ?2");
    }

    public IReadOnlyList<Statement> Statements => [conversation, turnByKey, turnsAfter, record];

    public StoredConversation? Load(string key) => conversation.First(r => new StoredConversation(key, r.Number(0), r.Number(1), r.Text(2)), key);

    public LoggedTurn? FindTurn(string key, string turnKey) => turnByKey.First(Turn, key, turnKey);

    public IReadOnlyList<LoggedTurn> TurnsAfter(string key, long after, int limit) => turnsAfter.All(Turn, key, after, limit);

    public StoredRecord? Load(RecordKey key) => record.First(r => new StoredRecord(key, r.Number(0), r.Text(1)), key.Kind, key.Id);

    public void Dispose()
    {
        foreach (var statement in Statements) statement.Dispose();
        own?.Dispose();
    }

    private static LoggedTurn Turn(Statement.Row r) =>
        new(r.Text(0), r.Number(1), DateTimeOffset.FromUnixTimeMilliseconds(r.Number(2)), (Delivery)r.Number(3), r.Text(4).Split('\n'));
}
