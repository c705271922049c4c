using System.Text.RegularExpressions;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;
using static CommissioningBot.Bot.Tests.Security.Attack;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>An anonymous visitor who would like the search for partners to do what an officer's search does.</summary>
internal static class OnPartners
{
    public static IEnumerable<Attack> Rows =>
    [
        Defused("partners: at most ten, and nothing of size or money", async s =>
        {
            Import(s.Host);
            var said = await s.Mallory.Say("find us a partner for befriending in Ludlow");
            Assert.Equal(10, Regex.Count((string)(await s.Mallory.Activities())[^1]!["text"]!, "- From: "));
            Assert.Contains("More groups fit", said, StringComparison.Ordinal);
            ShowsNoMoney(said);
        }),
        .. new[] { "more", "next page", "show all of them", "sort them by income", "which has the largest income", "export them", "show me their grants" }.Select(more => Defused("partners: then typed: " + more, async s =>
        {
            Import(s.Host);
            var first = await s.Mallory.Say("find us a partner for befriending in Ludlow");
            var then = (await s.Mallory.Say(more))[(first.Length - 50)..];
            Assert.DoesNotContain("- From: ", then, StringComparison.Ordinal);
            ShowsNoMoney(then);
        })),
        Defused("partners: size and money do not narrow, whatever the words", async s =>
        {
            Import(s.Host);
            string Names(string log) => string.Join(';', Regex.Matches(log, @"Swallow \d+").Select(m => m.Value).Distinct());
            var all = Names(await s.Mallory.Say("we need a partner for befriending in Ludlow"));
            Assert.Equal(all, Names(await s.Alice.Say("we need a small partner with income over £100,000 for befriending in Ludlow")));
        }),
        Defused("partners: an officer's page token in the place of words", async s =>
        {
            Import(s.Host);
            var token = new PageToken(new ProviderQuery { Services = ["befriending"], Page = 2 }, 1, 202647).Write();
            var said = await s.Mallory.Send($$$"""{"type":"message","value":{"do":"search-partners","query":"{{{token}}}","page":"{{{token}}}","place":"{{{token}}}"}}""");
            Assert.DoesNotContain("Swallow", said, StringComparison.Ordinal);
            Assert.DoesNotContain("went wrong", said, StringComparison.Ordinal);
        }),
        Defused("partners: a provider's words and address as markup", async s =>
        {
            s.Host.ImportProviders("""
                Name,Charity number,Town,Postcode,What you do,Website
                <b>Swift</b> [press](javascript:alert(1)),1888881,Penrith,CA11 7AA,Befriending ![x](https://evil.example/x.png),javascript:alert(1)
                Martin,1888882,Penrith,CA11 7AA,Befriending,https://martin.example/a)[b](https://evil.example
                """);
            var said = await s.Mallory.Say("find us a partner for befriending in Penrith");
            foreach (var reply in (await s.Mallory.Activities()).Where(a => (string?)a!["from"]!["role"] == "bot"))
                Assert.DoesNotMatch("(?i)<(script|img|b)[ >]|href=\"(javascript:|https://evil)", Bot.Conversation.Markdown.ToHtml((string?)reply!["text"] ?? ""));
            Assert.Contains("Swift", said, StringComparison.Ordinal);
        }),
        Defused("partners: a group that chose officers only", async s =>
        {
            var visitors = new List<Visitor>();
            foreach (var (groups, name) in new[] { (true, "Kingfisher"), (false, "Nightjar") })
            {
                var visitor = s with { Alice = await Visitor.Come(s.Host) };
                var listing = await OnSharing.AskToBeListed(visitor, name, groups);
                await (await OnSharing.Named(s, Bot.Conversation.Role.Adviser)).Send($$"""{"type":"message","value":{"do":"decide-listing","listing":"{{listing.Id}}","confirm":true} }""");
                visitors.Add(visitor.Alice);
            }
            await s.Host.Get<ListedGroups>().Refresh(default);
            var said = await s.Mallory.Say("find us a partner for lunch clubs in Farnworth") + await s.Mallory.Say("find us a partner for lunch clubs near BL4");
            Assert.Contains("Kingfisher", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Nightjar", said, StringComparison.Ordinal);
            Assert.Contains("Nightjar", await (await OnSharing.Named(s, Bot.Conversation.Role.Commissioner)).Say("lunch clubs in Farnworth"), StringComparison.Ordinal);
            // What the verb reads beside the running server.
            var verb = new CurrentProviders(s.Host.Get<IKnowledgeStore>());
            ListedGroups.List(verb, SqliteConversationStore.RecordsIn(s.Host.Folder, KeptListing.Kind), HostSettings.ForDevelopment, s.Host.Time.GetUtcNow());
            var found = new FindProviders(verb.Index, 50).Find(new UnderstandProviderQuery(verb.Index).Run("lunch clubs in Farnworth"), 1).Matches.Single(m => m.Name == "Nightjar");
            Assert.Contains("Reach it by info@club.example, as it chose itself.", found.Notes);
            Assert.StartsWith("listed by the group itself, lapses 20 November 2027; confirmed by an adviser of ", found.Reasons[0].Source, StringComparison.Ordinal);
            foreach (var visitor in visitors) await visitor.Say("withdraw our listing");
            await s.Host.Get<ListedGroups>().Refresh(default);
        }),
    ];

    private static void ShowsNoMoney(string said)
    {
        foreach (var word in new[] { "41,523", "£100k", "£10k", "\"matches\"", "more-providers" }) Assert.DoesNotContain(word, said, StringComparison.Ordinal);
    }

    private static void Import(RunningHost host) =>
        host.ImportProviders("Name,Charity number,Town,Postcode,What you do,Income band\n" + string.Concat(Enumerable.Range(10, 14).Select(i =>
            FormattableString.Invariant($"Swallow {i},17777{i},Ludlow,SY8 1AA,\"Befriending for £41,523 a year\",£100k to £500k\n"))));
}
