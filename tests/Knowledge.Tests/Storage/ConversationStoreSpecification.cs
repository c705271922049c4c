using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Tests.Storage;

/// <summary>What every engine of the conversation store must do. A second engine inherits this class and runs it unchanged.</summary>
public abstract class ConversationStoreSpecification : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly RecordKey Assessment = new("assessment", "a1");

    private IConversationStore store = null!;

    /// <summary>Opens the store over the same data each time it is called within one test.</summary>
    protected abstract IConversationStore Open();

    public Task InitializeAsync()
    {
        store = Open();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    private static TurnCommit Turn(string conversation, long expected, string key, params string[] activities) => new()
    {
        Conversation = conversation,
        ExpectedVersion = expected,
        TurnKey = key,
        At = Noon,
        Delivery = Delivery.Stream,
        Activities = activities,
        State = $"{{\"after\":\"{key}\"}}",
    };

    private async Task Reopen()
    {
        await store.DisposeAsync();
        store = Open();
    }

    [Fact]
    public async Task Nothing_is_known_of_a_conversation_before_its_first_turn()
    {
        Assert.Null(await store.Load("c"));
        Assert.Empty(await store.Read("c", 0, 10));
        Assert.Null(await store.FindTurn("c", "k"));
        Assert.Null(await store.Load(Assessment));
    }

    [Fact]
    public async Task A_turn_is_kept_whole_also_after_reopening()
    {
        Assert.Equal(new Committed(1), await store.Commit(Turn("c", 0, "k1", "{\"text\":\"£5 — “hello”\"}", "{\"r\":1}") with { Changes = [new(Assessment, "{\"g1\":2}")] }));
        await Reopen();

        Assert.Equal(new StoredConversation("c", 1, 2, "{\"after\":\"k1\"}"), await store.Load("c"));
        var turn = Assert.Single(await store.Read("c", 0, 10));
        Assert.Equal(["{\"text\":\"£5 — “hello”\"}", "{\"r\":1}"], turn.Activities);
        Assert.Equal((1, 2, Noon), (turn.FirstPosition, turn.LastPosition, turn.At));
        Assert.Equal(new StoredRecord(Assessment, 1, "{\"g1\":2}"), await store.Load(Assessment));
    }

    [Fact]
    public async Task Positions_go_on_counting_and_reading_starts_after_one()
    {
        await store.Commit(Turn("c", 0, "k1", "a", "b"));
        Assert.Equal(new Committed(3), await store.Commit(Turn("c", 1, "k2", "c", "d", "e")));
        await store.Commit(Turn("other", 0, "k1", "x"));

        Assert.Equal(["k1", "k2"], (await store.Read("c", 0, 10)).Select(t => t.TurnKey));
        Assert.Equal(["k2"], (await store.Read("c", 2, 10)).Select(t => t.TurnKey));
        // A client in the middle of a turn gets that turn again and skips what it has.
        Assert.Equal(["k2"], (await store.Read("c", 4, 10)).Select(t => t.TurnKey));
        Assert.Empty(await store.Read("c", 5, 10));
        Assert.Equal(["k1"], (await store.Read("c", 0, 1)).Select(t => t.TurnKey));
    }

    [Fact]
    public async Task A_turn_that_started_from_an_old_version_is_refused()
    {
        await store.Commit(Turn("c", 0, "k1", "a"));
        await store.Commit(Turn("c", 1, "k2", "b"));
        Assert.Equal(new Conflict(), await store.Commit(Turn("c", 1, "k3", "c")));
        Assert.Null(await store.FindTurn("c", "k3"));
    }

    [Fact]
    public async Task The_same_activity_again_gets_the_stored_turn()
    {
        await store.Commit(Turn("c", 0, "k1", "a", "reply"));
        await Reopen();
        var again = Assert.IsType<AlreadySeen>(await store.Commit(Turn("c", 0, "k1", "a", "another reply")));
        Assert.Equal(["a", "reply"], again.Turn.Activities);
        var fresh = Assert.IsType<AlreadySeen>(await store.Commit(Turn("c", 1, "k1", "a", "another reply")));
        Assert.Equal(["a", "reply"], fresh.Turn.Activities);
        Assert.Equal(1, (await store.Load("c"))!.Version);
    }

    [Fact]
    public async Task A_record_that_changed_since_it_was_read_is_a_conflict_and_undoes_the_turn()
    {
        await store.Commit(Turn("c", 0, "k1", "a") with { Changes = [new(Assessment, "one")] });
        await store.Commit(Turn("d", 0, "k1", "a") with { Reads = new Dictionary<RecordKey, long> { [Assessment] = 1 }, Changes = [new(Assessment, "two")] });

        var late = await store.Commit(Turn("c", 1, "k2", "b") with { Reads = new Dictionary<RecordKey, long> { [Assessment] = 1 }, Changes = [new(Assessment, "lost")] });

        Assert.Equal(new Conflict(), late);
        Assert.Equal(new StoredRecord(Assessment, 2, "two"), await store.Load(Assessment));
        Assert.Null(await store.FindTurn("c", "k2"));
    }

    [Fact]
    public async Task A_record_made_meanwhile_is_a_conflict_for_whoever_saw_none()
    {
        await store.Commit(Turn("c", 0, "k1", "a") with { Changes = [new(Assessment, "one")] });
        var late = await store.Commit(Turn("d", 0, "k1", "a") with { Reads = new Dictionary<RecordKey, long> { [Assessment] = 0 }, Changes = [new(Assessment, "lost")] });
        Assert.Equal(new Conflict(), late);
    }

    [Fact]
    public async Task A_conflict_undoes_only_itself()
    {
        await store.Commit(Turn("bad", 0, "k1", "a"));
        var commits = Enumerable.Range(0, 200).Select(i => i % 10 == 0 ? Turn("bad", 0, $"k{i}-late", "x") : Turn($"c{i}", 0, "k", "x")).ToList();

        var outcomes = await Task.WhenAll(commits.Select(c => store.Commit(c).AsTask()));

        Assert.All(commits.Zip(outcomes), pair => Assert.Equal(pair.First.Conversation == "bad", pair.Second is Conflict));
        foreach (var commit in commits.Where(c => c.Conversation != "bad")) Assert.NotNull(await store.Load(commit.Conversation));
    }

    [Fact]
    public async Task Of_many_turns_from_one_version_exactly_one_is_written()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => store.Commit(Turn("c", 0, $"k{i}", "x")).AsTask()));
        Assert.Single(outcomes.OfType<Committed>());
        Assert.Single(await store.Read("c", 0, 100));
    }

    [Fact]
    public async Task Erasing_leaves_only_what_that_turn_writes_and_keeps_counting()
    {
        await store.Commit(Turn("c", 0, "k1", "secret", "reply") with { Changes = [new(Assessment, "secret")] });
        await store.Commit(Turn("c", 1, "k2", "receipt") with { EraseHistory = true, Changes = [new(Assessment, null)] });

        var left = Assert.Single(await store.Read("c", 0, 10));
        Assert.Equal((3, "receipt"), (left.FirstPosition, left.Activities.Single()));
        Assert.Null(await store.Load(Assessment));
    }

    [Fact]
    public async Task What_has_expired_is_deleted_and_nothing_else()
    {
        await store.Commit(Turn("old", 0, "k1", "a") with { At = Noon.AddDays(-100), Changes = [new(new("code", "x"), "1", Noon.AddDays(-1)), new(new("code", "y"), "1", Noon.AddDays(1))] });
        await store.Commit(Turn("new", 0, "k1", "a") with { Changes = [new(Assessment, "kept")] });

        Assert.Equal(2, await store.DeleteExpired(Noon.AddDays(-90), Noon));

        Assert.Null(await store.Load("old"));
        Assert.Empty(await store.Read("old", 0, 10));
        Assert.NotNull(await store.Load("new"));
        Assert.Null(await store.Load(new RecordKey("code", "x")));
        Assert.NotNull(await store.Load(new RecordKey("code", "y")));
        Assert.NotNull(await store.Load(Assessment));
    }

    [Fact]
    public async Task A_turn_opens_with_the_conversation_and_with_what_the_same_activity_got_before()
    {
        Assert.Equal(new OpenedConversation(null, null), await store.Open("c", "k1"));
        await store.Commit(Turn("c", 0, "k1", "a", "reply"));
        await store.Commit(Turn("d", 0, "k2", "x"));

        var (conversation, seen) = await store.Open("c", "k1");
        Assert.Equal(new StoredConversation("c", 1, 2, "{\"after\":\"k1\"}"), conversation);
        Assert.Equal(["a", "reply"], seen!.Activities);
        Assert.Equal(new OpenedConversation(conversation, null), await store.Open("c", "k2"));
    }

    [Fact]
    public async Task In_a_long_conversation_the_same_activity_is_known_for_as_many_positions_as_are_promised()
    {
        string[] together = [.. Enumerable.Repeat("a", 99)];
        await store.Commit(Turn("c", 0, "first", "a"));
        var version = 1;
        for (var position = 1; position + together.Length <= IConversationStore.RememberedPositions; position += together.Length) await store.Commit(Turn("c", version, $"k{version++}", together));

        Assert.NotNull(await store.FindTurn("c", "first"));
        Assert.IsType<AlreadySeen>(await store.Commit(Turn("c", version, "first", "a")));
    }

    [Fact]
    public async Task What_is_larger_than_is_kept_is_refused_and_nothing_of_it_is_written()
    {
        await store.Commit(Turn("c", 0, "k1", "a"));
        var large = new string('x', TurnCommit.LargestState + 1);
        var record = new string('x', TurnCommit.LargestRecord + 1);
        var activity = new string('x', TurnCommit.LargestTurn + 1);

        Assert.Equal(new TooLarge("state"), await store.Commit(Turn("c", 1, "k2", "a") with { State = large }));
        Assert.Equal(new TooLarge("record"), await store.Commit(Turn("c", 1, "k3", "a") with { Changes = [new(Assessment, record)] }));
        Assert.Equal(new TooLarge("activities"), await store.Commit(Turn("c", 1, "k4", activity)));
        Assert.Equal(1, (await store.Load("c"))!.Version);
        Assert.Null(await store.Load(Assessment));
        Assert.Equal(new Committed(2), await store.Commit(Turn("c", 1, "k5", "a") with { State = large[1..], Changes = [new(Assessment, record[1..])] }));
    }

    [Fact]
    public async Task What_was_touched_again_or_kept_longer_does_not_expire()
    {
        var code = new RecordKey("code", "x");
        await store.Commit(Turn("c", 0, "k1", "a") with { At = Noon.AddDays(-100), Changes = [new(code, "1", Noon.AddDays(-1))] });
        await store.Commit(Turn("c", 1, "k2", "b") with { Changes = [new(code, "2", Noon.AddDays(1))] });
        Assert.Equal(0, await store.DeleteExpired(Noon.AddDays(-90), Noon));
        Assert.Equal(2, (await store.Read("c", 0, 10)).Count);
        Assert.Equal(new StoredRecord(code, 2, "2"), await store.Load(code));
    }

    [Fact]
    public async Task Turns_are_written_while_much_is_deleted_and_what_is_used_meanwhile_stays()
    {
        for (var i = 0; i < 20; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(c => store.Commit(Turn($"old{c}", i, $"k{i}", "a") with { At = Noon.AddDays(-100) }).AsTask()));
        }
        var deleting = store.DeleteExpired(Noon.AddDays(-90), Noon).AsTask();
        var written = await store.Commit(Turn("new", 0, "k1", "a"));
        Assert.IsType<Committed>(written);
        Assert.Equal(60, await deleting);
        Assert.Null(await store.Load("old7"));
        Assert.NotNull(await store.Load("new"));
        // A name that was used before can be used again.
        Assert.Equal(new Committed(1), await store.Commit(Turn("old7", 0, "k0", "a")));
    }

    [Fact]
    public async Task Replies_for_a_channel_are_owed_oldest_turn_first_until_they_are_settled_also_after_reopening()
    {
        await store.Commit(Turn("c", 0, "k1", "hello", "one", "two") with { Delivery = Delivery.Connector });
        await store.Commit(Turn("c", 1, "k2", "again", "three") with { Delivery = Delivery.Connector });
        await store.Commit(Turn("d", 0, "k1", "hello", "one") with { Delivery = Delivery.Connector });
        await Reopen();

        Assert.Equal(["c", "d"], (await store.ConversationsOwed()).Order(StringComparer.Ordinal));
        var owed = (await store.NextOwed("c"))!;
        Assert.Equal(["hello", "one", "two"], owed.Turn.Activities);
        Assert.Equal(new DeliveryMark(1, 1, InDoubt: false, Attempts: 0, DateTimeOffset.UnixEpoch), owed.Mark);

        await store.SettleDelivery("c", 1);
        Assert.Equal("k2", (await store.NextOwed("c"))!.Turn.TurnKey);
        await store.SettleDelivery("c", long.MaxValue);
        Assert.Null(await store.NextOwed("c"));
        Assert.Equal(["d"], await store.ConversationsOwed());
    }

    [Fact]
    public async Task How_far_a_delivery_has_come_is_kept()
    {
        await store.Commit(Turn("c", 0, "k1", "hello", "one", "two") with { Delivery = Delivery.Connector });
        var mark = new DeliveryMark(1, 2, InDoubt: true, Attempts: 3, Noon);
        await store.NoteDelivery("c", mark);
        await Reopen();
        Assert.Equal(mark, (await store.NextOwed("c"))!.Mark);

        await store.SettleDelivery("c", 1);
        await store.NoteDelivery("c", mark);
        Assert.Null(await store.NextOwed("c"));
    }

    [Fact]
    public async Task Nothing_is_owed_for_what_is_read_or_answered_otherwise_or_was_not_committed_or_said()
    {
        await store.Commit(Turn("stream", 0, "k1", "hello", "one"));
        await store.Commit(Turn("response", 0, "k1", "hello", "one") with { Delivery = Delivery.Response });
        await store.Commit(Turn("silent", 0, "k1", "hello") with { Delivery = Delivery.Connector });
        await store.Commit(Turn("stream", 0, "late", "hello", "one") with { Delivery = Delivery.Connector });
        await store.Commit(Turn("response", 0, "k1", "hello", "one") with { Delivery = Delivery.Connector });
        Assert.Empty(await store.ConversationsOwed());
    }

    [Fact]
    public async Task What_is_erased_or_expired_is_not_owed_any_more()
    {
        await store.Commit(Turn("c", 0, "k1", "secret", "reply") with { Delivery = Delivery.Connector });
        await store.Commit(Turn("c", 1, "k2", "delete", "receipt") with { Delivery = Delivery.Connector, EraseHistory = true });
        await store.Commit(Turn("old", 0, "k1", "hello", "reply") with { Delivery = Delivery.Connector, At = Noon.AddDays(-100) });

        await store.DeleteExpired(Noon.AddDays(-90), Noon);

        Assert.Equal(["c"], await store.ConversationsOwed());
        Assert.Equal(["delete", "receipt"], (await store.NextOwed("c"))!.Turn.Activities);
    }
}
