using CommissioningBot.Bot.Commands;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Bot.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace CommissioningBot.Bot.Tests.Questions;

public class SayingWhy
{
    [Fact]
    public async Task An_answer_tells_what_was_understood_weighed_and_decided()
    {
        await using var bot = new TestBot(s => s.AddSingleton(new ExplainAnswers(true)));
        var why = AskConversation.WhyIn(await bot.Say("c", "1", "when did the procurement thresholds change, and on 31 March 2025 in Birmingham?"))!;
        Assert.Equal(["Birmingham"], why["understood"]!["places"]!.AsArray().Select(p => (string)p!));
        Assert.Equal("2025-03-31", (string)why["understood"]!["date"]!);
        Assert.NotEmpty(why["understood"]!["ideas"]!.AsArray());
        var scores = why["candidates"]!.AsArray().Select(c => (double)c!["score"]!).ToList();
        Assert.NotEmpty(scores);
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Theory]
    [InlineData("what's a PQQ?", "answered")]
    [InlineData("what colour is the moon made of", "outside the field")]
    [InlineData("hello there", "boundary: greeting")]
    [InlineData("list the 4 stages", "asked back")]
    [InlineData("what are the thresholds in Harrogate", "not for these papers")]
    public async Task The_decision_has_a_name(string asked, string decision)
    {
        await using var bot = new TestBot(s => s.AddSingleton(new ExplainAnswers(true)));
        Assert.Equal(decision, (string)AskConversation.WhyIn(await bot.Say("c", "1", asked))!["decision"]!);
    }

    [Fact]
    public async Task People_are_not_told()
    {
        await using var bot = new TestBot();
        Assert.Null(AskConversation.WhyIn(await bot.Say("c", "1", "what's a PQQ?")));
    }
}
