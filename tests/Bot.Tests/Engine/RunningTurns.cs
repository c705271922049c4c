using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace CommissioningBot.Bot.Tests.Engine;

public class RunningTurns
{
    [Fact]
    public async Task The_same_activity_four_times_also_after_a_restart_has_one_effect_and_one_reply()
    {
        await using var bot = new TestBot();
        var first = await bot.Run("c", "k", new Activity { Text = "health check" });
        var second = await bot.Run("c", "k", new Activity { Text = "health check" });
        await bot.Restart();
        var third = await bot.Run("c", "k", new Activity { Text = "health check" });
        var fourth = await bot.Run("c", "k", new Activity { Text = "something else" });

        foreach (var again in new[] { second, third, fourth }) Assert.Equal(first.Select(a => a.ToJson()), again.Select(a => a.ToJson()));
        Assert.Equal(1, (await bot.Get<IConversationStore>().Load("c"))!.Version);
    }

    [Fact]
    public async Task Many_at_once_in_one_conversation_are_answered_one_after_the_other_and_none_is_lost()
    {
        await using var bot = new TestBot();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => bot.Say("c", $"k{i}", "help")));

        var log = await bot.Get<IConversationStore>().Read("c", 0, 100);
        Assert.Equal(30, log.Count);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"k{i}").Order(StringComparer.Ordinal), log.Select(t => t.TurnKey).Order(StringComparer.Ordinal));
        // Greeted once, by whichever came first.
        Assert.Single(log.SelectMany(t => t.Activities), a => a.Contains("Hello. I am CommissioningBot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_who_answer_one_check_at_the_same_time_both_keep_their_answers()
    {
        await using var bot = new TestBot();
        var code = await StartCheckAndGetCode(bot, "one");
        await bot.Say("two", "resume", $"resume {code}");
        var assessment = (await State(bot, "one")).HealthCheck!.Assessment;
        Assert.Equal(assessment, (await State(bot, "two")).HealthCheck!.Assessment);

        string[] items = ["G3", "G8", "F1", "F2", "F3", "F4", "O1", "O4"];
        await Task.WhenAll(items.Select((item, i) => bot.Run(
            i % 2 == 0 ? "one" : "two", $"answer {item}", new Activity { Value = Act(new AnswerItem(assessment, item, nameof(Choice.InPlace))) })));

        var stored = await bot.Get<IConversationStore>().Load(KeptCheck.Key(assessment));
        foreach (var item in items) Assert.Contains($"\"{item}\"", stored!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_drops_that_step_and_nothing_else_and_the_log_has_no_words_of_the_person()
    {
        var broken = new Mock<IJourney>();
        broken.Setup(j => j.Name).Returns("broken");
        broken.Setup(j => j.Command(It.Is<Turn>(t => t.Text.StartsWith("boom", StringComparison.Ordinal)), It.IsAny<CancellationToken>())).ThrowsAsync(new InvalidOperationException("no"));
        await using var bot = new TestBot(services => services.Insert(0, ServiceDescriptor.Singleton(broken.Object)));
        await bot.Say("c", "1", "health check");
        await bot.Say("c", "2", "small grant");

        var replies = await bot.Say("c", "3", "boom, said the treasurer");

        Assert.Contains("reference", Assert.Single(replies).Text, StringComparison.Ordinal);
        Assert.Equal("health-check", (await State(bot, "c")).Open);
        Assert.Contains("Question 2", (await bot.Say("c", "4", "banana"))[0].Text, StringComparison.Ordinal);
        var error = Assert.Single(bot.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
        Assert.DoesNotContain("treasurer", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_written_is_not_acknowledged_and_leaves_nothing_behind()
    {
        var full = new Mock<IConversationStore>();
        full.Setup(s => s.Commit(It.IsAny<TurnCommit>(), It.IsAny<CancellationToken>())).ThrowsAsync(new StoreUnavailableException("disk full", new IOException()));
        await using var bot = new TestBot(services => services.AddSingleton(full.Object));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => bot.Say("c", "1", "help"));
    }

    [Fact]
    public async Task A_turn_that_would_keep_too_much_is_refused_in_plain_words_and_nothing_is_lost()
    {
        var greedy = new Mock<IJourney>();
        greedy.Setup(j => j.Name).Returns("greedy");
        greedy.Setup(j => j.Command(It.Is<Turn>(t => t.Text == "grow"), It.IsAny<CancellationToken>())).ReturnsAsync((Turn turn, CancellationToken _) =>
        {
            turn.Say("Grown.");
            turn.State = turn.State with { Open = new string('x', TurnCommit.LargestState) };
            return true;
        });
        await using var bot = new TestBot(services => services.Insert(0, ServiceDescriptor.Singleton(greedy.Object)));
        await bot.Say("c", "1", "health check");
        var before = await State(bot, "c");

        var log = await bot.Run("c", "2", new Activity { Text = "grow", Value = null });

        Assert.Contains("more than I can keep", Assert.Single(log.Skip(1)).Text, StringComparison.Ordinal);
        Assert.Equal(before.ToJson(), (await State(bot, "c")).ToJson());
        Assert.Equal("(not kept)", log[0].Text);
        Assert.Equal(log.Select(a => a.ToJson()), (await bot.Run("c", "2", new Activity { Text = "grow" })).Select(a => a.ToJson()));
    }

    [Fact]
    public async Task Fields_that_we_do_not_know_are_kept()
    {
        await using var bot = new TestBot();
        var activity = Activity.FromJson("""{"type":"message","text":"help","importance":"high","from":{"id":"x","aadObjectId":"y"},"callerId":"z","channelData":{"a":{"b":[1]}}}""");
        var log = await bot.Run("c", "k", activity);
        var kept = log[0].ToJson();
        Assert.Contains("\"importance\":\"high\"", kept, StringComparison.Ordinal);
        Assert.Contains("\"callerId\":\"z\"", kept, StringComparison.Ordinal);
        Assert.Contains("{\"a\":{\"b\":[1]}}", kept, StringComparison.Ordinal);
        Assert.Contains("aadObjectId", activity.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_somebody_in_danger_are_not_kept_anywhere()
    {
        await using var bot = new TestBot();
        var log = await bot.Run("c", "k", new Activity { Text = "my husband hits me and I want to die" });
        Assert.Contains("999", log[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("husband", string.Concat((await bot.Get<IConversationStore>().Read("c", 0, 10)).SelectMany(t => t.Activities)), StringComparison.Ordinal);
        Assert.DoesNotContain("husband", (await bot.Get<IConversationStore>().Load("c"))!.State, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"do":"item","assessment":"someone-elses","item":"G1","response":"InPlace"}""")]
    [InlineData("""{"do":"item","assessment":"x","item":"G99","response":"7"}""")]
    [InlineData("""{"do":"result","assessment":"someone-elses"}""")]
    [InlineData("""{"do":"area","assessment":"{own}","area":"Weather"}""")]
    [InlineData("""{"do":"area","assessment":"{own}"}""")]
    [InlineData("""{"do":"answer-again","assessment":"{own}"}""")]
    [InlineData("""{"do":"answer-again","assessment":"{own}","item":"G99"}""")]
    [InlineData("""{"do":"activities","assessment":"{own}"}""")]
    [InlineData("""{"do":"activities","assessment":"{own}","item":"O11","activities":["Piracy"]}""")]
    [InlineData("""{"do":"activities","assessment":"{own}","item":"G1","activities":["Food"]}""")]
    [InlineData("""{"do":"year-end","assessment":"{own}","day":"02-31"}""")]
    [InlineData("""{"do":"use-register","assessment":"{own}"}""")]
    [InlineData("""{"do":"use-register","assessment":"{own}","provider":"GB-CHC-1"}""")]
    [InlineData("""{"do":"use-register","assessment":"someone-elses","provider":"GB-CHC-1"}""")]
    [InlineData("""{"do":"profile","assessment":"{own}","question":"Income","option":"pounds:99999999999999"}""")]
    [InlineData("""{"do":"tender-test"}""")]
    [InlineData("""{"do":"tender-test","answers":[7,-1]}""")]
    [InlineData("""{"do":"tender-test","answers":[0,0,0,0,0,0]}""")]
    [InlineData("""{"do":"launch-missiles"}""")]
    [InlineData("""{"do":7}""")]
    [InlineData("""{"anything":[1,2,3]}""")]
    public async Task Hand_made_buttons_change_nothing_and_are_answered_kindly(string act)
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "health check");
        var before = (await State(bot, "c")).HealthCheck;
        using var value = JsonDocument.Parse(act.Replace("{own}", before!.Assessment, StringComparison.Ordinal));
        var replies = await bot.Run("c", "2", new Activity { Value = value.RootElement.Clone() });
        Assert.True(replies.Count > 1);
        Assert.Equal(before, (await State(bot, "c")).HealthCheck);
        Assert.DoesNotContain(bot.Log.Lines, l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    private static JsonElement Act(UserAct act) => JsonSerializer.SerializeToElement(act, BotJson.Default.UserAct);

    private static async Task<ConversationState> State(TestBot bot, string conversation) =>
        ConversationState.FromJson((await bot.Get<IConversationStore>().Load(conversation))!.State);

    private static async Task<string> StartCheckAndGetCode(TestBot bot, string conversation)
    {
        await bot.Say(conversation, "start", "health check");
        string[] answers = ["small grant", "2", "£3,000", "adults", "none"];
        for (var i = 0; i < answers.Length; i++) await bot.Say(conversation, $"profile {i}", answers[i]);
        var text = (await bot.Say(conversation, "stop", "stop"))[0].Text!;
        var start = text.IndexOf("**resume ", StringComparison.Ordinal) + "**resume ".Length;
        return text[start..text.IndexOf("**", start, StringComparison.Ordinal)];
    }
}
