using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Places;
using Xunit.Abstractions;

namespace CommissioningBot.Knowledge.Tests.Places;

public partial class PlacingOutwardCodes(ITestOutputHelper output)
{
    // What is promised without an imported directory: a place is taken to be at the middle of its town or council.
    private const double Worst = 50;
    private const double Usual = 25;

    internal static IEnumerable<(string Code, Point At)> Rows(string path) =>
        File.ReadLines(path).Skip(1).Select(l => l.Split(',')).Where(c => c[7] == "ENG")
            .Select(c => (c[0], new Point(double.Parse(c[3], CultureInfo.InvariantCulture), double.Parse(c[4], CultureInfo.InvariantCulture))));

    [SkippableFact]
    public void Every_outward_code_of_England_has_a_council_or_says_area_only()
    {
        var rows = Rows(ReferenceData.Require("data/places/outward-codes-2014.csv")).ToList();
        var areaOnly = rows.Where(r => PlaceList.Authored.Locate(null, r.Code).IsAreaOnly).Select(r => r.Code).Order(StringComparer.Ordinal).ToList();
        output.WriteLine($"{rows.Count} codes, area only: {string.Join(' ', areaOnly)}");
        Assert.All(rows, r => Assert.True(areaOnly.Contains(r.Code) || PlaceList.Authored.Locate(null, r.Code).Places.Any(p => p.Kind == PlaceKind.Council), r.Code));
        Assert.True(rows.Count > 2000 && areaOnly.Count <= 10, string.Join(' ', areaOnly));
    }

    [SkippableFact]
    public void Without_a_directory_nine_codes_of_ten_are_within_twenty_five_kilometres_and_none_is_fifty_off()
    {
        var rows = Rows(ReferenceData.Require("data/places/outward-codes-2014.csv")).ToList();
        var off = rows.Select(r => (r.Code, Kilometres: PlaceList.Authored.Locate(null, r.Code).At!.Value.DistanceTo(r.At))).OrderBy(r => r.Kilometres).ToList();
        output.WriteLine($"median {off[off.Count / 2].Kilometres:0.0}, nine of ten {off[off.Count * 9 / 10].Kilometres:0.0}, worst {off[^1]}");
        Assert.True(off[off.Count * 9 / 10].Kilometres <= Usual && off[^1].Kilometres <= Worst, $"nine of ten {off[off.Count * 9 / 10]}, worst {off[^1]} {off[^2]} {off[^3]}");
    }

    [SkippableFact]
    public void Every_malformed_postcode_of_real_grants_is_read_or_refused_rightly()
    {
        using var file = File.OpenRead(ReferenceData.Require(ReferenceData.Lloyds));
        using var grants = JsonDocument.Parse(file);
        var malformed = grants.RootElement.GetProperty("grants").EnumerateArray()
            .SelectMany(g => g.GetProperty("recipientOrganization").EnumerateArray())
            .Select(o => o.TryGetProperty("postalCode", out var code) ? code.GetString()! : "").Where(c => c.Length > 0 && !WellFormed().IsMatch(c)).Distinct().ToList();
        Assert.Equal(108, malformed.Count);
        Assert.Equal(["NN1 5LRL"], malformed.Where(c => Postcode.Read(c) is null));
        // What is read has the same letters and figures, but for O and I that stand for nought and one.
        Assert.All(malformed.Where(c => Postcode.Read(c) is not null), c => Assert.Equal(Plain(c), Plain(Postcode.Read(c)!.ToString())));
        Assert.Equal("B7 5RA", Postcode.Read("B75RA")!.ToString());
    }

    // By the councils' middles; as the crow flies between the town halls: 155, 126 and 8 km.
    [Theory]
    [InlineData("bolton", "worcester", 155)]
    [InlineData("wirral", "birmingham", 126)]
    [InlineData("sandwell", "birmingham", 8)]
    public void Distances_agree_with_known_ones(string from, string to, double kilometres) =>
        Assert.Equal(kilometres, PlaceList.Authored.Find(from)!.At!.Value.DistanceTo(PlaceList.Authored.Find(to)!.At!.Value), 3.0);

    private static string Plain(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch { 'O' => '0', 'I' => '1', _ => c })]);

    [GeneratedRegex(@"^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$")]
    private static partial Regex WellFormed();
}
