using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Engine;

public class LeavingOutPrivateDetails
{
    [Theory]
    [InlineData("write to jo.o'neil+club@mail.example.org please", "write to (e-mail address left out) please")]
    [InlineData("ring me on 07700 900123 or 0161 496 0000", "ring me on (telephone number left out) or (telephone number left out)")]
    [InlineData("my number is +44 (0)7700 900 123.", "my number is (telephone number left out).")]
    [InlineData("(01632) 960001", "(telephone number left out)")]
    [InlineData("NI QQ 12 34 56 C? no: AB123456C", "NI QQ 12 34 56 C? no: (National Insurance number left out)")]
    [InlineData("card 4111 1111 1111 1111 exp 12/30", "card (card number left out) exp 12/30")]
    [InlineData("sort code 20-00-00, account 55779911", "sort code (bank details left out)")]
    public void They_are_replaced_by_what_they_were(string typed, string kept) => Assert.Equal(kept, PrivateDetails.Remove(typed));

    [Theory]
    [InlineData("charity number 1114101 in BL3 5JH")]
    [InlineData("company 01234567")]
    [InlineData("we get £207,720 a year, and 10,000 people came in 2026")]
    [InlineData("31/03/2026 to 30-09-2026")]
    [InlineData("what is SI 2025/1200?")]
    [InlineData("GB-CHC-1090662 and GB-COH-00445790")]
    [InlineData("between 25000 and 250000")]
    [InlineData("resume otter maple river stone")]
    public void What_searches_and_questions_are_made_of_stays(string typed) => Assert.Equal(typed, PrivateDetails.Remove(typed));

    [Fact]
    public async Task They_are_gone_before_anything_is_kept_and_the_person_is_told()
    {
        await using var bot = new TestBot();
        var log = await bot.Run("c", "k", new Activity { Text = "what is a PQQ? tell jo@example.org" });
        Assert.Equal("what is a PQQ? tell (e-mail address left out)", log[0].Text);
        Assert.Contains(log, a => a.Text?.Contains("left out of what I keep", StringComparison.Ordinal) == true);
        Assert.DoesNotContain("jo@example.org", string.Concat((await bot.Get<IConversationStore>().Read("c", 0, 10)).SelectMany(t => t.Activities)), StringComparison.Ordinal);
        Assert.DoesNotContain("jo@example.org", (await bot.Get<IConversationStore>().Load("c"))!.State, StringComparison.Ordinal);
    }
}
