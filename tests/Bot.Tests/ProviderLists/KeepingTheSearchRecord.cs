using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.ProviderLists;

/// <summary>The record of who searched for what, as an auditor reads it.</summary>
public class KeepingTheSearchRecord
{
    [Fact]
    public async Task Each_search_of_an_officer_leaves_one_record_and_its_further_pages_none()
    {
        await using var bot = Bot();
        await bot.Say("ann", "1", "befriending marker@example.org for older people near Bolton", Role.Commissioner);
        await bot.Say("ann", "2", "more", Role.Commissioner);
        await bot.Say("ann2", "1", "find providers", Role.Commissioner);
        await bot.Say("bob", "1", "debt advice in Wirral");

        var stored = Assert.Single(await bot.Get<IConversationStore>().Records(SearchRecord.Kind));
        var record = SearchRecord.FromRecord(stored);
        Assert.Equal((bot.Time.GetUtcNow(), "person", Role.Commissioner, 202647), (record.At, record.By, record.Role, record.Week));
        Assert.Equal(record.Found.Select(f => f.Id), record.Result.Matches.Select(m => m.Id));
        Assert.Equal(bot.Get<IKnowledgeStore>().DataVersion, record.Result.DataVersion);
        Assert.Equal("made-up sample list", Assert.Single(record.Imports).DataSet);
        foreach (var typed in (string[])["marker", "more"]) Assert.DoesNotContain(typed, stored.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.Lines, l => l.Contains("befriending", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_same_activity_again_leaves_no_second_record_and_a_restart_none_the_less()
    {
        await using var bot = Bot();
        await bot.Say("ann", "1", "befriending in Bolton", Role.Commissioner);
        await bot.Say("ann", "1", "befriending in Bolton", Role.Commissioner);
        await bot.Restart();
        await bot.Say("ann", "1", "befriending in Bolton", Role.Commissioner);
        Assert.Single(await bot.Get<IConversationStore>().Records(SearchRecord.Kind));
        Assert.Contains("befriending; place: Bolton", (await bot.Say("ann", "2", "my search record", Role.Commissioner))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_as_it_was_though_everything_has_changed_and_only_to_whom_it_belongs()
    {
        await using var bot = Bot();
        var then = (await bot.Say("ann", "1", "befriending for older people in Bolton", Role.Commissioner))[^1].Text!;
        var id = SearchRecord.FromRecord((await bot.Get<IConversationStore>().Records(SearchRecord.Kind))[0]).Id;
        // The sample goes with the first import that is none.
        var file = Path.Combine(bot.Folder.Path, "list.csv");
        await File.WriteAllTextAsync(file, Officer.Header + "Nobody You Know,,,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n");
        new ImportProviders(bot.Get<IKnowledgeStore>()).Run(file, new Knowledge.Imports.ImportOptions(bot.Time.GetUtcNow(), DataSet: "another", Licence: "made up"));
        bot.Get<CurrentProviders>().Refresh();

        var shown = string.Concat((await Press(bot, "ann", "2", id, Role.Commissioner)).Select(a => a.Text));
        Assert.Contains(then, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody You Know", shown, StringComparison.Ordinal);
        Assert.Single(await bot.Get<IConversationStore>().Records(SearchRecord.Kind));

        var others = await bot.Run("eve", "1", new Activity { Value = Act(id) }, Role.Group);
        Assert.DoesNotContain(others, a => a.Text?.Contains("Hazelthwaite", StringComparison.Ordinal) == true);
        // Another officer: same role, another person.
        var turn = await bot.Get<TurnEngine>().Run(new IncomingActivity("eve2", "1", new Activity { ChannelId = "msteams", From = new ChannelAccount { Id = "eve" }, Value = Act(id) }, Role.Adviser, Delivery.Response), default);
        Assert.Contains(turn, a => a.Text == SearchRecordWording.NotYours);
    }

    [Fact]
    public async Task The_operator_reads_it_by_days_of_the_united_kingdom()
    {
        await using var bot = Bot();
        // 23:30 UTC on 30 June is half past midnight on 1 July in British Summer Time.
        bot.Time.Advance(new DateTimeOffset(2027, 6, 30, 23, 30, 0, TimeSpan.Zero) - bot.Time.GetUtcNow());
        await bot.Say("ann", "1", "befriending in Bolton", Role.Commissioner);
        Assert.Single(await Report(bot, false, new(2027, 7, 1), new(2027, 7, 1)), l => l.Contains("service: befriending; place: Bolton", StringComparison.Ordinal) && l.Contains("week 202726", StringComparison.Ordinal));
        Assert.Equal(["Nobody has searched for providers in that time."], await Report(bot, false, null, new(2027, 6, 30)));
        Assert.Equal(["Nobody has searched for providers in that time."], await Report(bot, false, new(2027, 7, 2), null));
        using var json = JsonDocument.Parse(Assert.Single(await Report(bot, true, null, null)));
        var search = Assert.Single(json.RootElement.GetProperty("searches").EnumerateArray());
        Assert.Equal("person", search.GetProperty("by").GetString());
        Assert.Equal("befriending", search.GetProperty("result").GetProperty("understood").GetProperty("services")[0].GetString());
        Assert.True(search.GetProperty("found").GetArrayLength() > 0);
    }

    [Fact]
    public async Task It_outlives_delete_and_erase_everything_and_goes_when_its_time_is_over()
    {
        await using var bot = Bot();
        await bot.Say("ann", "1", "befriending in Bolton", Role.Commissioner);
        await bot.Say("ann", "2", "add 1 to my shortlist because it is near", Role.Commissioner);
        await bot.Say("ann", "3", "save this search as visits", Role.Commissioner);
        var store = bot.Get<IConversationStore>();
        foreach (var kind in (string[])["shortlist", "saved-searches"]) Assert.Single(await store.Records(kind));
        Assert.Contains("your shortlist of one provider", (await bot.Say("ann", "4", "what do you hold about us?", Role.Commissioner))[^1].Text, StringComparison.Ordinal);
        await bot.Say("ann", "5", "delete our data", Role.Commissioner);
        Assert.Contains("but not the record of your searches", (await bot.Say("ann", "6", "1", Role.Commissioner))[^1].Text, StringComparison.Ordinal);
        foreach (var kind in (string[])["shortlist", "saved-searches"]) Assert.Empty(await store.Records(kind));

        await bot.Say("ann", "7", "befriending in Bolton", Role.Commissioner);
        await bot.Say("ann", "8", "add 1 to my shortlist because it is near", Role.Commissioner);
        bot.Time.Advance(TimeSpan.FromDays(HostSettings.ForDevelopment.KeepShortlistsDays + 2));
        await bot.Get<Tidying>().Run(default);
        Assert.Empty(await store.Records("shortlist"));
        Assert.True((await bot.Get<OperatorWork>().Do(new EraseEverything { By = "ann" }, default)).Done);
        Assert.Equal(2, (await store.Records(SearchRecord.Kind)).Count);
        bot.Time.Advance(TimeSpan.FromDays(HostSettings.ForDevelopment.KeepSearchRecordsDays));
        await bot.Get<Tidying>().Run(default);
        Assert.Empty(await store.Records(SearchRecord.Kind));
        Assert.Empty(await store.Records(ListedSearch.Kind));
    }

    private static TestBot Bot()
    {
        var bot = new TestBot();
        SampleProviders.Seed(bot.Get<IKnowledgeStore>(), bot.Time.GetUtcNow());
        return bot;
    }

    private static async Task<IReadOnlyList<string>> Report(TestBot bot, bool json, DateOnly? from, DateOnly? to) => (await bot.Get<OperatorWork>().Do(new ReportSearches(json, from, to) { By = "ann" }, default)).Lines;

    private static JsonElement Act(string id) => JsonSerializer.SerializeToElement(new { @do = "search-record", record = id });

    private static async Task<IEnumerable<Activity>> Press(TestBot bot, string conversation, string key, string id, Role role) => (await bot.Run(conversation, key, new Activity { Value = Act(id) }, role)).Skip(1);
}
