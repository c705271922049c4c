using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Reports.PrintOuts;
using CommissioningBot.Bot.Tests.Hosting;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Storage;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace CommissioningBot.Bot.Tests.Reports;

/// <summary>A group's pages and files, by the address that the chat gives.</summary>
public sealed partial class PrintingOut
{
    private const string Name = "Riverside **Club** <b>| [x](http://example.org)";

    private static readonly string[] Check = ["health check", "1", "2", "£3,000", "4", "1", "3", "2", "2", "3", "1", "3", "3", "year end 31 March", "bid pack", Name, "skip", "stop", "full cost", "Lunch club", "yes", "£0", "£30 a week", "100", "0", "0", "500", "50", "2000"];

    [Fact]
    public async Task Every_print_out_opens_as_a_page_and_as_a_word_file_without_a_fault()
    {
        await using var web = await TestWeb.Start();
        using var client = web.Browser();
        var address = await Talk(web, client, Check);

        var list = await client.GetStringAsync(address + "/print");
        var ids = PrintAddress().Matches(list).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.Equal(["result", "year", "bid-pack", "full-cost", "constitution", "minutes", "cash-book", "risk-assessment", "safeguarding-notice", "privacy-notice", "check-on-paper"], ids);
        foreach (var id in ids)
        {
            var page = await client.GetStringAsync($"{address}/print/{id}");
            Assert.DoesNotContain("<b>|", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"http://example.org", page, StringComparison.Ordinal);
            if (id != "check-on-paper") Assert.Contains("Riverside **Club** &lt;b&gt;|", page, StringComparison.Ordinal);

            var word = await client.GetByteArrayAsync($"{address}/print/{id}.docx");
            using var file = WordprocessingDocument.Open(new MemoryStream(word), isEditable: false);
            Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => $"{id}: {e.Description} {e.Path?.XPath}"));
            Assert.NotEmpty(file.MainDocumentPart!.Document.Body!.InnerText);
        }
        Assert.Contains("£2,160", await client.GetStringAsync(address + "/print/full-cost"), StringComparison.Ordinal);
        Assert.Contains("kept until", await client.GetStringAsync(address + "/print/bid-pack"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_company_gets_no_rules_for_a_group_that_is_none_and_its_pages_bear_its_name()
    {
        await using var web = await TestWeb.Start();
        using var client = web.Browser();
        var address = await Talk(web, client, ["health check", "4", "cic", "£180,000", "children", "12", "3", "3", "3", "3", "3", "2", "3", "year end 31 March", "bid pack", "Brightside CIC", "stop"]);

        Assert.DoesNotContain("/print/constitution", await client.GetStringAsync(address + "/print"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address + "/print/constitution")).StatusCode);
        foreach (var page in (string[])["", "/year", "/print/minutes"]) Assert.Contains("Brightside CIC", await client.GetStringAsync(address + page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_a_word_file_is_as_wide_as_its_longest_word()
    {
        var text = $"| What | First step | Who | By | How far |\n|---|---|---|---|---|\n| {new string('w', 9)} {new string('w', 9)} | {string.Join(' ', Enumerable.Repeat("words", 30))} | Safeguarding lead | 4 December 2026 | To do |\n";
        using var file = WordprocessingDocument.Open(new MemoryStream(WordFile.Of(new PrintOut("x", "X", text), DateTimeOffset.UnixEpoch)), isEditable: false);

        var columns = file.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.GridColumn>().Select(c => int.Parse(c.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        // A letter of 12 points is at most about 150 twentieths wide, and a cell has margins.
        Assert.True(columns[2] > 12 * 150 && columns[3] > 8 * 150, string.Join(' ', columns));
        Assert.InRange(columns.Sum(), 9_000, 9_638);
    }

    [Fact]
    public async Task The_year_is_a_page_and_a_calendar_file()
    {
        await using var web = await TestWeb.Start();
        using var client = web.Browser();
        var address = await Talk(web, client, Check);

        Assert.Contains("Your financial year ends on 31 March", await client.GetStringAsync(address + "/year"), StringComparison.Ordinal);
        var answer = await client.GetAsync(address + "/calendar.ics");
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.All(lines, l => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.Equal(lines.Count(l => l == "BEGIN:VEVENT"), lines.Count(l => l.StartsWith("DTSTART;VALUE=DATE:20", StringComparison.Ordinal)));
        Assert.Contains("SUMMARY:Do this check again", lines);
    }

    [Fact]
    public async Task Nothing_opens_with_another_address_or_after_the_data_was_deleted()
    {
        await using var web = await TestWeb.Start();
        using var client = web.Browser();
        var address = await Talk(web, client, Check);
        string[] pages = ["", "/year", "/calendar.ics", "/print", "/print/bid-pack", "/print/bid-pack.docx"];

        foreach (var page in pages)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address + page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address[..^2] + "xx" + page)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address + "/print/nothing")).StatusCode);
        await Talk(web, client, ["delete our data", "1"]);
        foreach (var page in pages) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address + page)).StatusCode);
    }

    [Fact]
    public async Task The_name_from_the_register_is_on_every_page_until_the_group_says_that_it_is_not_theirs()
    {
        await using var web = await TestWeb.Start();
        using var client = web.Browser();
        var extract = Directory.CreateTempSubdirectory("register-");
        File.WriteAllText(
            Path.Combine(extract.FullName, "publicextract.charity.json"),
            """[{"organisation_number":1,"registered_charity_number":1100001,"linked_charity_number":0,"charity_name":"Quillmarsh Carers","charity_type":"CIO","charity_registration_status":"Registered","latest_income":18250.0,"latest_acc_fin_period_end_date":"2026-03-31T00:00:00"}]""");
        new ImportCharityRegister(web.Services.GetRequiredService<IKnowledgeStore>()).Run(extract.FullName, new ImportOptions(DateTimeOffset.UnixEpoch, DataSet: "the register"));
        extract.Delete(recursive: true);

        var address = await Talk(web, client, ["health check", "charity number 1100001", "use these"]);
        string[] named = ["result", "year", "bid-pack", "minutes", "privacy-notice"];
        foreach (var id in named) Assert.Contains("Quillmarsh Carers", await client.GetStringAsync($"{address}/print/{id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("tell me the name", await client.GetStringAsync(address + "/print"), StringComparison.Ordinal);

        await Talk(web, client, ["not ours"]);
        foreach (var id in named) Assert.DoesNotContain("Quillmarsh", await client.GetStringAsync($"{address}/print/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Anybody_may_print_the_blank_ones_and_no_file_holds_more_than_its_parts()
    {
        await using var web = await TestWeb.Start();
        using var client = web.Browser();
        Assert.Contains("/templates/constitution", await client.GetStringAsync("/templates"), StringComparison.Ordinal);
        Assert.DoesNotContain("bid-pack", await client.GetStringAsync("/templates"), StringComparison.Ordinal);
        using var zip = new ZipArchive(await client.GetStreamAsync("/templates/minutes.docx"));
        Assert.Contains(zip.Entries, e => e.FullName == "word/document.xml");
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/templates/result")).StatusCode);
    }

    // This channel does not tell the bot where its pages are, so the address is made here as the chat on the web gives it.
    private static async Task<string> Talk(TestWeb web, HttpClient client, string[] lines)
    {
        var check = "";
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
        {
            var activity = new { type = "message", id = $"{lines[0]}-{i}", text = line, channelId = "test", from = new { id = "person" }, conversation = new { id = "a" }, deliveryMode = "expectReplies" };
            var answer = await client.PostAsJsonAsync("/api/messages", activity);
            answer.EnsureSuccessStatusCode();
            if (CheckId().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } found) check = found.Groups[1].Value;
        }
        return new Uri(web.Address, "/results/" + web.Services.GetRequiredService<SignedTokens>().Sign(SignedTokens.Result, check, "a-device.0.0", Role.Group, CheckLinks.Valid)).ToString();
    }

    [GeneratedRegex(@"assessment[^0-9a-f]+([0-9a-f]{32})")]
    private static partial Regex CheckId();

    [GeneratedRegex(@"/print/([a-z-]+)""")]
    private static partial Regex PrintAddress();
}
