using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Benchmarks.Load;

/// <summary>
/// Many conversations in the middle of a health check: one is really held with the bot, and its turns, state and record are written under many
/// names through the store.
/// </summary>
internal static class SeededConversations
{
    private const string Template = "template-00000";
    private const int TurnsEach = 3;
    private const int Together = 512;

    public static string Conversation(int number) => FormattableString.Invariant($"seeded-{number:D7}");

    public static string Assessment(int number) => FormattableString.Invariant($"{number:D32}");

    public static async Task Write(string folder, int count)
    {
        var (conversation, turns, record) = await Hold();
        var own = ConversationState.FromJson(conversation.State).HealthCheck!.Assessment;
        await using var store = new SqliteConversationStore(folder, TimeProvider.System);
        for (var start = 0; start < count; start += Together)
        {
            await Task.WhenAll(Enumerable.Range(start, Math.Min(Together, count - start)).Select(number => WriteOne(store, number)));
        }

        async Task WriteOne(IConversationStore store, int number)
        {
            string As(string text) => text.Replace(Template, Conversation(number), StringComparison.Ordinal).Replace(own, Assessment(number), StringComparison.Ordinal);
            var key = KeptCheck.Key(Assessment(number));
            for (var i = 0; i < turns.Count; i++)
            {
                var outcome = await store.Commit(new TurnCommit
                {
                    Conversation = "connector/bench/" + Conversation(number),
                    ExpectedVersion = i,
                    TurnKey = turns[i].TurnKey,
                    At = turns[i].At,
                    Delivery = turns[i].Delivery,
                    Activities = [.. turns[i].Activities.Select(As)],
                    State = As(conversation.State),
                    Reads = new Dictionary<RecordKey, long> { [key] = i },
                    Changes = [new RecordChange(key, As(record.Body), turns[i].At.AddDays(365))],
                });
                if (outcome is not Committed) throw new InvalidOperationException("Seeding met " + outcome);
            }
        }
    }

    /// <summary>Talks to the real bot up to the third item of a check and gives what is stored then.</summary>
    private static async Task<(StoredConversation, IReadOnlyList<LoggedTurn>, StoredRecord)> Hold()
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-template-").FullName;
        try
        {
            var services = new ServiceCollection().AddLogging();
            services.AddCommissioningBot(new DataFolder(folder), folder, HostSettings.ForDevelopment);
            await using var bot = services.BuildServiceProvider();
            var engine = bot.GetRequiredService<TurnEngine>();
            string[] said = ["health check", "small grant", "2", "£3,000", "adults", "none", "a", "b"];
            for (var i = 0; i < said.Length; i++)
            {
                var activity = new Activity { Text = said[i], ChannelId = "bench", Conversation = new() { Id = Template }, From = new() { Id = "person", Role = "user" } };
                await engine.Run(new IncomingActivity("bench/" + Template, FormattableString.Invariant($"activity:seed-{i}"), activity, Role.Group, Delivery.Response), default);
            }
            var store = bot.GetRequiredService<IConversationStore>();
            var conversation = (await store.Load("bench/" + Template))!;
            var turns = await store.Read(conversation.Key, 0, 100);
            var record = await store.Load(KeptCheck.Key(ConversationState.FromJson(conversation.State).HealthCheck!.Assessment));
            return (conversation, [.. turns.TakeLast(TurnsEach)], record!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
