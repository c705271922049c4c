using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Questions;

public class CountingWhatIsMissing
{
    private static async Task<IReadOnlyList<GapCount>> Gaps(TestBot bot) => await KeptGaps.All(bot.Get<IConversationStore>(), default);

    [Fact]
    public async Task Who_asks_is_left_out_so_that_two_people_ask_the_same()
    {
        await using var bot = new TestBot();
        await bot.Say("one", "1", "what colour is the moon made of, asks Zbigniew of 4 High Street");
        bot.Time.Advance(TimeSpan.FromDays(3));
        await bot.Say("two", "1", "what colour is the moon made of, asks Agnieszka of 7 High Street");

        var record = Assert.Single(await bot.Get<IConversationStore>().Records(GapCount.Kind));
        var gap = GapCount.FromRecord(record);
        Assert.Equal((2, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 23)), (gap.Count, gap.First, gap.Last));
        Assert.NotEmpty(gap.Outcome);
        foreach (var own in new[] { "bigniew", "gnieszka", "4", "one", "two" }) Assert.DoesNotContain(own, gap.Words, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("one of the children told me she is being hit at home")]
    [InlineData("our treasurer has been stealing the cash")]
    [InlineData("what is the chief officer's mobile number")]
    [InlineData("what's a PQQ?")]
    [InlineData("hello there")]
    [InlineData("Zbigniew Wojciechowski 07700 900123")]
    public async Task Danger_small_talk_answers_and_what_says_nothing_leave_none(string text)
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", text);
        await bot.Say("c", "2", "thanks");
        Assert.Empty(await Gaps(bot));
    }

    [Fact]
    public async Task An_answer_found_not_useful_is_one_once()
    {
        await using var bot = new TestBot();
        await bot.Say("c", "1", "what's a PQQ? write to jo@mail.example");
        await bot.Say("c", "2", "thanks");
        await bot.Say("c", "3", "not useful");
        await bot.Say("c", "4", "that is wrong");
        var gap = Assert.Single(await Gaps(bot));
        Assert.Equal((1, "found not useful"), (gap.Count, gap.Outcome));
        Assert.NotNull(gap.Nearest);
        Assert.DoesNotContain("mail", gap.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operator_lists_them_by_how_often_they_came_up()
    {
        await using var bot = new TestBot();
        Assert.Contains("nothing", Assert.Single((await Do(bot, new ShowGaps(false) { By = "ann" })).Lines), StringComparison.OrdinalIgnoreCase);
        await bot.Say("a", "1", "who won the boat race");
        for (var i = 0; i < 3; i++) await bot.Say("b", $"{i}", "what colour is the moon made of");
        await bot.Say("c", "1", "what's a PQQ?");
        await bot.Say("c", "2", "useful");

        var lines = (await Do(bot, new ShowGaps(false) { By = "ann" })).Lines;
        Assert.StartsWith("3 times: what colour is the moon made of", lines[0], StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(Assert.Single((await Do(bot, new ShowGaps(true) { By = "ann" })).Lines));
        Assert.Equal(3, json.RootElement[0].GetProperty("count").GetInt32());
        using var feedback = System.Text.Json.JsonDocument.Parse(Assert.Single((await Do(bot, new ShowFeedback(true) { By = "ann" })).Lines));
        Assert.Equal("Useful", feedback.RootElement[0].GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData(Role.Group, false)]
    [InlineData(Role.Commissioner, false)]
    [InlineData(Role.Adviser, true)]
    public async Task Only_an_adviser_sees_the_list_in_the_chat(Role role, bool sees)
    {
        await using var bot = new TestBot();
        await bot.Say("a", "1", "what colour is the moon made of");
        Assert.Equal(sees, (await bot.Say("b", "1", "content gaps", role))[^1].Text!.Contains("moon", StringComparison.Ordinal));
    }

    private static Task<OperatorAnswer> Do(TestBot bot, OperatorRequest request) => bot.Get<OperatorWork>().Do(request, default);
}
