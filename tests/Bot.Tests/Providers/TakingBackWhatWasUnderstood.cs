using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Providers;

public class TakingBackWhatWasUnderstood
{
    private const string Question = "small CICs doing youth mentoring for young people in Wirral with safeguarding in place and a quality mark, women-led, not funded by Lloyds";

    [Fact]
    public async Task Every_part_can_be_dropped_by_a_press_and_no_reply_has_more_than_two_cards()
    {
        await using var bot = new TestBot();
        SampleProviders.Seed(bot.Get<IKnowledgeStore>(), bot.Time.GetUtcNow());
        var drops = new List<string>();
        var reply = (await bot.Say("c", "1", Question, Role.Commissioner))[^1];
        for (var page = 2; ; page++)
        {
            var labels = ButtonCard.Read(reply).Select(b => b.Label).ToList();
            Assert.InRange(labels.Count, 1, 12);
            drops.AddRange(labels.Where(l => l.StartsWith("Drop", StringComparison.Ordinal)));
            if (!labels.Contains("Change something else")) break;
            reply = (await bot.Say("c", $"{page}", "Change something else", Role.Commissioner))[^1];
        }
        Assert.Equal(
            ["Drop: small", "Drop: safeguarding policy", "Drop: any quality mark", "Drop: CIC", "Drop: led by women", "Drop: not funded by Lloyds", "Drop the place: Wirral", "Drop: mentoring", "Drop: for young people"],
            drops.OrderBy(d => Array.IndexOf(["Drop: small", "Drop: safeguarding policy", "Drop: any quality mark", "Drop: CIC", "Drop: led by women", "Drop: not funded by Lloyds", "Drop the place: Wirral", "Drop: mentoring"], d) is var i && i < 0 ? 99 : i));
    }

    [Fact]
    public async Task What_was_dropped_is_gone_from_what_was_understood_and_the_rest_stays()
    {
        await using var bot = new TestBot();
        SampleProviders.Seed(bot.Get<IKnowledgeStore>(), bot.Time.GetUtcNow());
        await bot.Say("c", "1", "small charities doing youth mentoring in Wirral", Role.Commissioner);
        var reply = (await bot.Say("c", "2", "Drop: small", Role.Commissioner))[^1].Text!;
        Assert.StartsWith("**What I understood:** service: mentoring; for: young people; place: Wirral\n", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_stated_is_said_and_never_called_no()
    {
        await using var bot = new TestBot();
        SampleProviders.Seed(bot.Get<IKnowledgeStore>(), bot.Time.GetUtcNow());
        var reply = (await bot.Say("c", "1", "small charities doing youth mentoring in Wirral", Role.Commissioner))[^1].Text!;
        var (stated, silent, near) = (reply.IndexOf("**1. Brindlewick", StringComparison.Ordinal), reply.IndexOf("**2. Lanternside", StringComparison.Ordinal), reply.IndexOf("**3. Thistlewharf", StringComparison.Ordinal));
        Assert.True(0 < stated && stated < silent && silent < near);
        Assert.Contains("Not stated: size", reply[silent..near], StringComparison.Ordinal);
        Assert.Contains("Differs: income £340,000 in the year to 31 March 2026", reply[near..], StringComparison.Ordinal);
        Assert.Contains("1 states it, 1 does not say, 1 says otherwise", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_can_neither_search_by_filters_nor_press_what_a_commissioner_was_shown()
    {
        await using var bot = new TestBot();
        SampleProviders.Seed(bot.Get<IKnowledgeStore>(), bot.Time.GetUtcNow());
        var asked = (await bot.Say("g", "1", "small CICs doing mentoring in Wirral", Role.Group))[^1].Text!;
        Assert.Contains("for council commissioners", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("(sample)", asked, StringComparison.Ordinal);
    }
}
