using System.Text;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Imports.CouncilGrants;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Imports.Ocds;
using CommissioningBot.Knowledge.Imports.OpenReferral;
using CommissioningBot.Knowledge.Imports.OpportunityLists;
using CommissioningBot.Knowledge.Imports.Postcodes;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

/// <summary>Whatever the format, a file that is cut off, hostile, of another encoding or far too large is refused in words and what was there stays. Documents have tests of their own.</summary>
public sealed class RefusingWhatCannotBeRead : IDisposable
{
    private const long Huge = 200L * 1024 * 1024;

    private sealed record Format(string File, string Good, Func<IKnowledgeStore, string, ImportResult> Import);

    private static readonly ImportOptions Options = new(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), DataSet: "A list", Licence: "OGL v3");

    private static readonly Dictionary<string, Format> All = new()
    {
        ["360giving"] = new("grants.json",
            """{"grants":[{"id":"360G-x-1","title":"Grant","description":"Lunch","currency":"GBP","amountAwarded":5,"awardDate":"2013-05-01","recipientOrganization":[{"id":"GB-CHC-1","name":"Fernlea"}],"fundingOrganization":[{"id":"GB-CHC-9","name":"A Fund"}]}]}""",
            (store, path) => new ImportThreeSixtyGiving(store).Run(path, Options)),
        ["ocds"] = new("package.json",
            """{"releases":[{"ocid":"ocds-h6vhtk-cccccc","id":"1","date":"2026-10-07T09:00:00Z","tag":["tender"],"tender":{"legalBasis":{"id":"2023/54"},"title":"Health service","tenderPeriod":{"endDate":"2027-03-28T09:00:00Z"}}}]}""",
            (store, path) => new ImportOcds(store).Run(path, Options)),
        ["open-referral"] = new("services.json",
            """[{"id":"s-1","name":"Counselling","status":"active","organization":{"id":"o-1","name":"Fernlea Help","description":"A charity"}}]""",
            (store, path) => new ImportOpenReferral(store).Run(path, Options)),
        ["charity-register"] = new("publicextract.charity.json",
            """[{"organisation_number":11,"registered_charity_number":1000001,"linked_charity_number":0,"charity_name":"FERNLEA","charity_registration_status":"Registered"}]""",
            (store, path) => new ImportCharityRegister(store).Run(path, Options)),
        ["providers"] = new("list.csv", "Name,Town,What you do\nFernlea,Bolton,\"Lunch, and company\"\n", (store, path) => new ImportProviders(store).Run(path, Options)),
        ["grants"] = new("grants.csv", "Date Awarded,Beneficiary Name,Amount,Purpose of grant\n01/04/2025,Fernlea,250,\"Lunch, and company\"\n", (store, path) => new ImportCouncilGrants(store).Run(path, Options)),
        ["opportunities"] = new("open.csv", "Title,Funder,Deadline,Link\nSmall grants,Anytown Council,05/12/2026,\"https://example.org/grants\"\n", (store, path) => new ImportOpportunityList(store).Run(path, Options)),
        ["places"] = new("places.csv", "\"pcd\",\"pcds\",\"doterm\",\"oslaua\",\"lat\",\"long\"\n\"BL35JH\",\"BL3 5JH\",\"\",\"E08000001\",53.57,\"-2.43\"\n", (store, path) => new ImportPlaces(store).Run(path, Options)),
    };

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public RefusingWhatCannotBeRead() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    public static TheoryData<string> Formats => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_good_file_imported_twice_changes_nothing(string format)
    {
        var first = Import(format, Encoding.UTF8.GetBytes(All[format].Good));
        Assert.Equal((ImportOutcome.Done, false), (first.Outcome, first.Unchanged));
        var before = Everything();
        var again = Import(format, Encoding.UTF8.GetBytes(All[format].Good));
        Assert.Equal((ImportOutcome.Done, true, before), (again.Outcome, again.Unchanged, Everything()));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_that_is_cut_off_is_refused_in_words(string format)
    {
        // The last quotation mark and what comes after it are missing.
        var good = All[format].Good;
        IsRefused(format, Encoding.UTF8.GetBytes(good[..good.LastIndexOf('"')]), "cut off");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_of_another_encoding_is_refused_in_words(string format) =>
        IsRefused(format, Encoding.Unicode.GetBytes(All[format].Good), All[format].File.EndsWith(".csv", StringComparison.Ordinal) ? "not a text file" : "not in UTF-8");

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_hostile_file_is_refused_in_words(string format)
    {
        var good = All[format].Good;
        var isCsv = All[format].File.EndsWith(".csv", StringComparison.Ordinal);
        // A cell, or a nesting, without an end.
        var hostile = isCsv ? good[..(good.LastIndexOf('"') - 1)] + new string('x', 3 * 1024 * 1024) + "\"\n" : good[..(good.IndexOf('{', 1) + 1)] + "\"a\":" + new string('[', 100_000);
        IsRefused(format, Encoding.UTF8.GetBytes(hostile), isCsv ? "far too long" : "nested far too deep");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Two_hundred_megabytes_of_nothing_are_refused_in_words(string format)
    {
        var good = All[format].Good;
        Import(format, Encoding.UTF8.GetBytes(good));
        var before = Everything();
        var path = folder.Write("huge-" + All[format].File, Encoding.UTF8.GetBytes(good[..good.LastIndexOf('"')]));
        if (format == "charity-register") path = Moved(path);
        // The file system need not write what is only length.
        using (var file = File.OpenWrite(path)) file.SetLength(Huge);
        Said(All[format].Import(store, path), "Nothing was changed.");
        Assert.Equal(before, Everything());
    }

    public void Dispose() => folder.Dispose();

    private void IsRefused(string format, byte[] bytes, string because)
    {
        Import(format, Encoding.UTF8.GetBytes(All[format].Good));
        var before = Everything();
        Said(Import(format, bytes), because);
        Assert.Equal(before, Everything());
    }

    private static void Said(ImportResult result, string because)
    {
        Assert.Equal(ImportOutcome.NotDone, result.Outcome);
        Assert.Contains(because, result.Reason, StringComparison.Ordinal);
    }

    private ImportResult Import(string format, byte[] bytes) => All[format].Import(store, folder.Write(All[format].File, bytes));

    // The register's tables are told by their names.
    private string Moved(string path)
    {
        File.Move(path, folder.File(All["charity-register"].File), overwrite: true);
        return folder.File(All["charity-register"].File);
    }

    private string Everything() =>
        $"{store.DataVersion}: {string.Join("; ", store.Providers().Select(p => $"{p.Id} {p.Name} {string.Join(' ', p.Texts)}"))}; {string.Join("; ", store.Opportunities().Select(o => o.Ocid))}; {string.Join("; ", store.Outwards().Select(o => o.Code))}";
}
