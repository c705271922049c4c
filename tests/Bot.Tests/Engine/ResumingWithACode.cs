using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Engine;

public partial class ResumingWithACode
{
    [Fact]
    public async Task The_words_themselves_are_kept_nowhere_but_in_the_chat_they_were_said_in()
    {
        await using var bot = new TestBot();
        var code = await Begin(bot, "one");
        var check = await Check(bot, "one");
        Assert.DoesNotContain(code, check.Body, StringComparison.Ordinal);
        foreach (var word in code.Split(' ')) Assert.DoesNotContain($"\"{word}\"", check.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_codes_even_the_right_one_has_to_wait_an_hour()
    {
        await using var bot = new TestBot();
        var code = await Begin(bot, "one");
        for (var i = 0; i < 5; i++) await bot.Say("two", $"wrong {i}", "resume otter otter otter otter");
        Assert.Contains("Too many wrong codes", (await bot.Say("two", "right", $"resume {code}"))[^1].Text, StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Contains("Welcome back", (await bot.Say("two", "later", $"resume {code}"))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_someone_has_left_the_old_words_and_the_leavers_own_device_open_nothing()
    {
        await using var bot = new TestBot();
        var old = await Begin(bot, "leaver");
        await bot.Say("stays", "resume", $"resume {old}");
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        var fresh = FourWords().Match((await bot.Say("stays", "replace", "someone left"))[0].Text!).Groups[1].Value;

        Assert.Contains("I cannot find a check", (await bot.Say("third", "old", $"resume {old}"))[^1].Text, StringComparison.Ordinal);
        var before = (await Check(bot, "stays")).Body;
        Assert.Contains("is not open here any more", (await bot.Say("leaver", "go on", "continue"))[^1].Text, StringComparison.Ordinal);
        await bot.Say("leaver", "answer", "adults");
        Assert.Equal(before, (await Check(bot, "stays")).Body);
        Assert.Contains("Question 4", (await bot.Say("stays", "go on", "continue"))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Welcome back", (await bot.Say("third", "new", $"resume {fresh}"))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_leaves_a_colleagues_words_good()
    {
        await using var bot = new TestBot();
        var code = await Begin(bot, "one");
        await bot.Say("one", "go on", "continue");
        Assert.DoesNotContain("**resume", (await bot.Say("one", "stop again", "stop"))[^1].Text, StringComparison.Ordinal);
        Assert.Contains("Welcome back", (await bot.Say("two", "resume", $"resume {code}"))[^1].Text, StringComparison.Ordinal);
    }

    private static async Task<string> Begin(TestBot bot, string conversation)
    {
        await bot.Say(conversation, "start", "health check");
        foreach (var answer in (string[])["small grant", "2", "£3,000"]) await bot.Say(conversation, answer, answer);
        return FourWords().Match((await bot.Say(conversation, "stop", "stop"))[0].Text!).Groups[1].Value;
    }

    private static async Task<StoredRecord> Check(TestBot bot, string conversation)
    {
        var state = ConversationState.FromJson((await bot.Get<IConversationStore>().Load(conversation))!.State);
        return (await bot.Get<IConversationStore>().Load(KeptCheck.Key(state.HealthCheck!.Assessment)))!;
    }

    [GeneratedRegex(@"\*\*(?:resume )?((?:\w+ ){3}\w+)\*\*")]
    private static partial Regex FourWords();
}
