using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Storage;

/// <summary>What was erased must be gone from the files themselves, and a log under load must not fill the disk.</summary>
public sealed class ErasingFromTheDisk : IAsyncLifetime, IDisposable
{
    private const int Conversations = 200;
    private readonly TestFolder folder = new();
    private readonly ManualTime time = new();
    private SqliteConversationStore store = null!;

    private string Data => folder.File("data");

    public Task InitializeAsync()
    {
        store = new SqliteConversationStore(Data, time);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Within_a_minute_of_erasing_no_word_of_it_is_in_any_file()
    {
        for (var turn = 0; turn < 4; turn++)
        {
            await Task.WhenAll(Enumerable.Range(0, Conversations).Select(c => store.Commit(Turn(c, turn, Padded($"said-by-{c:D4}-", turn))).AsTask()));
        }
        Assert.Equal(Conversations, Enumerable.Range(0, Conversations).Count(c => IsOnDisk($"said-by-{c:D4}-")));

        for (var c = 0; c < Conversations; c += 2)
        {
            var erasing = Turn(c, 4, "receipt") with { EraseHistory = true, State = "{}", Changes = [new(Record(c), null)] };
            Assert.IsType<Committed>(await store.Commit(erasing));
        }
        time.Advance(TimeSpan.FromSeconds(59));
        // The writer does one thing after another: what comes after this has been done before it.
        await store.Commit(Turn(1, 4, Padded("said-by-0001-", 4)));
        await store.Commit(Turn(3, 4, Padded("said-by-0003-", 4)));

        var left = Enumerable.Range(0, Conversations).Where(c => IsOnDisk($"said-by-{c:D4}-")).ToList();
        Assert.Equal(Enumerable.Range(0, Conversations).Where(c => c % 2 == 1), left);
    }

    [Fact]
    public async Task Of_what_has_expired_no_word_is_in_any_file_either()
    {
        await store.Commit(Turn(1, 0, "said-long-ago"));
        await store.DeleteExpired(time.GetUtcNow().AddDays(2), time.GetUtcNow().AddDays(400));
        time.Advance(TimeSpan.FromSeconds(59));
        await store.Commit(Turn(2, 0, "said-today"));
        await store.Commit(Turn(3, 0, "said-today"));
        Assert.False(IsOnDisk("said-long-ago"));
        Assert.True(IsOnDisk("said-today"));
    }

    [Fact]
    public async Task Words_that_a_killed_process_left_in_the_log_are_gone_when_the_next_one_has_started()
    {
        await store.Commit(Turn(1, 0, "said-and-erased"));
        await store.Commit(Turn(1, 1, "receipt") with { EraseHistory = true, State = "{}", Changes = [new(Record(1), null)] });
        // What a kill leaves is the files as they are.
        var copy = folder.File("copy");
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(Data, "*.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        Assert.True(IsOnDisk("said-and-erased", copy));
        await using var next = new SqliteConversationStore(copy, time);
        Assert.False(IsOnDisk("said-and-erased", copy));
        Assert.Equal(2, (await next.Load("c1"))!.Version);
    }

    [Fact]
    public async Task The_room_of_what_was_deleted_goes_back_to_the_disk_while_turns_are_written()
    {
        var large = new string('x', 20_000);
        await Task.WhenAll(Enumerable.Range(0, Conversations).Select(c => store.Commit(Turn(c, 0, large)).AsTask()));
        await store.DeleteExpired(time.GetUtcNow().AddDays(2), time.GetUtcNow().AddDays(400));
        var released = store.ReleaseFreedSpace().AsTask();
        await store.Commit(Turn(5000, 0, "meanwhile"));
        await released;
        time.Advance(TimeSpan.FromSeconds(59));
        await store.Commit(Turn(5001, 0, "after"));
        await store.Commit(Turn(5002, 0, "after"));
        Assert.InRange(new FileInfo(Path.Combine(Data, "conversations.db")).Length, 1, 500_000);
    }

    [Fact]
    public async Task The_log_stays_small_however_much_is_written_and_read()
    {
        var activity = new string('x', 30_000);
        var largest = 0L;
        for (var turn = 0; turn < 40; turn++)
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(async c =>
            {
                await store.Commit(Turn(c, turn, activity));
                await store.Open(Key(c), "another");
            }));
            largest = Math.Max(largest, new FileInfo(Path.Combine(Data, "conversations.db-wal")).Length);
        }
        Assert.True(new FileInfo(Path.Combine(Data, "conversations.db")).Length > 100_000_000);
        Assert.InRange(largest, 1, 64 * 1024 * 1024);
    }

    private static string Key(int conversation) => "c" + conversation.ToString(CultureInfo.InvariantCulture);

    private static RecordKey Record(int conversation) => new("assessment", Key(conversation));

    // Sizes that differ, so that rows move about between pages.
    private static string Padded(string marker, int turn) => string.Concat(Enumerable.Repeat(marker, 5 + turn * 37 % 90 + marker[^2] % 7 * 20));

    private TurnCommit Turn(int conversation, int expected, string said) => new()
    {
        Conversation = Key(conversation),
        ExpectedVersion = expected,
        TurnKey = "k" + expected.ToString(CultureInfo.InvariantCulture),
        At = time.GetUtcNow(),
        Delivery = Delivery.Stream,
        Activities = [said],
        State = said,
        Changes = [new(Record(conversation), said, time.GetUtcNow().AddDays(365))],
    };

    private bool IsOnDisk(string words, string? where = null) =>
        Directory.EnumerateFiles(where ?? Data, "*.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Any(f => Contains(f, Encoding.UTF8.GetBytes(words)));

    private static bool Contains(string file, byte[] words)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(words) >= 0;
    }
}
