using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Tests.Places;

public class ListingCouncils
{
    private static Gazetteer Gazetteer => PlaceList.Authored;

    [SkippableFact]
    public void Every_council_of_England_is_listed_under_its_code_and_every_earlier_code_leads_to_one()
    {
        var rows = File.ReadLines(ReferenceData.Require("data/area-codes/la_all_codes.csv")).Skip(1).Select(l => l[..9]).Where(c => c.StartsWith("E0", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count > 330);
        Assert.All(rows, c => Assert.NotNull(Gazetteer.WithCode(c)));
        Assert.Equal(296, Gazetteer.Places.Count(p => p is { Kind: PlaceKind.Council, Country: "England", IsFormer: false }));
    }

    [Fact]
    public void Every_council_has_a_region_a_code_and_postcodes() =>
        Assert.All(Gazetteer.Places.Where(p => p is { Kind: PlaceKind.Council, Country: "England" }), p => Assert.True(
            (p.Codes.Count > 0 || p.IsFormer) && !p.Postcodes.IsEmpty && p.At is not null && Gazetteer.Places.Any(r => (r.Kind == PlaceKind.Region || r.Id == "london") && Gazetteer.LiesIn(p, r)), p.Id));

    [Theory]
    [InlineData("kettering", "2021-04-01", "north-northamptonshire")]
    [InlineData("allerdale", "2023-04-01", "cumberland")]
    [InlineData("harrogate", "2023-04-01", "north-yorkshire")]
    [InlineData("mendip", "2023-04-01", "somerset")]
    [InlineData("wycombe", "2020-04-01", "buckinghamshire")]
    public void A_council_that_ended_says_when_and_lies_in_the_one_that_took_over(string id, string ended, string now)
    {
        var place = Gazetteer.Find(id)!;
        Assert.Equal((ended, true), (place.Ends?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), place.IsFormer));
        Assert.True(Gazetteer.LiesIn(place, Gazetteer.Find(now)!));
    }

    [Theory]
    [InlineData("worcestershire")]
    [InlineData("wychavon")]
    public void The_announced_end_of_Worcestershires_councils_is_known_and_not_yet_true(string id)
    {
        var place = Gazetteer.Find(id)!;
        Assert.Equal((new DateOnly(2028, 4, 1), true, false), (place.Ends, place.EndIsAnnounced, place.IsFormer));
    }

    [Theory]
    [InlineData("black-country", "DY1", true)]
    [InlineData("black-country", "B1", false)]
    [InlineData("humberside", "DN31", true)]
    [InlineData("cleveland", "TS24", true)]
    [InlineData("avon", "BA1", true)]
    [InlineData("kettering", "NN16", true)]
    [InlineData("kettering", "NN1", false)]
    [InlineData("worcestershire", "WR10", true)]
    [InlineData("london", "E8", true)]
    [InlineData("region-north-west", "BL3", true)]
    [InlineData("region-west-midlands", "HR1", true)]
    public void A_county_or_region_holds_what_lies_in_its_councils(string place, string outward, bool within) =>
        Assert.Equal(within, Gazetteer.Locate(null, outward).IsIn(Gazetteer.Find(place)!));
}
