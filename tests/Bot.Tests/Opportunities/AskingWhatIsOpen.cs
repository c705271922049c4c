using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Opportunities;

public class AskingWhatIsOpen
{
    private static void Import(TestBot bot, params Opportunity[] all) =>
        bot.Get<IKnowledgeStore>().Import(new ImportSource("ocds", "notices", "OGL", Guid.Empty + all[0].Ocid, Complete: false), all.Select(o => new ImportedRow(null, null, Opportunity: o)), bot.Time.GetUtcNow());

    private static Opportunity Notice(TestBot bot, string ocid, string title, int closesInDays) => new()
    {
        Ocid = ocid, Title = title, Stage = OpportunityStage.Advertised, Published = bot.Time.GetUtcNow().AddDays(-3), Deadline = bot.Time.GetUtcNow().AddDays(closesInDays), Buyer = "Anytown Homes",
        Places = [new DeliveryPlace("UKD74", null, null)], Warnings = ["Its text says another day."], WhereToBid = "https://bids.example.org/home", NoticeUrl = "https://www.find-tender.service.gov.uk/Notice/1",
        Value = new ContractValue(1000, 1200, null, null, "GBP"), Regime = Regime.ProcurementAct2023, DataSet = "Find a Tender", Licence = "Open Government Licence v3.0",
    };

    private static async Task<string> Ask(TestBot bot, string text) => (await bot.Say("c", text, text))[^1].Text!;

    [Fact]
    public async Task A_group_sees_what_is_open_with_deadline_value_warning_place_to_bid_and_licence()
    {
        await using var bot = new TestBot();
        Import(bot, Notice(bot, "ocds-1", "Lunch club [x](javascript:alert(1))", 10), Notice(bot, "ocds-2", "Past befriending", -1));
        var reply = await Ask(bot, "show me opportunities in Wirral");
        foreach (var expected in new[]
        {
            "I found one.", "Closes: 30 November 2026, 10:00 (UK time)", "£1,000 without VAT, £1,200 with VAT", "Take care: Its text says another day.", "the work is in Wirral",
            "Where to bid: https://bids.example.org/home", "Procurement Act 2023", "Open Government Licence v3.0", "1 more would match",
        })
        {
            Assert.Contains(expected, reply, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("Past befriending", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Lunch club [x](", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_is_seen_at_once_and_time_closes_what_was_open()
    {
        await using var bot = new TestBot();
        Import(bot, Notice(bot, "ocds-1", "Lunch club", 10));
        Assert.Contains("Lunch club", await Ask(bot, "what can we bid for?"), StringComparison.Ordinal);
        Import(bot, Notice(bot, "ocds-2", "Youth club", 20));
        Assert.Contains("Youth club", await Ask(bot, "any open contracts in Wirral?"), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromDays(15));
        var later = await Ask(bot, "opportunities in Wirral");
        Assert.DoesNotContain("Lunch club", later, StringComparison.Ordinal);
        Assert.Contains("Youth club", later, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is a tender?")]
    [InlineData("what is the threshold for contracts?")]
    [InlineData("can only local firms bid for small contracts now?")]
    public async Task A_question_about_words_or_rules_is_no_search(string text)
    {
        await using var bot = new TestBot();
        Import(bot, Notice(bot, "ocds-1", "Lunch club", 10));
        Assert.DoesNotContain("Lunch club", await Ask(bot, text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_notices_nothing_is_promised()
    {
        await using var bot = new TestBot();
        Assert.DoesNotContain("What I understood", await Ask(bot, "what can we bid for?"), StringComparison.Ordinal);
    }
}
