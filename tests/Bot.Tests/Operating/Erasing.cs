using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Operating;

public class Erasing
{
    [Fact]
    public async Task A_conversation_goes_with_its_check_and_nobody_elses()
    {
        await using var bot = new TestBot();
        var (mine, _) = await StartCheck(bot, "mine");
        var (theirs, _) = await StartCheck(bot, "theirs");

        var answer = await Do(bot, new EraseConversation("mine") { By = "ann" });

        Assert.True(answer.Done);
        var store = bot.Get<IConversationStore>();
        Assert.Null(await store.Load("mine"));
        Assert.Empty(await store.Read("mine", 0, 10));
        Assert.Null(await store.Load(KeptCheck.Key(mine)));
        Assert.NotNull(await store.Load("theirs"));
        Assert.NotNull(await store.Load(KeptCheck.Key(theirs)));
    }

    [Fact]
    public async Task A_check_goes_by_its_code_with_every_conversation_that_speaks_of_it()
    {
        await using var bot = new TestBot();
        var (check, code) = await StartCheck(bot, "one");
        await bot.Say("two", "resume", $"resume {code}");
        // Only what was said there still speaks of the check.
        await bot.Run("two", "leave", new Activity { Value = JsonSerializer.SerializeToElement<UserAct>(new FinishAndClear(true), BotJson.Default.UserAct) });
        await bot.Say("other", "1", "help");

        Assert.True((await Do(bot, new EraseCheck(code) { By = "ann" })).Done);

        var store = bot.Get<IConversationStore>();
        Assert.Null(await store.Load("one"));
        Assert.Null(await store.Load("two"));
        Assert.NotNull(await store.Load("other"));
        Assert.Null(await store.Load(KeptCheck.Key(check)));
        Assert.Empty(await store.Records("resume-code"));
        Assert.False((await Do(bot, new EraseCheck(code) { By = "ann" })).Done);
    }

    [Fact]
    public async Task What_was_shared_and_listed_goes_with_the_check()
    {
        await using var bot = new TestBot();
        var (_, code) = await StartCheck(bot, "one");
        string[] said = ["health check", "a group or club with written rules", "£3,000", "neither", "none", "in place", "share our check", "Give us a code for 90 days", "list us", "Riverbank Club", "Lunches", "older people", "Farnworth", "riverbank.example"];
        for (var i = 0; i < said.Length; i++) await bot.Say("one", $"share-{i}", said[i]);
        var store = bot.Get<IConversationStore>();
        string[] kinds = ["share", "viewing-code", "listing"];
        foreach (var kind in kinds) Assert.Single(await store.Records(kind));

        Assert.True((await Do(bot, new EraseCheck(code) { By = "ann" })).Done);
        foreach (var kind in kinds) Assert.Empty(await store.Records(kind));
    }

    [Fact]
    public async Task Everything_goes_but_the_audit_and_the_switch()
    {
        await using var bot = new TestBot();
        await StartCheck(bot, "one");
        await Do(bot, new SwitchOff("moving house") { By = "ann" });
        bot.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.True((await Do(bot, new EraseEverything { By = "ann" })).Done);

        var store = bot.Get<IConversationStore>();
        Assert.Null(await store.Load("one"));
        Assert.Empty(await store.Records("assessment"));
        Assert.Equal(["switched the bot off", "erased everything but the audit"], (await store.Records(AuditEntry.Kind)).Select(r => AuditEntry.FromRecord(r).What));
        await bot.Restart();
        Assert.Contains("switched off", Assert.Single(await bot.Say("c", "1", "help")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task What_is_not_there_is_said_and_leaves_no_audit(string key)
    {
        await using var bot = new TestBot();
        Assert.False((await Do(bot, new EraseConversation(key) { By = "ann" })).Done);
        Assert.Empty(await bot.Get<IConversationStore>().Records(AuditEntry.Kind));
    }

    [Fact]
    public async Task Neither_the_receipt_nor_the_audit_holds_anything_of_the_person()
    {
        await using var bot = new TestBot();
        var (check, code) = await StartCheck(bot, "marker-conversation");
        var answer = await Do(bot, new EraseCheck(code) { By = "ann" });
        var kept = string.Concat(answer.Lines) + string.Concat((await bot.Get<IConversationStore>().Records(AuditEntry.Kind)).Select(r => r.Body));
        foreach (var own in new[] { check, code, "marker" }) Assert.DoesNotContain(own, kept, StringComparison.Ordinal);
    }

    private static Task<OperatorAnswer> Do(TestBot bot, OperatorRequest request) => bot.Get<OperatorWork>().Do(request, default);

    /// <summary>Begins a check, stops, and gives its id and resume code.</summary>
    private static async Task<(string Check, string Code)> StartCheck(TestBot bot, string conversation)
    {
        await bot.Say(conversation, "start", "health check");
        await bot.Say(conversation, "wanted", "small grant");
        var text = (await bot.Say(conversation, "stop", "stop"))[0].Text!;
        var start = text.IndexOf("**resume ", StringComparison.Ordinal) + "**resume ".Length;
        var state = ConversationState.FromJson((await bot.Get<IConversationStore>().Load(conversation))!.State);
        return (state.HealthCheck!.Assessment, text[start..text.IndexOf("**", start, StringComparison.Ordinal)]);
    }
}
