using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Storage;

public sealed class KnowledgeOnSqlite : KnowledgeStoreSpecification, IDisposable
{
    private readonly TestFolder folder = new();
    private SqliteKnowledgeStore store;

    public KnowledgeOnSqlite() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    protected override IKnowledgeStore Store => store;

    [Fact]
    public void Is_still_there_after_a_restart()
    {
        store.Import(new ImportSource("providers", "list", "not stated", "aa"), [], Now);
        store = new SqliteKnowledgeStore(folder.File("knowledge.db"));
        Assert.Equal(1, store.DataVersion);
    }

    [Fact]
    public void A_file_of_a_newer_release_is_refused_with_the_reason()
    {
        using (var connection = SqliteLibrary.Open(folder.File("newer.db"))) connection.Execute("PRAGMA user_version = 99");
        var problem = Assert.Throws<InvalidOperationException>(() => new SqliteKnowledgeStore(folder.File("newer.db")));
        Assert.Contains("schema 99", problem.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        folder.Dispose();
    }
}
