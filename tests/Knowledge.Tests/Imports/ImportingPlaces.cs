using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Imports.Postcodes;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Knowledge.Tests.Imports;

public sealed class ImportingPlaces : IDisposable
{
    private const string Header = "\"pcd\",\"pcd2\",\"pcds\",\"dointr\",\"doterm\",\"oscty\",\"oslaua\",\"lat\",\"long\"\n";

    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    private readonly TestFolder folder = new();
    private readonly SqliteKnowledgeStore store;

    public ImportingPlaces() => store = new SqliteKnowledgeStore(folder.File("knowledge.db"));

    private ImportResult Import(string text, bool dryRun = false, IProgress<ImportProgress>? progress = null) =>
        new ImportPlaces(store).Run(folder.Write("places.csv", text), new ImportOptions(Now, dryRun, "Directory", "OGL v3"), progress);

    private static string Row(string postcode, string council, string north, string east, string ended = "") =>
        $"\"{postcode.Replace(" ", "", StringComparison.Ordinal)}\",\"{postcode}\",\"{postcode}\",\"198001\",\"{ended}\",\"E99999999\",\"{council}\",{north},{east}\n";

    // BL0 runs from Bury into Rossendale.
    private static string Border => Header + Row("BL0 9AA", "E08000002", "53.65", "-2.32") + Row("BL0 9AB", "E08000002", "53.66", "-2.31") + Row("BL0 0AA", "E07000125", "53.69", "-2.30");

    private Whereabouts WhereIs(string? town, string postcode)
    {
        folder.Write("list.csv", $"Name,Town,Postcode\nFernlea,{town},{postcode}\n");
        new ImportProviders(store).Run(folder.File("list.csv"), new ImportOptions(Now));
        var index = new CurrentProviders(store).Index;
        var provider = Assert.Single(store.Providers());
        return index.Gazetteer.Locate(provider.Locality, provider.Outward, provider.Location);
    }

    [Fact]
    public void A_whole_postcode_says_its_one_council_and_its_point()
    {
        Assert.Equal((ImportOutcome.Done, 3, 3), (Import(Border).Outcome, store.Imports()[0].Rows, store.Imports()[0].Named));
        var where = WhereIs("Ramsbottom", "BL0 0AA");
        Assert.Equal((Precision.Postcode, new Point(53.69, -2.30)), (where.Precision, where.At));
        Assert.Equal(["Rossendale"], where.Places.Where(p => p.Kind == PlaceKind.Council).Select(p => p.Name));
    }

    [Fact]
    public void An_outward_code_has_the_councils_and_the_middle_of_its_postcodes()
    {
        Import(Border + Row("BL0 0AB", "E07000124", "10", "10"));
        var outward = Assert.Single(store.Outwards());
        Assert.Equal(("BL0", "E08000002 E07000125"), (outward.Code, string.Join(' ', outward.Councils)));
        Assert.Equal(53.667, outward.At.North, 0.001);
        Assert.Equal("BL0 (Bury or Rossendale)", new CurrentProviders(store).Index.Gazetteer.ForCode("BL0").Label);
    }

    [Fact]
    public void A_postcode_that_has_ended_still_says_where_an_old_address_was_and_counts_for_nothing_else()
    {
        Import(Border + Row("BL0 1ZZ", "E08000001", "53.58", "-2.43", ended: "199906"));
        Assert.Equal("E08000002 E07000125", string.Join(' ', Assert.Single(store.Outwards()).Councils));
        Assert.Contains("bolton", WhereIs("Bury", "BL0 1ZZ").Places.Select(p => p.Id));
    }

    [Fact]
    public void A_council_is_known_by_an_earlier_code_and_by_its_name()
    {
        Import("Postcode,Council,Latitude,Longitude\nNE8 1AA,E08000020,54.96,-1.60\nHD1 1AA,Kirklees Metropolitan Borough Council,53.64,-1.78\nNN16 0AA,E07000153,52.39,-0.72\n");
        Assert.Contains("gateshead", WhereIs(null, "NE8 1AA").Places.Select(p => p.Id));
        Assert.Equal(["E07000153", "E08000034", "E08000037"], store.Outwards().SelectMany(o => o.Councils).Order());
    }

    [Fact]
    public void Bad_rows_are_listed_with_their_line_and_the_rest_is_kept()
    {
        var result = Import(Border + Row("NONSENSE", "E08000002", "53.6", "-2.3") + Row("BL1 1AA", "E08000001", "north", "-2.4") + Row("BL1 1AB", "E08000001", "-2.4", "53.5")
            + Row("BL1 1AD", "E09999999", "53.5", "-2.4") + Row("BL1 1AE", "E09999999", "53.5", "-2.4") + Row("GY1 1AA", "L99999999", "99.999999", "0.000000"));
        Assert.Equal(["line 5", "line 6", "line 7"], result.Refusals.Where(r => r.WholeRow).Select(r => r.Place));
        Assert.Equal(["line 8", "whole file"], result.Refusals.Where(r => !r.WholeRow).Select(r => r.Place));
        Assert.Equal((ImportOutcome.DoneWithRefusals, 8, 5), (result.Outcome, result.Rows, result.Named));
    }

