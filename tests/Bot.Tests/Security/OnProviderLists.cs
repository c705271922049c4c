using CommissioningBot.Bot.Providers.Exports;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Tests.ProviderLists;
using CommissioningBot.Knowledge.Storage;
using static CommissioningBot.Bot.Tests.Security.Attack;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>Those who would like to keep or take lists without being officers, and officers who would like somebody else's.</summary>
internal static class OnProviderLists
{
    private static readonly string[] Acts =
    [
        """{"do":"add-to-shortlist","provider":"ID"}""", """{"do":"say-why","provider":"ID"}""", """{"do":"was-a-search","provider":"ID","text":"debt advice in Wirral"}""", """{"do":"shortlist"}""",
        """{"do":"take-off-shortlist"}""", """{"do":"take-off-shortlist","provider":"ID"}""", """{"do":"clear-shortlist","confirmed":true}""", """{"do":"save-search","record":"RECORD"}""", """{"do":"saved-searches"}""",
        """{"do":"run-saved-search","name":"visits"}""", """{"do":"delete-saved-search","name":"visits"}""", """{"do":"search-record"}""", """{"do":"search-record","record":"RECORD"}""",
        """{"do":"export-providers","what":"search/RECORD"}""", """{"do":"export-providers","what":"shortlist"}""", """{"do":"export-providers","what":"searches"}""",
    ];

    public static IEnumerable<Attack> Rows =>
    [
        .. Acts.Select(act => Defused($"lists: an anonymous visitor posts {act}", async s =>
        {
            var (id, record) = await Kept(s);
            var before = await Records(s);
            var log = await s.Mallory.Send($$"""{"type":"message","value":{{act.Replace("ID", id, StringComparison.Ordinal).Replace("RECORD", record, StringComparison.Ordinal)}} }""");
            Assert.Contains("for council officers and advisers", log, StringComparison.Ordinal);
            Assert.DoesNotContain("provider-lists", log, StringComparison.Ordinal);
            Assert.DoesNotContain("Quillmarsh", log, StringComparison.Ordinal);
            Assert.Equal(before, await Records(s));
        })),
        .. new[] { "save-search", "search-record", "export-providers" }.Select(act => Defused($"lists: an officer posts {act} with another officer's record", async s =>
        {
            var (_, record) = await Kept(s);
            var eve = await Officer.Come(s.Host, "dl_eve" + Guid.NewGuid().ToString("N"));
            var log = await eve.Visitor.Send($$"""{"type":"message","value":{"do":"{{act}}","record":"{{record}}","what":"{{ExportKind.Of(record)}}"} }""");
            Assert.DoesNotContain("provider-lists", log, StringComparison.Ordinal);
            Assert.DoesNotContain("older people", log.Replace("Befriending for older people in Bolton", "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal);
        })),
        Defused("lists: one officer's shortlist and searches are not another's", async s =>
        {
            await Kept(s);
            var eve = await Officer.Come(s.Host, "dl_eve" + Guid.NewGuid().ToString("N"));
            foreach (var ask in (string[])["my shortlist", "my saved searches", "my search record", "export my shortlist", "what do you hold about us?"])
                Assert.DoesNotContain("Quillmarsh", await eve.Say(ask), StringComparison.Ordinal);
        }),
        .. new[] { """{"do":"add-to-shortlist"}""", """{"do":"add-to-shortlist","provider":"../../etc"}""", """{"do":"search-record","record":"x/../y"}""", """{"do":"export-providers","what":"search/"}""", """{"do":"run-saved-search"}""", """{"do":"export-providers"}""", """{"do":"save-search"}""", """{"do":"was-a-search"}""", """{"do":"say-why"}""", """{"do":"delete-saved-search"}""" }.Select(act =>
            Defused($"lists: an officer's hand-made {act}", async s =>
            {
                var eve = await Officer.Come(s.Host, "dl_eve" + Guid.NewGuid().ToString("N"));
                var log = await eve.Visitor.Send($$"""{"type":"message","value":{{act}} }""");
                Assert.DoesNotContain("something went wrong", log, StringComparison.Ordinal);
                Assert.DoesNotContain("provider-lists", log, StringComparison.Ordinal);
            })),
    ];

    // An officer with a shortlist, a saved search and a record, in this host's list.
    private static async Task<(string Id, string Record)> Kept(Scene s)
    {
        s.Host.ImportProviders(Officer.Header + "Quillmarsh Circle,,,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n");
        var ann = await Officer.Come(s.Host, "dl_ann" + Guid.NewGuid().ToString("N"));
        // Hers is then the newest record of this host.
        s.Host.Time.Advance(TimeSpan.FromSeconds(1));
        await ann.Say("befriending for older people in Bolton");
        await ann.Say("add Quillmarsh to my shortlist because it is near");
        await ann.Say("save this search as visits");
        var record = SearchRecord.FromRecord((await s.Host.Get<IConversationStore>().Records(SearchRecord.Kind))[^1]);
        return (record.Found[0].Id, record.Id);
    }

    private static async Task<string> Records(Scene s)
    {
        var kept = new List<string>();
        foreach (var kind in (string[])["shortlist", "saved-searches", SearchRecord.Kind]) kept.AddRange((await s.Host.Get<IConversationStore>().Records(kind)).Select(r => r.Body));
        return string.Join('\n', kept);
    }
}
