using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Sharing;

/// <summary>Area reports over time, as somebody would read them who wants to know one group's answers.</summary>
public class KeepingAreaReports
{
    private static readonly DateTimeOffset InSummer = new(2026, 8, 3, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_report_that_was_made_stays_as_it_is_whoever_comes_goes_or_changes()
    {
        await using var bot = new TestBot();
        for (var i = 0; i < 22; i++) await Put(bot, Check(bot, $"old-{i:D2}", InSummer, i < 12 ? Choice.NotYet : Choice.InPlaceAndChecked));
        var before = await Json(bot);
        Assert.Contains("\"groups\":20", before, StringComparison.Ordinal);

        // Thirteen lack what twelve lacked; without freezing a figure would jump by five and tell which answer the new one gave.
        await Put(bot, Check(bot, "old-21", InSummer, Choice.NotYet));
        await Put(bot, Check(bot, "late", InSummer, Choice.NotYet));
        await Delete(bot, "old-00");
        Assert.Equal(before, await Json(bot));
        // Enough for a report of their own, but this quarter has one.
        for (var i = 0; i < 10; i++) await Put(bot, Check(bot, $"late-{i}", InSummer, Choice.NotYet));
        Assert.Equal(before, await Json(bot));
    }

    [Fact]
    public async Task The_next_report_tells_nothing_of_groups_that_were_counted_before()
    {
        await using var bot = new TestBot();
        for (var i = 0; i < 20; i++) await Put(bot, Check(bot, $"old-{i:D2}", InSummer, i < 10 ? Choice.NotYet : Choice.InPlaceAndChecked));
        await Json(bot);
        await using var other = new TestBot();
        bot.Time.Advance(TimeSpan.FromDays(60));
        other.Time.Advance(TimeSpan.FromDays(60));
        var inAutumn = InSummer.AddDays(90);
        for (var i = 0; i < 9; i++) await Put(bot, Check(bot, $"new-{i}", inAutumn, i < 5 ? Choice.Started : Choice.InPlaceAndChecked));
        // Nine newcomers: the difference to the report before would be about them.
        Assert.Single(await Reports(bot));

        await Put(bot, Check(bot, "new-9", inAutumn, Choice.InPlaceAndChecked));
        for (var i = 0; i < 10; i++) await Put(other, Check(other, $"new-{i}", inAutumn, i < 5 ? Choice.Started : Choice.InPlaceAndChecked));
        var second = (await Reports(bot))[^1];
        Assert.Equal(2, (await Reports(bot)).Count);
        Assert.Equal(Assert.Single(await Reports(other)), second);
    }

    [Fact]
    public async Task Groups_too_few_for_one_quarter_wait_for_the_next_and_what_began_after_it_does_too()
    {
        await using var bot = new TestBot();
        for (var i = 0; i < 7; i++) await Put(bot, Check(bot, $"summer-{i}", InSummer, Choice.Started));
        for (var i = 0; i < 7; i++) await Put(bot, Check(bot, $"autumn-{i}", InSummer.AddDays(90), Choice.Started));
        Assert.Empty(await Reports(bot));
        bot.Time.Advance(TimeSpan.FromDays(60));
        Assert.Contains("\"through\":\"2026-12-31\",\"groups\":15", Assert.Single(await Reports(bot)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_names_nor_words_nor_ids_are_in_a_report_and_an_adviser_alone_reads_it()
    {
        await using var bot = new TestBot();
        for (var i = 0; i < 12; i++)
        {
            var check = Check(bot, $"marker-{i}", InSummer, Choice.Started);
            await Put(bot, check.WithAnswer("bid-pack", "name", "Marker Lunch Club").WithAnswer("bid-pack", "purpose", "marker words"));
        }
        var lines = await Lines(bot, json: false);
        Assert.DoesNotContain("marker", lines + await Json(bot), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Weakest areas", lines, StringComparison.Ordinal);

        Assert.Contains("Weakest areas", (await bot.Say("adviser", "1", "area report", Role.Adviser))[^1].Text, StringComparison.Ordinal);
        foreach (var role in new[] { Role.Group, Role.Commissioner })
            Assert.DoesNotContain("Weakest areas", string.Concat((await bot.Say(role.ToString(), "1", "area report", role)).Select(a => a.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_that_a_check_was_counted_goes_with_the_check()
    {
        await using var bot = new TestBot();
        for (var i = 0; i < 10; i++) await Put(bot, Check(bot, $"c-{i}", InSummer, Choice.Started));
        await Json(bot);
        var store = bot.Get<IConversationStore>();
        Assert.Equal(10, (await store.Records(KeptCounted.Kind)).Count);
        await Delete(bot, "c-3");
        bot.Time.Advance(TimeSpan.FromDays(60));
        await bot.Get<Tidying>().Run(default);
        Assert.Equal(9, (await store.Records(KeptCounted.Kind)).Count);
    }

    private static KeptCheck Check(TestBot bot, string id, DateTimeOffset started, Choice choice)
    {
        var catalogue = bot.Get<Catalogue>();
        var profile = new Profile { FundingWanted = FundingWanted.SmallGrant, LegalForm = LegalForm.GroupWithRules, Income = Income.Of(3000), WorksWith = WorksWith.Neither, PaidStaff = PaidStaff.None };
        var assessment = Assessment.Start(id, catalogue.Version, started).WithProfile(profile, started);
        return new KeptCheck(Core.Deciding(catalogue, profile).Aggregate(assessment, (a, i) => a.WithAnswer(i.Id, choice, started)), null);
    }

    private static async Task Put(TestBot bot, KeptCheck check) =>
        await bot.Get<IConversationStore>().Change(new StoreChange { Records = [new RecordChange(KeptCheck.Key(check.Assessment.Id), JsonSerializer.Serialize(check, HealthCheckJson.Default.KeptCheck))] });

    private static async Task Delete(TestBot bot, string id) =>
        await bot.Get<IConversationStore>().Change(new StoreChange { Records = [new RecordChange(KeptCheck.Key(id), null)] });

    private static async Task<string> Lines(TestBot bot, bool json) => string.Join('\n', (await bot.Get<OperatorWork>().Do(new ReportArea(json, null, null) { By = "ann" }, default)).Lines);

    private static Task<string> Json(TestBot bot) => Lines(bot, json: true);

    private static async Task<IReadOnlyList<string>> Reports(TestBot bot)
    {
        using var file = JsonDocument.Parse(await Json(bot));
        return [.. file.RootElement.GetProperty("reports").EnumerateArray().Select(r => r.GetRawText())];
    }
}
