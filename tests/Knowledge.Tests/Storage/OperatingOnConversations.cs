using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Storage;

/// <summary>What an operator may do to the store outside any turn.</summary>
public sealed class OperatingOnConversations : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("operating-").FullName;
    private readonly SqliteConversationStore store;

    public OperatingOnConversations() => store = new SqliteConversationStore(folder);

    [Fact]
    public async Task Erasing_one_conversation_leaves_the_others_and_says_how_much_went()
    {
        await Turn("mine", "one", new RecordChange(new("assessment", "a1"), "{}"));
        await Turn("theirs", "two");

        var erased = await store.Change(new StoreChange { EraseConversations = ["mine", "nobody's"], Records = [new(new("assessment", "a1"), null), new(new("audit", "x"), "{}")] });

        Assert.Equal(new Erased(1, 1), erased);
        Assert.Null(await store.Load("mine"));
        Assert.Empty(await store.Read("mine", 0, 10));
        Assert.NotNull(await store.Load("theirs"));
        Assert.Equal("x", Assert.Single(await store.Records("audit")).Key.Id);
    }

    [Fact]
    public async Task Erasing_everything_keeps_the_kinds_that_were_named()
    {
        await Turn("mine", "one", new RecordChange(new("assessment", "a1"), "{}"), new RecordChange(new("audit", "b"), "{}"), new RecordChange(new("audit", "a"), "{}"));

        var erased = await store.Change(new StoreChange { EraseEverything = true, KeepKinds = ["audit"] });

        Assert.Equal(new Erased(1, 1), erased);
        Assert.Equal(["a", "b"], (await store.Records("audit")).Select(r => r.Key.Id));
        Assert.Empty(await store.Records("assessment"));
        Assert.Empty(await store.ConversationsThatMention("one"));
    }

    [Fact]
    public async Task Records_are_read_between_two_ids_the_first_of_which_counts()
    {
        await Turn("mine", "one", [.. new[] { "ann/1", "ann/2", "ann-other/1", "bob/1" }.Select(id => new RecordChange(new("search-of", id), "{}")), new(new("audit", "ann/1"), "{}")]);

        Assert.Equal(["ann/1", "ann/2"], (await store.Records("search-of", "ann/", "ann0")).Select(r => r.Key.Id));
        Assert.Equal(["ann/2"], (await store.Records("search-of", "ann/2", "bob/1")).Select(r => r.Key.Id));
        Assert.Equal(4, (await store.Records("search-of")).Count);
    }

    [Fact]
    public async Task Conversations_are_found_by_what_they_mention_however_it_is_spelt()
    {
        await Turn("said", "a%b_c 'quoted'");
        await Turn("other", "nothing of it");
        Assert.Equal(["said"], await store.ConversationsThatMention("%b_c 'q"));
        Assert.Equal(["other", "said"], await store.ConversationsThatMention("after"));
    }

    [Fact]
    public async Task A_turn_that_was_being_worked_out_while_its_conversation_was_erased_starts_afresh()
    {
        await Turn("mine", "one");
        await store.Change(new StoreChange { EraseConversations = ["mine"] });
        Assert.IsType<Conflict>(await Turn("mine", "two", expected: 1));
        Assert.IsType<Committed>(await Turn("mine", "two", expected: 0));
    }

    public void Dispose()
    {
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }

    private Task<CommitOutcome> Turn(string conversation, string said, params RecordChange[] changes) => Turn(conversation, said, 0, changes);

    private async Task<CommitOutcome> Turn(string conversation, string said, long expected, params RecordChange[] changes) => await store.Commit(new TurnCommit
    {
        Conversation = conversation,
        ExpectedVersion = expected,
        TurnKey = said,
        At = Noon,
        Delivery = Delivery.Stream,
        Activities = [said],
        State = "{\"after\":\"it\"}",
        Changes = changes,
    });
}
