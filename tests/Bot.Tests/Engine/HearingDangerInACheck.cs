using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Engine;

/// <summary>What sounds like an answer, or like an earlier one changed, may be a cry for help.</summary>
public class HearingDangerInACheck
{
    [Theory]
    [InlineData("actually my partner hits me and I want to die")]
    [InlineData("we now have a partner who hits me and I want to die")]
    [InlineData("change our partner answer, my husband hits me")]
    public async Task Gives_help_and_changes_no_answer(string text)
    {
        await using var bot = new TestBot();
        await bot.Say("c", "start", "health check");
        foreach (var answer in (string[])["small grant", "2", "£3,000", "adults", "none"]) await bot.Say("c", answer, answer);
        Assert.Contains("999", (await bot.Say("c", "danger", text))[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hits me", string.Concat((await bot.Get<IConversationStore>().Read("c", 0, 100)).SelectMany(t => t.Activities)), StringComparison.Ordinal);
    }
}
