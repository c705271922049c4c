using System.IO.Compression;
using System.Text;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

public sealed class ImportingTheCharityRegister : IDisposable
{
    private const string Charities =
        """
        [{"date_of_extract":"2026-11-20T00:00:00","organisation_number":11,"registered_charity_number":1000001,"linked_charity_number":0,"charity_name":"FERNLEA \u0026 CLUB","charity_type":"CIO",
          "charity_registration_status":"Registered","date_of_registration":"1998-04-06T00:00:00","charity_reporting_status":"Submission Received","latest_acc_fin_period_end_date":"2025-03-31T00:00:00",
          "latest_income":12345.0,"latest_expenditure":11000.0,"charity_contact_address1":"1 Secret Street","charity_contact_postcode":"BL3 5JH","charity_contact_phone":"01204 123456",
          "charity_contact_email":"jo.bloggs@example.org","charity_contact_web":"www.example.org","charity_company_registration_number":"1234567","charity_insolvent":false,"charity_in_administration":false,
          "charity_activities":"Lunch for older people. Ring Jo on 01204 123456.","charity_gift_aid":null},
         {"organisation_number":12,"registered_charity_number":1000001,"linked_charity_number":1,"charity_name":"FERNLEA MINIBUS FUND","charity_registration_status":"Registered"},
         {"organisation_number":13,"registered_charity_number":1000002,"linked_charity_number":0,"charity_name":"LONG GONE","charity_registration_status":"Removed"},
         {"organisation_number":14,"registered_charity_number":null,"linked_charity_number":0,"charity_name":"NUMBERLESS","charity_registration_status":"Registered"},
         {"organisation_number":15,"registered_charity_number":1000003,"linked_charity_number":0,"charity_name":null,"charity_registration_status":"Registered"},
         {"organisation_number":16,"registered_charity_number":1000004,"linked_charity_number":0,"charity_name":"MOOR SINGERS","charity_registration_status":"Registered","charity_contact_postcode":"nowhere",
          "charity_contact_email":"info@example.org","charity_insolvent":true,"latest_income":null},
         {"organisation_number":17,"registered_charity_number":1000004,"linked_charity_number":0,"charity_name":"MOOR SINGERS AGAIN","charity_registration_status":"Registered"}]
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, string> Tables = new()
    {
        ["charity"] = Charities,
        ["charity_classification"] = """[{"organisation_number":11,"classification_code":202,"classification_type":"Who","classification_description":"Elderly/old People"},{"organisation_number":11,"classification_code":306,"classification_type":"How","classification_description":"Provides Services"},{"organisation_number":11,"classification_code":105,"classification_type":"What","classification_description":"The Prevention Or Relief Of Poverty"}]""",
        ["charity_area_of_operation"] = """[{"organisation_number":11,"geographic_area_type":"Local Authority","geographic_area_description":"Bolton"},{"organisation_number":11,"geographic_area_type":"Local Authority","geographic_area_description":"Bury"}]""",
        ["charity_policy"] = """[{"organisation_number":11,"policy_name":"Safeguarding vulnerable beneficiaries"}]""",
        ["charity_other_names"] = """[{"organisation_number":11,"charity_name":"THE LUNCH CLUB"}]""",
        ["charity_annual_return_parta"] = """[{"organisation_number":11,"latest_fin_period_submitted_ind":false,"count_volunteers":3},{"organisation_number":11,"latest_fin_period_submitted_ind":true,"income_from_government_contracts":500.0,"count_volunteers":9}]""",
        ["charity_annual_return_partb"] = """[{"organisation_number":11,"latest_fin_period_submitted_ind":true,"reserves":2000.0,"count_employees":2}]""",
        ["charity_trustee"] = """[{"organisation_number":11,"trustee_id":1,"trustee_name":"Joanna Bloggs"}]""",
    };

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ImportingTheCharityRegister() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private ImportResult Import(string path, int days = 0, bool dryRun = false) => new ImportCharityRegister(store).Run(path, new ImportOptions(Now.AddDays(days), dryRun));

    private string Zip(string name, params (string Name, byte[] Bytes)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, content) in entries)
            {
                using var stream = zip.CreateEntry(entry).Open();
                stream.Write(content);
            }
        }
        return folder.Write(name, bytes.ToArray());
    }

    private string Extract(string name = "extract.zip") => Zip(name, [.. Tables.Select(t => ($"publicextract.{t.Key}.json", Encoding.UTF8.GetBytes(t.Value)))]);

    // As it is published: a zip for each table.
    private string Published()
    {
        var inner = Tables.Select(t => (Name: $"publicextract.{t.Key}.zip", Bytes: File.ReadAllBytes(Zip(t.Key + ".zip", ($"publicextract.{t.Key}.json", Encoding.UTF8.GetBytes(t.Value))))));
        return Zip("all.zip", [.. inner]);
    }

    [Fact]
    public void A_charity_brings_its_name_place_words_figures_and_policies()
    {
        var result = Import(Extract());
        Assert.Equal((5, 2), (result.Rows, result.Named));
        var charity = store.FindProvider("GB-CHC-1000001")!;
        Assert.Equal(("FERNLEA & CLUB", "BL3 5JH", "CIO", "http://www.example.org/"), (charity.Name, charity.Postcode, charity.LegalForm, charity.Website));
        Assert.Equal("£12,345 in the year to 31 March 2025, as it reported", charity.IncomeBand);
        Assert.Contains(charity.Texts, t => t.Text == "What: The Prevention Or Relief Of Poverty. For: Elderly/old People. How: Provides Services. Works in: Bolton; Bury. Also known as: THE LUNCH CLUB.");
        var source = Assert.Single(store.SourcesOf("GB-COH-01234567"));
        Assert.Equal(("Register of charities in England and Wales", "Open Government Licence v3.0"), (source.DataSet, source.Licence));
        var facts = source.Facts!;
        Assert.Equal((9, 2, 500m, 2000m), (facts.Volunteers, facts.Employees, facts.GovernmentContracts, facts.Reserves));
        Assert.Equal(["Safeguarding vulnerable beneficiaries"], facts.Policies);
        Assert.EndsWith("/11", facts.RegisterLink, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_others_and_those_that_left_are_left_out_and_bad_rows_listed()
    {
        var result = Import(Extract());
        Assert.Equal(ImportOutcome.DoneWithRefusals, result.Outcome);
        Assert.Equal(["charity row 4", "charity row 5", "charity row 7"], result.Refusals.Where(r => r.WholeRow).Select(r => r.Place));
        Assert.Contains(result.Refusals, r => r.Place == "charity row 6" && r.Reason.Contains("\"nowhere\" cannot be read", StringComparison.Ordinal));
        Assert.Contains(result.Refusals, r => r.Reason.StartsWith("1 linked", StringComparison.Ordinal));
        Assert.Contains(result.Refusals, r => r.Reason.StartsWith("1 charities have left", StringComparison.Ordinal));
        Assert.Equal(["insolvent"], Assert.Single(store.SourcesOf("GB-CHC-1000004")).Facts!.Standing);
        Assert.Null(Assert.Single(store.SourcesOf("GB-CHC-1000004")).Facts!.Income);
    }

    [Fact]
    public void Trustees_street_addresses_telephones_and_peoples_mailboxes_are_nowhere_in_the_store()
    {
        Import(Extract());
        var bytes = Directory.EnumerateFiles(Path.GetDirectoryName(folder.File("x"))!, "knowledge.db*").Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).SelectMany(File.ReadAllBytes).ToArray();
        var text = Encoding.UTF8.GetString(bytes);
        foreach (var personal in new[] { "Joanna", "bloggs", "Secret Street", "123456.", "01204" }) Assert.DoesNotContain(personal, text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("info@example.org", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Zips_in_a_zip_a_folder_and_tab_separated_tables_say_the_same()
    {
        Import(Extract());
        var whole = store.FindProvider("GB-CHC-1000001")!;
        foreach (var path in new[] { Published(), Unpacked(), TabSeparated() })
        {
            var other = new SqliteKnowledgeStore(folder.File(Path.GetFileName(path) + ".db"));
            var result = new ImportCharityRegister(other).Run(path, new ImportOptions(Now));
            Assert.Equal((5, 2), (result.Rows, result.Named));
            var same = other.FindProvider("GB-CHC-1000001")!;
            Assert.Equal(whole with { Texts = [] }, same with { Texts = [] });
            Assert.Equal(whole.Texts.Count, same.Texts.Count);
        }
    }

    [Fact]
    public void The_same_files_again_change_nothing_and_a_later_extract_marks_who_left()
    {
        var path = Extract();
        Import(path);
        Assert.True(Import(path, days: 1).Unchanged);
        var later = Zip("later.zip", ("publicextract.charity.json", Encoding.UTF8.GetBytes(Charities.Replace("\"Registered\",\"date_of_registration\"", "\"Removed\",\"date_of_registration\"", StringComparison.Ordinal))));
        Assert.Equal(1, Import(later, days: 2).Record!.Gone);
        Assert.Equal(new DateOnly(2026, 11, 22), store.FindProvider("GB-CHC-1000001")!.GoneSince);
    }

    [Fact]
    public void A_dry_run_counts_the_same_and_changes_nothing()
    {
        var dry = Import(Extract(), dryRun: true);
        Assert.Equal(0, store.DataVersion);
        var real = Import(Extract());
        Assert.Equal((real.Rows, real.Named), (dry.Rows, dry.Named));
        Assert.Equal(real.Refusals, dry.Refusals);
    }

    [Theory]
    [InlineData("[{\"organisation_number\":11,\"registered_charity_number\":1000001,\"linked", "cut off")]
    [InlineData("[]", "no rows")]
    [InlineData("{\"rows\":[]}", "not a list of rows")]
    [InlineData("[1,2]", "something else than a row")]
    [InlineData("not json", "not valid JSON")]
    public void A_table_that_is_cut_off_or_something_else_changes_nothing(string table, string reason)
    {
        Import(Extract("before.zip"));
        var before = store.DataVersion;
        var result = Import(Zip("bad.zip", ("publicextract.charity.json", Encoding.UTF8.GetBytes(table))));
        Assert.Equal(ImportOutcome.NotDone, result.Outcome);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.Equal(before, store.DataVersion);
        Assert.Equal(2, store.Providers().Count());
    }

    [Fact]
    public void Letters_of_no_known_encoding_refuse_the_row_and_keep_the_others()
    {
        var bytes = Encoding.UTF8.GetBytes(Charities.Replace("MOOR SINGERS\"", "CAF# SINGERS\"", StringComparison.Ordinal));
        bytes[Array.IndexOf(bytes, (byte)'#')] = 0xC9;
        var result = Import(Zip("latin.zip", ("publicextract.charity.json", bytes)));
        Assert.Contains(result.Refusals, r => r.WholeRow && r.Reason.Contains("not in UTF-8", StringComparison.Ordinal));
        Assert.NotNull(store.FindProvider("GB-CHC-1000001"));
    }

    [Fact]
    public void A_damaged_zip_a_zip_without_charities_and_one_nested_twice_are_said_to_be_so()
    {
        var whole = File.ReadAllBytes(Extract());
        Assert.Contains("damaged", Import(folder.Write("cut.zip", whole[..(whole.Length / 2)])).Reason, StringComparison.Ordinal);
        Assert.Contains("no table of charities", Import(Zip("other.zip", ("readme.txt", [1]))).Reason, StringComparison.Ordinal);
        var inner = File.ReadAllBytes(Zip("inner.zip", ("publicextract.charity.zip", [1])));
        Assert.Contains("zip that holds a zip", Import(Zip("nested.zip", ("publicextract.charity.zip", inner))).Reason, StringComparison.Ordinal);
        Assert.Contains("is not there", Import(folder.File("missing")).Reason, StringComparison.Ordinal);
        Assert.Equal(0, store.DataVersion);
    }

    public void Dispose() => folder.Dispose();

    private string Unpacked()
    {
        var path = Directory.CreateDirectory(folder.File("unpacked")).FullName;
        foreach (var (name, text) in Tables) File.WriteAllText(Path.Combine(path, $"publicextract.{name}.json"), text);
        return path;
    }

    private string TabSeparated()
    {
        var path = Directory.CreateDirectory(folder.File("tabs")).FullName;
        foreach (var (name, text) in Tables)
        {
            using var json = System.Text.Json.JsonDocument.Parse(text);
            var columns = json.RootElement.EnumerateArray().SelectMany(r => r.EnumerateObject().Select(p => p.Name)).Distinct().ToList();
            var lines = json.RootElement.EnumerateArray().Select(r => string.Join('\t', columns.Select(c => r.TryGetProperty(c, out var value) ? value.ToString() : "")));
            // A text with a line end inside, as the activities often have.
            File.WriteAllText(Path.Combine(path, $"publicextract.{name}.txt"), (string.Join('\t', columns) + "\r\n" + string.Join("\r\n", lines) + "\r\n").Replace("people. Ring", "people.\r\nRing", StringComparison.Ordinal), new UTF8Encoding(true));
        }
        return path;
    }
}
