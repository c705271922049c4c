using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>The marks of turns whose replies a channel has not all taken, inside a transaction that the writer has opened.</summary>
internal sealed class DeliveryTable(SqliteConnection connection) : IDisposable
{
    private readonly Statement insert = new(connection, "INSERT INTO delivery (conversation, first_position, taken) VALUES (?1, ?2, ?2)");

    private readonly Statement update = new(connection,
        "UPDATE delivery SET taken = ?3, in_doubt = ?4, attempts = ?5, not_before = ?6 WHERE conversation = ?1 AND first_position = ?2");

    private readonly Statement delete = new(connection, "DELETE FROM delivery WHERE conversation = ?1 AND first_position <= ?2");

    public void Owe(string conversation, long firstPosition) => insert.Run(conversation, firstPosition);

    public int Note(string conversation, DeliveryMark mark) =>
        update.Run(conversation, mark.FirstPosition, mark.Taken, mark.InDoubt ? 1 : 0, mark.Attempts, mark.NotBefore.ToUnixTimeMilliseconds());

    public int Settle(string conversation, long through) => delete.Run(conversation, through);

    public IReadOnlyList<Statement> Statements => [insert, update, delete];

    public void Dispose()
    {
        foreach (var statement in Statements) statement.Dispose();
    }
}
