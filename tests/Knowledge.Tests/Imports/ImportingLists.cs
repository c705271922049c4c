using System.Text;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CouncilGrants;
using CommissioningBot.Knowledge.Imports.OpenReferral;
using CommissioningBot.Knowledge.Imports.OpportunityLists;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

/// <summary>Lists of grants, services and opportunities as councils, funders and directories really write them.</summary>
public sealed class ImportingLists : IDisposable
{
    private const string Service =
        """
        {"id": "s-1", "name": "Community Counselling", "description": "Talking help. Ring 01204 123456.", "url": "http://example.org/c", "email": "ann.persona@example.org", "status": "active", "fees": "Free",
         "accreditations": "All our counsellors are accredited.", "minimum_age": 12, "maximum_age": 25, "last_modified": "2026-03-15T10:30:45.123Z", "assurer_email": "boss@example.org",
         "service_areas": [{"id": "a", "name": "Bolton"}], "service_at_locations": [{"id": "l", "location": {"latitude": 53.5, "longitude": -2.4, "addresses": [{"attention": "A. Persona", "address_1": "1 Secret Street", "city": "Bolton", "postal_code": "BL3 5JH", "country": "GB"}]}}],
         "organization": {"id": "o-1", "name": "Fernlea Help", "description": "A charity", "email": "info@example.org", "website": "http://example.org", "organization_identifiers": [{"identifier_scheme": "GB-CHC", "identifier": "1000001"}, {"identifier_scheme": "GB-COH", "identifier": "12"}]},
         "contacts": [{"id": "c", "name": "Ann Persona"}], "attributes": [{"id": "t", "taxonomy_term": {"name": "Mental health"}}]}
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ImportingLists() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private static ImportOptions Options => new(Now, DataSet: "Anytown Council", Licence: "OGL v3");

    private ImportResult Services(string json) => new ImportOpenReferral(store).Run(folder.Write("services.json", json), Options);

    private ImportResult Grants(string csv) => new ImportCouncilGrants(store).Run(folder.Write("grants.csv", csv), Options);

    private ImportResult List(string csv) => new ImportOpportunityList(store).Run(folder.Write("list.csv", csv), Options);

    [Fact]
    public void A_service_brings_its_organisation_with_marks_ages_and_area()
    {
        Assert.Equal(1, Services("{\"total_items\": 1, \"first_page\": true, \"last_page\": true, \"contents\": [" + Service + "]}").Named);
        var provider = store.FindProvider("oruk-o-1")!;
        Assert.Equal(("GB-CHC-1000001", "Fernlea Help", "BL3 5JH", "Bolton"), (provider.Id, provider.Name, provider.Postcode, provider.Locality));
        Assert.Equal("Community Counselling. Talking help. Ring [telephone number left out]. Ages 12 to 25. Cost: Free. Works in: Bolton", Assert.Single(provider.Texts).Text);
        var facts = Assert.Single(store.SourcesOf(provider.Id)).Facts!;
        Assert.Equal(("info@example.org", "All our counsellors are accredited.", "Mental health"), (facts.Mailbox, facts.QualityMarks[0], facts.Services[0]));
        var kept = string.Join(' ', Directory.GetFiles(Path.GetDirectoryName(folder.File("x"))!, "knowledge.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).Select(File.ReadAllText));
        foreach (var personal in new[] { "Persona", "boss@", "Secret Street", "01204" }) Assert.DoesNotContain(personal, kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Several_services_of_one_organisation_add_up_and_one_service_or_a_list_may_stand_alone()
    {
        Services("[" + Service + "," + Service.Replace("s-1", "s-2", StringComparison.Ordinal).Replace("Mental health", "Young people", StringComparison.Ordinal) + "]");
        Assert.Equal(2, Assert.Single(store.Providers()).Texts.Count);
        Assert.Equal(["Mental health", "Young people"], Assert.Single(store.SourcesOf("oruk-o-1")).Facts!.Services);
        Assert.Equal((1, 1), (Services(Service).Rows, Services(Service).Named));
    }

    [Fact]
    public void A_service_without_what_is_required_or_that_does_not_run_is_refused_and_odd_values_are_left_out()
    {
        string Without(string field, string other) => Service.Replace($"\"{field}\"", $"\"{other}\"", StringComparison.Ordinal);
        var far = Service.Replace("\"latitude\": 53.5", "\"latitude\": 100", StringComparison.Ordinal).Replace("http://example.org/c", "example/counselling", StringComparison.Ordinal);
        var result = Services($$"""{"contents": [{{Without("status", "state")}}, {{Service.Replace("\"active\"", "\"defunct\"", StringComparison.Ordinal)}}, {{Without("organization", "org")}}, 3, {{far}}]}""");
        Assert.Equal(4, result.Refusals.Count(r => r.WholeRow));
        Assert.Contains(result.Refusals, r => r.Reason.Contains("does not run", StringComparison.Ordinal));
        Assert.Contains(result.Refusals, r => !r.WholeRow && r.Reason.Contains("not in the United Kingdom", StringComparison.Ordinal));
        Assert.Contains(result.Refusals, r => !r.WholeRow && r.Reason.Contains("not a web address", StringComparison.Ordinal));
        Assert.Null(Assert.Single(store.Providers()).Postcode);
    }

    [Theory]
    [InlineData("{\"contents\": [{\"id\": ", "cut off")]
    [InlineData("{\"version\": \"3.0\"}", "neither a page")]
    [InlineData("Name,Town", "not valid JSON")]
    public void A_file_that_is_no_directory_changes_nothing(string text, string reason)
    {
        Assert.Contains(reason, Services(text).Reason, StringComparison.Ordinal);
        Assert.Equal(0, store.DataVersion);
    }

    [Fact]
    public void A_part_of_a_directory_marks_nobody_as_gone_and_the_whole_does()
    {
        Services("{\"first_page\": true, \"last_page\": true, \"contents\": [" + Service + "]}");
        var other = Service.Replace("o-1", "o-2", StringComparison.Ordinal).Replace("1000001", "1000002", StringComparison.Ordinal);
        Assert.Equal(0, Services("{\"first_page\": true, \"last_page\": false, \"contents\": [" + other + "]}").Record!.Gone);
        Assert.Equal(1, Services("{\"first_page\": true, \"last_page\": true, \"contents\": [" + other + "]}").Record!.Gone);
    }

    [Fact]
    public void A_councils_grants_are_read_in_the_shapes_that_councils_use()
    {
        var result = Grants("Grants to the voluntary sector 2025-26,,,\n\nDate Awarded,Time period,Department,Beneficiary Name,Registration No.,Purpose of grant,Amount (£)\n"
            + "01/04/2025,12 months,Adult Care,Fernlea Club,1000001,Lunch club for older people,\"£1,500.00\"\n"
            + "3 May 2025,,Adult Care,Moor Singers,n/a,,250\n03/05/2025,,Adult Care,Moor Singers,n/a,,250\n"
            + "2025-06-01,,,Kite CIC,12345678,Youth work,(100.00)\n"
            + "01/07/2025,,,Redacted,,Help,50\n,,,Odd Sum,,x,lots\nlast week,,,Odd Day,,x,5\n04/07/2025,,,Odd Number,ABC,x,5\nTotal,,,,,,\"£1,805.00\"\n,,,Total,,,1805\n");
        Assert.Equal(ImportOutcome.DoneWithRefusals, result.Outcome);
        Assert.Equal(["line 8", "line 9", "line 10"], result.Refusals.Where(r => r.WholeRow).Select(r => r.Place));
        Assert.Contains("\"ABC\" is no charity or company number", Assert.Single(result.Refusals, r => !r.WholeRow).Reason, StringComparison.Ordinal);
        Assert.Equal(["Fernlea Club", "Kite CIC", "Moor Singers", "Odd Number"], store.Providers().Select(p => p.Name).Order());
        var text = Assert.Single(store.FindProvider("GB-CHC-1000001")!.Texts);
        Assert.Equal(("Lunch club for older people. For 12 months", "grant from Anytown Council, Adult Care", new DateOnly(2025, 4, 1), 1500m), (text.Text, text.Source, text.Date!.Value, text.Amount!.Value));
        Assert.Equal(2, store.Providers().Single(p => p.Name == "Moor Singers").Texts.Count);
        Assert.Equal(-100m, store.FindProvider("GB-COH-12345678")!.Texts[0].Amount);
    }

    [Theory]
    [InlineData("Supplier,Invoice\nA,1\n", "no line of column names")]
    [InlineData("Beneficiary,Amount\nA,\"5", "never closed")]
    [InlineData("PK\u0003\u0004rest", "Excel workbook")]
    public void A_file_that_is_no_list_of_grants_changes_nothing(string text, string reason)
    {
        Assert.Contains(reason, Grants(text).Reason, StringComparison.Ordinal);
        Assert.Equal(0, store.DataVersion);
    }

    [Fact]
    public void A_council_may_write_in_the_letters_of_an_older_Excel()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        new ImportCouncilGrants(store).Run(folder.Write("w.csv", windows.GetBytes("Beneficiary,Amount\nCafé Fernlea,£5\n")), Options);
        Assert.Equal("Café Fernlea", Assert.Single(store.Providers()).Name);
    }

    [Fact]
    public void A_360Giving_sheet_says_the_same_as_its_JSON()
    {
        var sheet = folder.Write("g.csv", "\uFEFFidentifier,TITLE,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Charity Number,Funding Org:Identifier,Funding Org:Name,Extra\n"
            + "360G-x-1,Lunch,A lunch club for Â£2,GBP,\"1,500.50\",05/06/2014,360G-x:org-1,Fernlea,1000001,GB-CHC-9,A Fund,y\n360G-x-2,Late,,GBP,5,soon,GB-CHC-2,Moor,,GB-CHC-9,A Fund,\n");
        var result = new ImportThreeSixtyGiving(store).Run(sheet, Options);
        Assert.Equal((2, 1), (result.Rows, result.Refusals.Count(r => r.WholeRow)));
        var provider = Assert.Single(store.Providers());
        Assert.Equal(("GB-CHC-1000001", "A lunch club for £2", "grant from A Fund", 1500.50m, new DateOnly(2014, 6, 5)), (provider.Id, provider.Texts[0].Text, provider.Texts[0].Source, provider.Texts[0].Amount!.Value, provider.Texts[0].Date!.Value));
    }

    [Fact]
    public void A_list_of_opportunities_has_deadlines_by_the_clock_here_and_drops_what_leaves_it()
    {
        var result = List("Title,Funder,Deadline,Value,Area,Link,Where to apply\nSmall grants,Anytown Council,05/12/2026 12:00,\"£2,000\",Bolton,https://example.org/grants,grants@example.org\nYouth fund,Anytown Council,5 December 2026,up to £500,,,\n"
            + "Odd,Anytown Council,next week,,,,\nSmall grants,Anytown Council,05/12/2026,,,,\n");
        Assert.Equal((2, 2), (result.Opportunities, result.Refusals.Count(r => r.WholeRow)));
        var grants = store.Opportunities().Single(o => o.Title == "Small grants");
        Assert.Equal((new DateTimeOffset(2026, 12, 5, 12, 0, 0, TimeSpan.Zero), 2000m, "[e-mail address left out]"), (grants.Deadline!.Value, grants.Value!.VatNotStated!.Value, grants.WhereToBid));
        Assert.Equal(new DateTimeOffset(2026, 12, 5, 23, 59, 0, TimeSpan.Zero), store.Opportunities().Single(o => o.Title == "Youth fund").Deadline);
        Assert.Equal(1, List("Title,Deadline,Funder\nYouth fund,5 December 2026,Anytown Council\n").Record!.Gone);
        Assert.Equal(["Youth fund"], new FindOpportunities(store.Opportunities()).Find(new OpportunityQuery(), Now).Matches.Select(m => m.Opportunity.Title));
    }

    [SkippableFact]
    public void The_real_and_the_deliberately_odd_examples_are_read()
    {
        var near = new ImportThreeSixtyGiving(store).Run(ReferenceData.Require("data/360giving/lloyds-grants-near-the-five-councils.csv"), Options);
        Assert.Equal((425, 371), (near.Rows, near.Named));
        var five = new ImportThreeSixtyGiving(store).Run(ReferenceData.Require("data/360giving/esmee-fairbairn-five-grants.json"), new ImportOptions(Now));
        Assert.Equal((ImportOutcome.Done, 5), (five.Outcome, five.Rows));
        foreach (var (file, rows) in new[] { ("service_full", 1), ("service_list", 1), ("organization_full", 1), ("organization_list", 1) })
        {
            var result = new ImportOpenReferral(store).Run(ReferenceData.Require($"data/open-referral-uk/examples/{file}.json"), new ImportOptions(Now));
            Assert.Equal((ImportOutcome.Done, rows), (result.Outcome, result.Rows));
        }
        Assert.Null(store.FindProvider("GB-COH-01234567")!.Postcode);
        var fail = new ImportOpenReferral(store).Run(ReferenceData.Require("data/open-referral-uk/validator-mocks/V3.0-UK-Fail_service_full.json"), new ImportOptions(Now));
        Assert.Contains(fail.Refusals, r => r.Reason.Contains("not a web address", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}
