using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Tests.Places;

public class FindingPlaces
{
    private static Gazetteer Gazetteer => PlaceList.Authored;

    [Theory]
    [InlineData("Birmingham", "B66", "sandwell")]
    [InlineData("Smethwick", "B18", "sandwell")]
    [InlineData("Solihull", "B37", "solihull")]
    [InlineData("Wolverhampton", "WV13", "walsall")]
    [InlineData("Wellington", "TF1", "telford")]
    [InlineData("Newport", "TF10", "telford")]
    [InlineData("Newport", "NP20", "newport-wales")]
    [InlineData("Worcestershire", "B97", "redditch")]
    [InlineData(null, "BL4", "bolton")]
    [InlineData("Bolton", null, "bolton")]
    [InlineData("Birkenhead", "CH41", "wirral")]
    [InlineData("Aberystwyth", "SY23", "wales")]
    [InlineData("Machynlleth", "SY20", "wales")]
    public void An_address_lies_in_its_place(string? town, string? outward, string place) =>
        Assert.Contains(place, Gazetteer.Locate(town, outward).Places.Select(p => p.Id));

    [Theory]
    [InlineData("Birmingham", "B66", "birmingham")]
    [InlineData("Smethwick", "B18", "birmingham")]
    [InlineData("Solihull", "B37", "birmingham")]
    [InlineData("Bury", "BL9", "bolton")]
    [InlineData("Worcester", "WR9", "worcester")]
    [InlineData("Aberystwyth", "SY23", "shropshire")]
    [InlineData("Chester", "CH4", "wirral")]
    public void And_not_in_its_neighbour(string town, string outward, string place) =>
        Assert.DoesNotContain(place, Gazetteer.Locate(town, outward).Places.Select(p => p.Id));

    [Theory]
    [InlineData("TF1", "worcester", false)]
    [InlineData("ST16", "telford", true)]
    [InlineData("SY1", "telford", true)]
    [InlineData("SY23", "telford", false)]
    [InlineData("SY16", "telford", false)]
    [InlineData("WV1", "telford", true)]
    [InlineData("CH65", "wirral", true)]
    [InlineData("LS1", "bolton", false)]
    public void Near_is_about_half_an_hours_drive(string outward, string place, bool near) =>
        Assert.Equal(near, Gazetteer.AreNear(Gazetteer.Find(place)!, Gazetteer.Locate(null, outward)));

    [Fact]
    public void A_county_contains_its_districts() => Assert.True(Gazetteer.Locate("Kidderminster", "DY10").IsIn(Gazetteer.Find("worcestershire")!));

    [Fact]
    public void A_shared_name_gives_every_place_of_that_name() =>
        Assert.Equal(["newport-shropshire", "newport-wales", "newport-wight"], Gazetteer.Named("newport").Select(p => p.Id).Order());

    [Theory]
    [InlineData("the Wirral", "wirral")]
    [InlineData("BRUM", "birmingham")]
    [InlineData("Telford & Wrekin", "telford")]
    [InlineData("worcs", "worcestershire")]
    [InlineData("Plymouth", "plymouth")]
    public void Spoken_names_are_known(string name, string id) => Assert.Equal(id, Assert.Single(Gazetteer.Named(name)).Id);

    [Fact]
    public void Every_larger_place_named_in_the_list_exists() =>
        Assert.All(Gazetteer.Places.SelectMany(p => p.Within), id => Assert.NotNull(Gazetteer.Find(id)));

    [Fact]
    public void An_address_with_neither_town_nor_postcode_is_nowhere() => Assert.Empty(Gazetteer.Locate(null, null).Places);
}