    [Fact]
    public void A_dry_run_tells_the_same_and_changes_nothing()
    {
        var text = Border + Row("NONSENSE", "E08000002", "53.6", "-2.3");
        var dry = Import(text, dryRun: true);
        Assert.Empty(store.Outwards());
        Assert.Equal(0, store.DataVersion);
        var real = Import(text);
        Assert.Equal((real.Outcome, real.Rows, real.Named, real.Refusals.Count), (dry.Outcome, dry.Rows, dry.Named, dry.Refusals.Count));
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        Import(Border);
        var again = Import(Border);
        Assert.True(again.Unchanged);
        Assert.Equal(1, store.DataVersion);
    }

    [Theory]
    [InlineData("Postcode,Town\nBL1 1AA,Bolton\n", "latitude")]
    [InlineData("Name,lat,long\nA,53,-2\n", "postcode")]
    [InlineData("pcds,lat,long\n\"BL1 1AA,53,-2\n", "quotation mark")]
    public void A_file_that_is_no_directory_changes_nothing(string text, string why)
    {
        var result = Import(text);
        Assert.Equal(ImportOutcome.NotDone, result.Outcome);
        Assert.Contains(why, result.Reason, StringComparison.Ordinal);
        Assert.Equal(0, store.DataVersion);
    }

    [Fact]
    public void Ten_thousand_bad_lines_are_another_kind_of_file()
    {
        Import(Border);
        var result = Import(Border + string.Concat(Enumerable.Repeat(Row("NONSENSE", "E08000002", "53.6", "-2.3"), 10_001)));
        Assert.Equal((ImportOutcome.NotDone, 1), (result.Outcome, store.DataVersion));
    }

    [Fact]
    public void The_made_up_providers_stay_until_real_ones_come()
    {
        Import(Border);
        SampleProviders.Seed(store, Now);
        Assert.Equal(14, store.Providers().Count());
        Import(Border + Row("BL1 1AA", "E08000001", "53.5", "-2.4"));
        Assert.Equal(14, store.Providers().Count());
    }

    [Fact]
    public void A_large_directory_is_streamed_and_tells_how_far_it_is()
    {
        const int Rows = 60_000;
        // What is loaded once is no part of the measure.
        Import(Border);
        WriteLarge(Rows);
        var steps = new Steps();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var result = new ImportPlaces(store).Run(folder.File("places.csv"), new ImportOptions(Now), steps);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal((ImportOutcome.Done, Rows, Rows), (result.Outcome, result.Rows, result.Named));
        Assert.True(steps.Most < 20_000_000 && kept < 5_000_000, $"{steps.Most} bytes at most while reading, {kept} afterwards");
        Assert.True(steps.Count >= 6);
    }

    [SkippableFact]
    public void A_file_of_outward_codes_makes_their_distances_exact()
    {
        var path = ReferenceData.Require("data/places/outward-codes-2014.csv");
        var result = new ImportPlaces(store).Run(path, new ImportOptions(Now, DataSet: "Outward codes 2014"));
        Assert.Equal((ImportOutcome.Done, 2848, 2848), (result.Outcome, result.Rows, result.Named));
        var gazetteer = new CurrentProviders(store).Index.Gazetteer;
        Assert.Equal(53.8, gazetteer.Locate(null, "BB9").At!.Value.North, 0.1);
        Assert.All(Places.PlacingOutwardCodes.Rows(path), r => Assert.True(gazetteer.Locate(null, r.Code).At!.Value.DistanceTo(r.At) < 0.1, r.Code));
    }

    public void Dispose() => folder.Dispose();

    private void WriteLarge(int rows)
    {
        using var file = new StreamWriter(folder.File("places.csv"), false, new UTF8Encoding(false));
        file.Write(Header);
        for (var i = 0; i < rows; i++) file.Write(Row(Code(i), i % 2 == 0 ? "E08000001" : "E08000002", (53 + i % 1000 / 1000.0).ToString(CultureInfo.InvariantCulture), "-2.4"));
    }

    private static string Code(int i)
    {
        const string Letters = "ABDEFGHJLNPQRSTUWXYZ";
        return string.Create(CultureInfo.InvariantCulture, $"BL{i / 4000 % 100} {i / 400 % 10}{Letters[i / 20 % 20]}{Letters[i % 20]}");
    }

    private sealed class Steps : IProgress<ImportProgress>
    {
        private readonly long start = GC.GetTotalMemory(forceFullCollection: true);

        public int Count { get; private set; }

        public long Most { get; private set; }

        public void Report(ImportProgress value)
        {
            Count++;
            if (Count % 2 == 0) Most = Math.Max(Most, GC.GetTotalMemory(forceFullCollection: true) - start);
        }
    }
}
