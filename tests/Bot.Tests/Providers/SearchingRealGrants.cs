using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Providers;

/// <summary>Over 4,116 real grants, where the folder of shared files stands beside the checkout.</summary>
public class SearchingRealGrants
{
    private static readonly string Grants = Repository.File("../shared/data/360giving/lloyds-bank-foundation-2010-2015.json");

    [SkippableFact]
    public async Task Befriending_for_older_people_in_Bolton_finds_the_two_that_are_there_and_says_what_is_not_stated()
    {
        await using var bot = WithGrants();

        var reply = (await bot.Say("c", "1", "befriending for older people in Bolton", Role.Commissioner))[^1].Text!;

        foreach (var id in new[] { "GB-CHC-1114101", "GB-CHC-1090662" })
        {
            var entry = reply[reply.IndexOf(id, StringComparison.Ordinal)..].Split("\n\n")[0];
            Assert.Contains("older people", entry, StringComparison.Ordinal);
            Assert.Contains("Not stated: befriending", entry, StringComparison.Ordinal);
            Assert.Matches(@"Lloyds Bank Foundation[^)]*, \d+ \w+ 20\d\d\)", entry);
        }
        Assert.Contains("Market research, not selection", reply, StringComparison.Ordinal);
        Assert.Contains("licence", reply, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_repeat()
    {
        await using var bot = WithGrants();
        var seen = new List<string>();
        var replies = await bot.Say("c", "1", "youth work in Liverpool", Role.Commissioner);
        for (var page = 1; ; page++)
        {
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(replies[^1].Text!, @"GB-CHC-\d+").Select(m => m.Value));
            if (!ButtonCard.Read(replies[^1]).Any(b => b.Label == "Show more")) break;
            replies = await bot.Say("c", $"page {page}", "Show more", Role.Commissioner);
        }
        Assert.True(seen.Count > 5);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [SkippableFact]
    public async Task The_made_up_sample_is_gone_once_real_data_is_there_and_importing_twice_changes_nothing()
    {
        await using var bot = WithGrants();
        var store = bot.Get<IKnowledgeStore>();
        Assert.DoesNotContain(store.Providers(), p => p.Sample);
        var version = store.DataVersion;
        Assert.True(new ImportThreeSixtyGiving(store).Run(Grants, new ImportOptions(bot.Time.GetUtcNow())).Unchanged);
        Assert.Equal(version, store.DataVersion);
        Assert.Equal(3624, store.Providers().Count());
    }

    private static TestBot WithGrants()
    {
        Skip.IfNot(File.Exists(Grants), "The real grants are not beside this checkout.");
        var bot = new TestBot();
        var store = bot.Get<IKnowledgeStore>();
        SampleProviders.Seed(store, bot.Time.GetUtcNow());
        var result = new ImportThreeSixtyGiving(store).Run(Grants, new ImportOptions(bot.Time.GetUtcNow()));
        Assert.Equal(4116, result.Rows);
        return bot;
    }
}
