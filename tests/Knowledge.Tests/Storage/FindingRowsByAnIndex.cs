using CommissioningBot.Knowledge.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Storage;

/// <summary>A statement that looks at every row is quick in a test and slow with 100,000 conversations, so SQLite is asked how it would do each.</summary>
public sealed class FindingRowsByAnIndex : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly SqliteConnection connection;

    public FindingRowsByAnIndex()
    {
        connection = SqliteLibrary.Open(folder.File("conversations.db"));
        Schema.Apply(connection, "conversations");
    }

    [Fact]
    public void Every_statement_of_the_conversation_store_does()
    {
        using var tables = new ConversationTables(connection);
        Assert.True(tables.Statements.Count > 10);
        Assert.All(tables.Statements, statement => Assert.Empty(Costly(statement.Sql)));
    }

    [Theory]
    [InlineData("SELECT id FROM turn WHERE key = ?1")]
    [InlineData("DELETE FROM record WHERE version = ?1")]
    [InlineData("SELECT key FROM turn WHERE conversation = ?1 ORDER BY at")]
    public void One_that_does_not_is_found(string sql) => Assert.NotEmpty(Costly(sql));

    public void Dispose()
    {
        connection.Dispose();
        folder.Dispose();
    }

    private List<string> Costly(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        for (var i = 1; i <= 9; i++) command.Parameters.Add(new SqliteParameter($"?{i}", 1));
        using var plan = command.ExecuteReader();
        var costly = new List<string>();
        while (plan.Read())
        {
            var step = plan.GetString(3);
            // "SCAN n" reads a table from end to end; "SCAN CONSTANT ROW" reads nothing.
            if (step.StartsWith("SCAN ", StringComparison.Ordinal) && step != "SCAN CONSTANT ROW" || step.Contains("TEMP B-TREE", StringComparison.Ordinal)) costly.Add(step);
        }
        return costly;
    }
}
