using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Tests.Places;

public class ReadingPostcodes
{
    [Theory]
    [InlineData("BL3 5JH", "BL3 5JH")]
    [InlineData("bl3 5jh", "BL3 5JH")]
    [InlineData("B75RA", "B7 5RA")]
    [InlineData("WR12JD", "WR1 2JD")]
    [InlineData("E1W 3HW", "E1W 3HW")]
    [InlineData("SW1A1AA", "SW1A 1AA")]
    [InlineData("N 17 8DX", "N17 8DX")]
    [InlineData("WF1 2 SD", "WF1 2SD")]
    [InlineData("PE1 2RA.", "PE1 2RA")]
    [InlineData("WF14 OQL", "WF14 0QL")]
    [InlineData("S016 6AY", "SO16 6AY")]
    [InlineData("C091HT", "CO9 1HT")]
    [InlineData("ECIM 4XA", "EC1M 4XA")]
    public void Typed_in_any_way_gives_the_postcode(string typed, string postcode) => Assert.Equal(postcode, Postcode.Read(typed)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("BL3")]
    [InlineData("NN1 5LRL")]
    [InlineData("QQ1 1AA")]
    [InlineData("BL3 5CH")]
    [InlineData("lunch")]
    [InlineData("12345")]
    public void What_is_none_or_could_be_several_is_not_guessed(string? typed) => Assert.Null(Postcode.Read(typed));

    [Theory]
    [InlineData("CH41-49 CH60-63", "CH45", true)]
    [InlineData("CH41-49 CH60-63", "CH65", false)]
    [InlineData("WR", "WR14", true)]
    [InlineData("B1-36", "B37", false)]
    [InlineData("E", "EC1M", false)]
    [InlineData("SW1", "SW1A", true)]
    public void A_range_of_codes_holds_what_lies_in_it(string codes, string outward, bool within) => Assert.Equal(within, new OutwardCodes(codes).Contains(outward));
}
