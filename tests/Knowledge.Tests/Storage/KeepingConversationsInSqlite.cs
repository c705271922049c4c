using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Storage;

public sealed class KeepingConversationsInSqlite : ConversationStoreSpecification, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("conversations-").FullName;

    protected override IConversationStore Open() => new SqliteConversationStore(folder);

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_refused_by_name()
    {
        await using var open = new SqliteConversationStore(Path.Combine(folder, "own"));
        var refused = Assert.Throws<IOException>(() => new SqliteConversationStore(Path.Combine(folder, "own")));
        Assert.Contains("Another process is using", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
