using System.Text;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

public sealed class ImportingGrants : IDisposable
{
    private const string Good =
        """
        {"publisher": {"name": "A Fund", "list": [1, {"x": [2]}]}, "grants": [
          {"id": "360G-x-1", "title": "Grant", "description": "Lunch club\u200b for\u202e elders, ask jo@example.org or 01204 123456", "currency": "GBP", "amountAwarded": 1500.50,
           "awardDate": "2013-05-01T00:00:00+00:00", "recipientOrganization": [{"id": "GB-CHC-1", "name": "Fernlea", "addressLocality": "Bolton ", "streetAddress": "1 Secret Street",
           "postalCode": "B75RA", "url": "www.example.org"}], "fundingOrganization": [{"id": "GB-CHC-9", "name": "A Fund"}]},
          {"id": "360G-x-2", "amountAwarded": "2,000", "awardDate": "05/06/2014", "recipientOrganization": [{"id": "GB-CHC-1", "name": "Fernlea"}]},
          {"id": "360G-x-3", "awardDate": "soon", "recipientOrganization": [{"id": "GB-CHC-2", "name": "Late"}]},
          {"id": "360G-x-4", "recipientIndividual": {"name": "Jo"}},
          {"title": "no id", "recipientOrganization": [{"id": "GB-CHC-3", "name": "Idless"}]},
          "not a grant",
          {"id": "360G-x-5", "recipientOrganization": [{"id": "GB-CHC-4", "name": "Odd Post", "postalCode": "nonsense"}]}
        ], "more": null}
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ImportingGrants() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private ImportResult Import(string path, bool dryRun = false) => new ImportThreeSixtyGiving(store).Run(path, new ImportOptions(Now, dryRun, Licence: "CC BY 4.0"));

    private ImportResult Import(byte[] bytes) => Import(folder.Write("grants.json", bytes));

    [Fact]
    public void Takes_over_good_rows_and_lists_the_others()
    {
        var result = Import(folder.Write("grants.json", Good));
        Assert.Equal(ImportOutcome.DoneWithRefusals, result.Outcome);
        Assert.Equal((7, 2), (result.Rows, result.Named));
        Assert.Equal(
            ["grant 3 (360G-x-3)", "grant 4 (360G-x-4)", "grant 5", "grant 6", "grant 7 (360G-x-5)"],
            result.Refusals.Select(r => r.Place));
        Assert.Contains("\"soon\" is not a date", result.Refusals[0].Reason, StringComparison.Ordinal);
        Assert.False(result.Refusals[^1].WholeRow);
        Assert.NotNull(store.FindProvider("GB-CHC-4"));
    }

    [Fact]
    public void A_grant_says_what_for_by_whom_when_and_how_much()
    {
        Import(folder.Write("grants.json", Good));
        var provider = store.FindProvider("GB-CHC-1")!;
        Assert.Equal(("Bolton", "B7 5RA", "B7", "http://www.example.org/"), (provider.Locality, provider.Postcode, provider.Outward, provider.Website));
        Assert.Equal([new DateOnly(2014, 6, 5), new DateOnly(2013, 5, 1)], provider.Texts.Select(t => t.Date!.Value));
        Assert.Equal([2000m, 1500.50m], provider.Texts.Select(t => t.Amount!.Value));
        Assert.Equal("grant from A Fund", provider.Texts[1].Source);
    }

    [Fact]
    public void Hidden_characters_and_peoples_contacts_are_left_out()
    {
        Import(folder.Write("grants.json", Good));
        Assert.Equal("Lunch club for elders, ask [e-mail address left out] or [telephone number left out]", store.FindProvider("GB-CHC-1")!.Texts[1].Text);
    }

    [Fact]
    public void A_dry_run_says_the_same_and_changes_nothing()
    {
        var path = folder.Write("grants.json", Good);
        var dry = Import(path, dryRun: true);
        Assert.Equal(0, store.DataVersion);
        var real = Import(path);
        Assert.Equal((real.Outcome, real.Rows, real.Named), (dry.Outcome, dry.Rows, dry.Named));
        Assert.Equal(real.Refusals, dry.Refusals);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   ", "not valid JSON")]
    [InlineData("[]", "not a 360Giving JSON file")]
    [InlineData("{\"records\": []}", "not a 360Giving JSON file")]
    [InlineData("{\"grants\": {}}", "not a 360Giving JSON file")]
    [InlineData("Name,Town\nFernlea,Bolton", "not valid JSON")]
    [InlineData("{\"grants\": [{\"id\": \"a\", \"recipientOrganization\": [{\"id\": \"GB-CHC-1\", \"name\": \"x\"}]}, {\"id\": ", "cut off")]
    [InlineData("{\"grants\": [{\"id\": \"a\", \"recipientOrganization\": [{\"id\": \"GB-CHC-1\", \"name\": \"x\"}]}]", "cut off")]
    public void A_file_that_is_something_else_or_cut_off_changes_nothing(string text, string reason)
    {
        var result = Import(folder.Write("grants.json", text));
        Assert.Equal(ImportOutcome.NotDone, result.Outcome);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.Equal(0, store.DataVersion);
        Assert.Empty(store.Providers());
    }

    [Fact]
    public void A_file_that_is_not_there_is_said_to_be_so() => Assert.Equal(ImportOutcome.NotDone, Import(folder.File("missing.json")).Outcome);

    [Fact]
    public void Every_encoding_with_a_mark_is_read()
    {
        foreach (var encoding in new[] { new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Assert.Equal(7, Import([.. encoding.GetPreamble(), .. encoding.GetBytes(Good)]).Rows);
        }
    }

    [Fact]
    public void Letters_of_no_known_encoding_refuse_the_row_and_keep_the_others()
    {
        var text = """{"grants": [{"id": "a", "description": "Caf#", "recipientOrganization": [{"id": "GB-CHC-1", "name": "x"}]}, {"id": "b", "recipientOrganization": [{"id": "GB-CHC-2", "name": "y"}]}]}""";
        var bytes = Encoding.UTF8.GetBytes(text);
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xE9;
        var result = Import(bytes);
        Assert.Equal(ImportOutcome.DoneWithRefusals, result.Outcome);
        Assert.Contains("UTF-8", Assert.Single(result.Refusals).Reason, StringComparison.Ordinal);
        Assert.Equal(["GB-CHC-2"], store.Providers().Select(p => p.Id));
    }

    [Fact]
    public void A_grant_longer_than_the_buffer_is_read_whole()
    {
        var text = Good.Replace("Lunch club", new string('a', 300_000), StringComparison.Ordinal);
        Assert.Equal(7, Import(folder.Write("grants.json", text)).Rows);
        Assert.StartsWith("aaaa", store.FindProvider("GB-CHC-1")!.Texts[1].Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_real_file_gives_all_its_recipients_and_a_second_time_changes_nothing()
    {
        var path = ReferenceData.Require(ReferenceData.Lloyds);
        var last = default(ImportProgress);
        var result = new ImportThreeSixtyGiving(store).Run(path, new ImportOptions(Now), new Last(p => last = p));
        Assert.Equal((4116, 3624), (result.Rows, result.Named));
        Assert.Equal((4116, last.BytesTotal), (last.Rows, last.BytesRead));
        Assert.Equal(4116, store.Providers().Sum(p => p.Texts.Count));
        Assert.Equal(168, store.Providers().Count(p => p.Locality is null));
        Assert.Equal("B7 5RA", store.FindProvider("GB-CHC-1101078")!.Postcode);
        Assert.True(store.Providers().Count(p => p.Postcode is null) <= 3, string.Join("; ", result.Refusals.Select(r => r.Reason)));
        Assert.True(Import(path).Unchanged);
        Assert.Equal(1, store.DataVersion);
    }

    public void Dispose()
    {
        folder.Dispose();
    }

    private sealed class Last(Action<ImportProgress> keep) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => keep(value);
    }
}
