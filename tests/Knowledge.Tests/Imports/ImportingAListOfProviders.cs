using System.Text;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

public sealed class ImportingAListOfProviders : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ImportingAListOfProviders() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private ImportResult Import(string text) => Import(Encoding.UTF8.GetBytes(text));

    private ImportResult Import(byte[] bytes) => new ImportProviders(store).Run(folder.Write("list.csv", bytes), new ImportOptions(Now, DataSet: "Our list"));

    [Fact]
    public void The_template_can_be_imported_as_it_is()
    {
        var result = Import(ImportProviders.Template);
        Assert.Equal((ImportOutcome.Done, 1), (result.Outcome, result.Named));
        var provider = Assert.Single(store.Providers());
        Assert.Equal(("Bolton", "BL1 1AA", "CIO", "Under £10k", new DateOnly(2026, 9, 1)), (provider.Locality, provider.Postcode, provider.LegalForm, provider.IncomeBand, provider.LastSeen));
        Assert.Equal(["Weekly hot lunch, food parcels", "Older people and families", "Hot lunches"], provider.Texts.Select(t => t.Text).OrderByDescending(t => t));
    }

    [Fact]
    public void Columns_may_have_the_names_that_people_give_them()
    {
        Import("Group Name;Reg. Charity No.;Town/City;Post Code;Activities;Contact person;Telephone\nFernlea;1234567;Bolton;bl35jh;Lunch club;Jo Bloggs;01204 123456\n");
        var provider = store.FindProvider("GB-CHC-1234567")!;
        Assert.Equal(("Fernlea", "Bolton", "BL3 5JH"), (provider.Name, provider.Locality, provider.Postcode));
        Assert.DoesNotContain("Bloggs", provider.ToString() + string.Join(' ', provider.Texts), StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_listed_with_their_line_and_the_rest_is_kept()
    {
        var result = Import("Name,Charity number,Company number,Postcode,Website\nA,12,,,\n,1234567,,,\n\"Two\nlines\",,123,,\nB,1234567,,,\nC,1234567,,,\nD,,,nonsense,javascript:alert(1)\nE,,7654321,,\n");
        Assert.Equal(["line 2", "line 3", "line 4", "line 7"], result.Refusals.Where(r => r.WholeRow).Select(r => r.Place));
        Assert.Contains("already on line 6", result.Refusals.Single(r => r.Place == "line 7").Reason, StringComparison.Ordinal);
        Assert.Equal(2, result.Refusals.Count(r => r is { Place: "line 8", WholeRow: false }));
        Assert.Equal(["B", "D", "E"], store.Providers().Select(p => p.Name).Order());
        Assert.NotNull(store.FindProvider("GB-COH-07654321"));
        Assert.Equal(ImportOutcome.DoneWithRefusals, result.Outcome);
    }

    [Fact]
    public void Excels_older_letters_and_every_mark_are_read()
    {
        const string Text = "Name,What you do\nCafé Fernlea,Costs £5 – 10\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        foreach (var encoding in new[] { windows, new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            Import([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
            var provider = Assert.Single(store.Providers());
            Assert.Equal(("Café Fernlea", "Costs £5 – 10"), (provider.Name, provider.Texts[0].Text));
        }
    }

    [Theory]
    [InlineData("Town,Postcode\nBolton,BL1 1AA\n", "no column called Name")]
    [InlineData("Name,Group\nA,B\n", "Two columns mean the same")]
    [InlineData("Name,Town\nA,\"Bol", "never closed")]
    [InlineData("PK\u0003\u0004rest", "Excel workbook")]
    [InlineData("{\"grants\": []}", "no column called Name")]
    [InlineData("\n\n", "no lines")]
    [InlineData("Name\0\0\0", "not a text file")]
    public void A_file_that_cannot_be_a_list_changes_nothing(string text, string reason)
    {
        var result = Import(text);
        Assert.Equal(ImportOutcome.NotDone, result.Outcome);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.Equal(0, store.DataVersion);
    }

    [Fact]
    public void The_sample_is_marked_as_made_up_and_goes_when_real_data_comes()
    {
        SampleProviders.Seed(store, Now);
        SampleProviders.Seed(store, Now);
        Assert.Equal(14, store.Providers().Count());
        Assert.All(store.Providers(), p => Assert.True(p.Sample && p.Name.EndsWith("(sample)", StringComparison.Ordinal) && p.Outward is not null));
        Import("Name\nFernlea\n");
        Assert.Equal(["Fernlea"], store.Providers().Select(p => p.Name));
        SampleProviders.Seed(store, Now);
        Assert.Single(store.Providers());
    }

    [Fact]
    public void What_a_search_is_narrowed_by_is_taken_over_and_what_is_empty_is_not_stated()
    {
        Import("Name,Income band,Year end,Policies,Quality marks,Led by,Registered since,Grants received\nFernlea,\"£45,000\",2026-03-31,Safeguarding; Complaints,ISO 9001,women,2001-05-04,\"Hilltop Fund | £1,500 | 2025-07-01 | Lunches; Old Fund\"\nMoor,,,,,,,\n");
        var said = Assert.Single(store.Said());
        Assert.Equal((45_000m, new DateOnly(2026, 3, 31), new DateOnly(2001, 5, 4)), (said.Facts.Income, said.Facts.YearEnd!.Value, said.Facts.Registered!.Value));
        Assert.Equal(["Safeguarding", "Complaints", "ISO 9001", "women"], [.. said.Facts.Policies, .. said.Facts.QualityMarks, .. said.Facts.LedBy]);
        var grants = store.Providers().Single(p => p.Name == "Fernlea").Texts;
        Assert.Equal([("Lunches", 1500m, new DateOnly(2025, 7, 1)), ("Purpose not stated", null, null)], grants.Select(g => (g.Text, g.Amount, g.Date)));
    }

    [Fact]
    public void Grants_and_a_list_add_up_to_one_provider()
    {
        Import("Name,Charity number,Town,What you do\nFernlea Club,1234567,Bolton,Lunch\n");
        var grants = folder.Write("g.json", """{"grants": [{"id": "x-1", "description": "Befriending", "recipientOrganization": [{"id": "GB-CHC-1234567", "name": "Fernlea"}]}]}""");
        new ImportThreeSixtyGiving(store).Run(grants, new ImportOptions(Now));
        Assert.Equal(["Befriending", "Lunch"], Assert.Single(store.Providers()).Texts.Select(t => t.Text).Order());
    }

    public void Dispose()
    {
        folder.Dispose();
    }
}
