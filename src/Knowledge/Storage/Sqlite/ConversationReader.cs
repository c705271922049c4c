using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Reads the tables over one connection, which one thread uses at a time.</summary>
internal sealed class ConversationReader : IDisposable
{
    private const string TurnColumns = "t.key, t.first_position, t.at, t.delivery, t.activities";
    private static readonly string Repeated = FormattableString.Invariant(
        $"t.conversation = c.id AND t.last_position > n.last_position - {IConversationStore.RememberedPositions} AND t.key = ?2");

    private const string Turns = "conversation c JOIN turn t ON t.conversation = c.id";
    private const string Newest = "SELECT id FROM turn WHERE conversation = c.id ORDER BY last_position DESC LIMIT 1";

    private readonly SqliteConnection? own;
    private readonly Statement conversation;
    private readonly Statement opened;
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
        conversation = new(connection, $"SELECT n.version, n.last_position, n.state FROM conversation c JOIN turn n ON n.id = ({Newest}) WHERE c.key = ?1");
        opened = new(connection,
            $"""
            SELECT n.version, n.last_position, n.state, (SELECT t.id FROM turn t WHERE {Repeated})
            FROM conversation c JOIN turn n ON n.id = ({Newest}) WHERE c.key = ?1
            """);
        turnByKey = new(connection, $"SELECT {TurnColumns} FROM conversation c JOIN turn n ON n.id = ({Newest}) JOIN turn t ON {Repeated} WHERE c.key = ?1");
        turnsAfter = new(connection, $"SELECT {TurnColumns} FROM {Turns} WHERE c.key = ?1 AND t.last_position > ?2 ORDER BY t.last_position LIMIT ?3");
        record = new(connection, "SELECT version, body FROM record WHERE kind = ?1 AND id = ?2");
        conversationsOwed = new(connection, "SELECT DISTINCT conversation FROM delivery");
        nextOwed = new(connection,
            "SELECT first_position, taken, in_doubt, attempts, not_before FROM delivery WHERE conversation = ?1 ORDER BY first_position LIMIT 1");
    }

    public IReadOnlyList<Statement> Statements => [conversation, opened, turnByKey, turnsAfter, record, nextOwed];

    public StoredConversation? Load(string key) => conversation.First(r => new StoredConversation(key, r.Number(0), r.Number(1), r.Text(2)), key);

    public OpenedConversation Open(string key, string turnKey)
    {
        var (stored, seen) = opened.First(r => (new StoredConversation(key, r.Number(0), r.Number(1), r.Text(2)), r.Number(3) > 0), key, turnKey);
        return new OpenedConversation(stored, seen ? FindTurn(key, turnKey) : null);
    }

    public LoggedTurn? FindTurn(string key, string turnKey) => turnByKey.First(Turn, key, turnKey);

    public IReadOnlyList<LoggedTurn> TurnsAfter(string key, long after, int limit) => turnsAfter.All(Turn, key, after, limit);

    public StoredRecord? Load(RecordKey key) => record.First(r => new StoredRecord(key, r.Number(0), r.Text(1)), key.Kind, key.Id);

    public IReadOnlyList<string> ConversationsOwed() => conversationsOwed.All(r => r.Text(0));

    // A mark that is not there any more when its turn is looked for, or a turn that is erased meanwhile, is owed no longer.
    public OwedTurn? NextOwed(string key) =>
        nextOwed.First(Mark, key) is { } mark && TurnsAfter(key, mark.FirstPosition - 1, 1) is [{ } turn] && turn.FirstPosition == mark.FirstPosition
            ? new OwedTurn(turn, mark)
            : null;

    public void Dispose()
    {
        foreach (var statement in Statements) statement.Dispose();
        conversationsOwed.Dispose();
        own?.Dispose();
    }

    private static DeliveryMark Mark(Statement.Row r) =>
        new(r.Number(0), r.Number(1), r.Number(2) > 0, (int)r.Number(3), DateTimeOffset.FromUnixTimeMilliseconds(r.Number(4)));

    private static LoggedTurn Turn(Statement.Row r) =>
        new(r.Text(0), r.Number(1), DateTimeOffset.FromUnixTimeMilliseconds(r.Number(2)), (Delivery)r.Number(3), r.Text(4).Split('\n'));
}
