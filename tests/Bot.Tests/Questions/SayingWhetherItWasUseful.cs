using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Questions;

public class SayingWhetherItWasUseful
{
    private static Activity Pressed(UserAct act) => new() { Value = JsonSerializer.SerializeToElement(act, BotJson.Default.UserAct) };

    private static async Task<IReadOnlyList<FeedbackCount>> Kept(TestBot bot) => [.. (await bot.Get<IConversationStore>().Records(FeedbackCount.Kind)).Select(FeedbackCount.FromRecord)];

    private static List<string> Prompts(IReadOnlyList<Activity> replies) => [.. replies[^1].SuggestedActions?.Actions.Select(a => a.Value) ?? []];

    [Fact]
    public async Task Is_counted_with_the_version_and_the_day_and_nothing_else()
    {
        await using var bot = new TestBot();
        await bot.Say("marker-conversation", "1", "what's a PQQ?");
        await bot.Say("marker-conversation", "2", "useful");
        await bot.Say("other", "1", "what's a PQQ?");
        await bot.Say("other", "2", "👍");

        var record = Assert.Single(await bot.Get<IConversationStore>().Records(FeedbackCount.Kind));
        var count = FeedbackCount.FromRecord(record);
        Assert.Equal((Verdict.Useful, new DateOnly(2026, 11, 20), 2), (count.Verdict, count.Day, count.Count));
        Assert.Matches("^[0-9a-f]{12}$", count.Version);
        Assert.DoesNotContain("marker", record.Key.Id + record.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twice_counts_once_and_a_change_of_mind_moves_the_count()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "what's a PQQ?");
        for (var i = 0; i < 3; i++) await bot.Say("c", $"again {i}", "useful");
        Assert.Equal([(Verdict.Useful, 1)], (await Kept(bot)).Select(c => (c.Verdict, c.Count)));

        await bot.Say("c", "2", "not useful");
        await bot.Say("c", "3", "not useful");
        Assert.Equal([(Verdict.NotUseful, 1)], (await Kept(bot)).Select(c => (c.Verdict, c.Count)));

        bot.Time.Advance(TimeSpan.FromDays(2));
        await bot.Say("c", "4", "that is wrong");
        Assert.Equal([(Verdict.Wrong, 1, new DateOnly(2026, 11, 22))], (await Kept(bot)).Select(c => (c.Verdict, c.Count, c.Day)));
    }

    [Fact]
    public async Task An_old_card_counts_for_what_was_told_here_and_for_nothing_else()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "what's a PQQ?");
        var card = ButtonCard.Offered((await bot.Say("c", "2", "thumbs down"))[^1])[0];
        await bot.Say("c", "3", "what is the threshold for services now?");
        await bot.Run("c", "4", new Activity { Value = card.Act });
        Assert.Equal([(Verdict.Wrong, 1)], (await Kept(bot)).Select(c => (c.Verdict, c.Count)));

        // In a conversation that was never told it, made by hand, and of a version that never was.
        await bot.Run("elsewhere", "1", new Activity { Value = card.Act });
        await bot.Run("c", "5", Pressed(new RateAnswer("thresholds-now", "made-up", Verdict.Wrong)));
        await bot.Run("c", "6", Pressed(new RateAnswer("no-such-entry", "", (Verdict)99)));
        Assert.Equal([(Verdict.Wrong, 1)], (await Kept(bot)).Select(c => (c.Verdict, c.Count)));
    }

    [Fact]
    public async Task Is_asked_after_answers_only_and_not_of_who_passes_it_over()
    {
        await using var bot = new TestBot();
        Assert.Contains("not useful", Prompts(await bot.Say("c", "1", "what's a PQQ?")));
        Assert.DoesNotContain("not useful", Prompts(await bot.Say("c", "2", "thanks")));
        Assert.DoesNotContain("not useful", Prompts(await bot.Say("c", "3", "list the 4 stages")));
        Assert.Contains("not useful", Prompts(await bot.Say("c", "4", "what is a grant?")));
        Assert.Contains("not useful", Prompts(await bot.Say("c", "5", "what is the threshold for services now?")));
        Assert.DoesNotContain("not useful", Prompts(await bot.Say("c", "6", "what is a CIO?")));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Contains("not useful", Prompts(await bot.Say("c", "7", "what's a PQQ?")));
        await bot.Say("c", "8", "useful");
        Assert.DoesNotContain("not useful", Prompts(await bot.Say("c", "9", "what's a PQQ?")));
    }

    [Fact]
    public async Task Goes_when_it_has_been_kept_long_enough()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "what's a PQQ?");
        await bot.Say("c", "2", "not useful");
        var store = bot.Get<IConversationStore>();
        await store.DeleteExpired(bot.Time.GetUtcNow().AddDays(-180), bot.Time.GetUtcNow().AddDays(364));
        Assert.NotEmpty(await store.Records(FeedbackCount.Kind));
        Assert.NotEmpty(await store.Records(GapCount.Kind));
        await store.DeleteExpired(bot.Time.GetUtcNow().AddDays(-180), bot.Time.GetUtcNow().AddDays(367));
        Assert.Empty(await store.Records(FeedbackCount.Kind));
        Assert.Empty(await store.Records(GapCount.Kind));
    }
}
