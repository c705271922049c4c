using System.Net;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Bot.Providers.Exports;
using CommissioningBot.Bot.Tests.Security;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace CommissioningBot.Bot.Tests.ProviderLists;

/// <summary>An officer's lists by the address that the chat gives, over the real host.</summary>
public sealed class TakingListsAsFiles
{
    [Fact]
    public async Task A_search_is_taken_whole_as_a_spreadsheet_that_runs_nothing()
    {
        await using var host = await RunningHost.Start();
        host.ImportProviders(Officer.Seven);
        var ann = await Officer.Come(host);
        await ann.Say("befriending in Bolton");
        var address = await ann.Address("export this list");

        var answer = await ann.Fetch(address + "/list.csv");
        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = Read(bytes);
        Assert.Equal(7, rows.Count);
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], rows.Select(r => r["Number"]));
        foreach (var row in rows)
        {
            Assert.All(row.Values, v => Assert.False(v.Length > 0 && "=+-@".Contains(v[0], StringComparison.Ordinal), v));
            Assert.Contains("a list (licence: made up)", row["Data sets and licences"], StringComparison.Ordinal);
            Assert.Contains("1 September 2026", row["Why"], StringComparison.Ordinal);
            Assert.Equal(ProvidersWording.NotSelection, row["About this list"]);
            Assert.Equal("service: befriending; place: Bolton", row["What was understood"]);
            Assert.Equal("20 November 2026, 10:00", row["Searched at (UK time)"]);
            Assert.Contains("2026, week 47", row["Order"], StringComparison.Ordinal);
        }
        Assert.Contains(rows, r => r["Name"].StartsWith("'=HYPERLINK(\"http://evil.example\"", StringComparison.Ordinal));
        Assert.Contains(rows, r => r["Name"] == "'@Home Befriending");
        Assert.Contains(rows, r => r["Name"] == "Café Ångström" && r["Why"].Contains("tea and \"cake\"", StringComparison.Ordinal));
        Assert.Equal("https://find-and-update.company-information.service.gov.uk/company/01234567", rows.Single(r => r["Id"] == "GB-COH-01234567")["Register"]);
    }

    [Fact]
    public async Task A_search_is_taken_whole_as_a_word_file_without_a_fault()
    {
        await using var host = await RunningHost.Start();
        host.ImportProviders(Officer.Seven);
        var ann = await Officer.Come(host);
        await ann.Say("befriending in Bolton");
        var answer = await ann.Fetch(await ann.Address("export this list") + "/list.docx");

        using var file = WordprocessingDocument.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => $"{e.Description} {e.Path?.XPath}"));
        var text = file.MainDocumentPart!.Document.Body!.InnerText;
        foreach (var expected in (string[])[ProvidersWording.NotSelection, "7. ", "Café Ångström", "=HYPERLINK(", "<b>|", "service: befriending; place: Bolton", "20 November 2026, 10:00 (UK time)", "week 47", "a list (licence: made up; imported 20 November 2026)", "SHA-256"])
            Assert.Contains(expected, text, StringComparison.Ordinal);
        // What providers call themselves makes no link.
        Assert.All(file.MainDocumentPart.HyperlinkRelationships, l => Assert.StartsWith("https://find-and-update.company-information.service.gov.uk/", l.Uri.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shortlist_and_the_search_record_are_files_too()
    {
        await using var host = await RunningHost.Start();
        host.ImportProviders(Officer.Seven);
        var ann = await Officer.Come(host);
        await ann.Say("befriending in Bolton");
        await ann.Say("add Moss Bank Befriending to my shortlist because =cmd|'/c calc'!A0 they know the estate");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        await ann.Say("debt advice in Wirral");

        var address = await ann.Address("export my shortlist");
        var row = Assert.Single(Read(await (await ann.Fetch(address + "/list.csv")).Content.ReadAsByteArrayAsync()));
        Assert.StartsWith("'=cmd|", row["Why it is on the list"], StringComparison.Ordinal);
        Assert.Equal("service: befriending; place: Bolton", row["Found by"]);
        Assert.Equal("Moss Bank Befriending", row["Name"]);
        using (var file = WordprocessingDocument.Open(new MemoryStream(await (await ann.Fetch(address + "/list.docx")).Content.ReadAsByteArrayAsync()), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => e.Description));
            Assert.Contains("they know the estate", file.MainDocumentPart!.Document.Body!.InnerText, StringComparison.Ordinal);
        }

        var record = await ann.Address("export my search record");
        var searches = Read(await (await ann.Fetch(record + "/list.csv")).Content.ReadAsByteArrayAsync());
        Assert.Equal(["0", "7"], searches.Select(s => s["Found"]));
        Assert.Equal("council/dl_ann", searches[1]["By"]);
        Assert.Equal(7, searches[1]["Ids in order"].Split("; ").Length);
        Assert.Equal(HttpStatusCode.NotFound, await ann.Status(record + "/list.docx"));
    }

    [Fact]
    public async Task A_link_ends_after_a_day_and_when_it_is_touched_and_opens_nobody_elses_list()
    {
        await using var host = await RunningHost.Start();
        host.ImportProviders(Officer.Seven);
        var ann = await Officer.Come(host);
        await ann.Say("befriending in Bolton");
        var address = await ann.Address("export this list");
        await ann.Say("add 1 to my shortlist because it is near");
        var shortlist = await ann.Address("export my shortlist");
        var tokens = host.Get<SignedTokens>();
        var claims = tokens.Read(address["/provider-lists/".Length..], SignedTokens.ProviderList)!;

        foreach (var file in (string[])["/list.csv", "/list.docx"])
        {
            Assert.Equal(HttpStatusCode.OK, await ann.Status(address + file));
            Assert.Equal(HttpStatusCode.NotFound, await ann.Status(address[..^2] + "xx" + file));
            // Ours, but for somebody else's list, for somebody without the role, or for another use.
            foreach (var (use, user, what, role) in ((string, string, string, Role)[])[
                (SignedTokens.ProviderList, "somebody-else", claims.Conversation, Role.Commissioner), (SignedTokens.ProviderList, claims.User, claims.Conversation, Role.Group),
                (SignedTokens.Result, claims.User, claims.Conversation, Role.Commissioner), (SignedTokens.ProviderList, claims.User, "search/nothing", Role.Commissioner), (SignedTokens.ProviderList, "somebody-else", ExportKind.Shortlist, Role.Adviser)])
                Assert.Equal(HttpStatusCode.NotFound, await ann.Status($"/provider-lists/{tokens.Sign(use, user, what, role, ExportLinks.Valid)}{file}"));
        }
        await host.Get<OperatorWork>().Do(new SwitchOff("test") { By = "ann" }, default);
        Assert.Equal(HttpStatusCode.NotFound, await ann.Status(address + "/list.csv"));
        await host.Get<OperatorWork>().Do(new SwitchOn { By = "ann" }, default);
        await ann.Say("clear my shortlist");
        await ann.Say("1");
        Assert.Equal(HttpStatusCode.NotFound, await ann.Status(shortlist + "/list.csv"));

        host.Time.Advance(ExportLinks.Valid - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await ann.Status(address + "/list.csv"));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.NotFound, await ann.Status(address + "/list.csv"));
    }

    [Fact]
    public async Task A_list_whose_data_have_changed_is_no_file_any_more_and_the_chat_shows_it_anew()
    {
        await using var host = await RunningHost.Start();
        host.ImportProviders(Officer.Seven);
        var ann = await Officer.Come(host);
        await ann.Say("befriending in Bolton");
        await ann.Say("add Tonge Befriending to my shortlist because it is near");
        await ann.Say("add Smithills Befriending to my shortlist because it is near");
        await ann.Say("save this search as visits");
        var address = await ann.Address("export this list");
        host.Time.Advance(TimeSpan.FromMinutes(20));
        host.ImportProviders(Officer.Header + "Moss Bank Befriending,,01234567,Bolton,BL1 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n" +
            "Smithills Befriending,,,Bolton,BL1 1AA,Befriending visits and calls,Older people,,CIO,Under £10k,2026-09-01\nBradshaw Befriending,,,Bolton,BL2 1AA,Befriending visits,Older people,,CIO,Under £10k,2026-09-01\n");

        Assert.Equal(HttpStatusCode.NotFound, await ann.Status(address + "/list.csv"));
        var again = await ann.Say("export this list");
        Assert.Contains(ExportWording.Changed, again, StringComparison.Ordinal);
        Assert.Contains("Bradshaw Befriending", again, StringComparison.Ordinal);
        Assert.Contains("Bradshaw", System.Text.Encoding.UTF8.GetString(await (await ann.Fetch(await ann.Address("export this list") + "/list.csv")).Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        var shortlist = await ann.Say("my shortlist");
        Assert.Contains("No longer in its data set since 20 November 2026", shortlist, StringComparison.Ordinal);
        Assert.Contains("What the data say of it has changed since you added it", shortlist, StringComparison.Ordinal);
        Assert.Contains("New: Bradshaw Befriending", await ann.Say("run visits"), StringComparison.Ordinal);
    }

    private static List<Dictionary<string, string>> Read(byte[] file)
    {
        using var csv = CsvReader.Create(new StreamReader(new MemoryStream(file)), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }
}
