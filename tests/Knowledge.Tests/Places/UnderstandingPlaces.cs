using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Tests.Providers;

namespace CommissioningBot.Knowledge.Tests.Places;

/// <summary>What people call places, and what is understood: "a+b" for several places, "a?b" if it is asked which is meant.</summary>
public class UnderstandingPlaces
{
    [Theory]
    // Spoken forms
    [InlineData("the Wirral", "wirral")]
    [InlineData("Wirral way", "wirral")]
    [InlineData("Telford way", "telford")]
    [InlineData("Telford & Wrekin", "telford")]
    [InlineData("the Wrekin", "telford")]
    [InlineData("brum", "birmingham")]
    [InlineData("B'ham", "birmingham")]
    [InlineData("the Birmingham area", "birmingham")]
    [InlineData("the Black Country", "black-country")]
    [InlineData("black country", "black-country")]
    [InlineData("Wolves", "wolverhampton")]
    [InlineData("west brom", "west-bromwich")]
    [InlineData("west mids", "west-midlands")]
    [InlineData("the Potteries", "stoke")]
    [InlineData("Pompey", "portsmouth")]
    [InlineData("Staffs", "staffordshire")]
    [InlineData("Northants", "northamptonshire")]
    [InlineData("Notts", "nottinghamshire")]
    [InlineData("Lancs", "lancashire")]
    [InlineData("Worcs", "worcestershire")]
    [InlineData("the Forest of Dean", "forest-of-dean")]
    [InlineData("the Isle of Wight", "isle-of-wight")]
    [InlineData("Hull", "hull")]
    [InlineData("Kingston upon Hull", "hull")]
    [InlineData("Teesside", "tees-valley")]
    [InlineData("Bolton borough", "bolton")]
    [InlineData("BCP", "bournemouth-christchurch-and-poole")]
    [InlineData("the North West", "region-north-west")]
    [InlineData("East of England", "region-east-of-england")]
    [InlineData("East Anglia", "east-anglia")]
    // Misspellings
    [InlineData("Birmigham", "birmingham")]
    [InlineData("Wolverhamton", "wolverhampton")]
    [InlineData("Worcestshire", "worcestershire")]
    [InlineData("Kiddeminster", "wyre-forest/kidderminster")]
    [InlineData("Birkinhead", "wirral/birkenhead")]
    [InlineData("Middlesborough", "middlesbrough")]
    [InlineData("Telfrod", "telford")]
    [InlineData("Bromsgorve", "bromsgrove")]
    [InlineData("Newcastle under Lime", "newcastle-under-lyme")]
    [InlineData("Newcastle upon Tine", "newcastle-tyne")]
    [InlineData("Tower Hamlet", "tower-hamlets")]
    [InlineData("Milton Keyns", "milton-keynes")]
    // Shared names
    [InlineData("Newport", "newport-shropshire?newport-wales?newport-wight")]
    [InlineData("Newcastle", "newcastle-tyne?newcastle-under-lyme")]
    [InlineData("Newcastle-under-Lyme", "newcastle-under-lyme")]
    [InlineData("Newcastle upon Tyne", "newcastle-tyne")]
    [InlineData("Newport, Shropshire", "newport-shropshire")]
    [InlineData("Newport TF10", "postcode-tf10")]
    [InlineData("Richmond", "richmond-thames?richmond-yorks")]
    [InlineData("Richmond upon Thames", "richmond-upon-thames")]
    [InlineData("Ashford", "ashford-kent?ashford-surrey")]
    [InlineData("Whitchurch", "shropshire/whitchurch?whitchurch-hants")]
    [InlineData("Stratford", "newham/stratford?stratford-on-avon")]
    [InlineData("Stratford-upon-Avon", "stratford-on-avon")]
    // Councils and counties that have ended
    [InlineData("Salop", "shropshire")]
    [InlineData("Humberside", "humberside")]
    [InlineData("Cleveland", "cleveland")]
    [InlineData("Avon", "avon")]
    [InlineData("Hereford and Worcester", "hereford-and-worcester")]
    [InlineData("Kettering", "kettering")]
    [InlineData("Corby", "corby")]
    [InlineData("South Northamptonshire", "south-northamptonshire")]
    [InlineData("Allerdale", "allerdale")]
    [InlineData("South Lakeland", "south-lakeland")]
    [InlineData("Barrow", "barrow-in-furness")]
    [InlineData("Cumbria", "cumbria")]
    [InlineData("Sedgemoor", "sedgemoor")]
    [InlineData("Harrogate", "harrogate")]
    [InlineData("Richmondshire", "richmondshire")]
    [InlineData("Taunton Deane", "taunton-deane")]
    [InlineData("West Dorset", "west-dorset")]
    [InlineData("Aylesbury Vale", "aylesbury-vale")]
    // Councils of today
    [InlineData("Worcestershire", "worcestershire")]
    [InlineData("North Northants", "north-northamptonshire")]
    [InlineData("Westmorland & Furness", "westmorland-and-furness")]
    [InlineData("Tower Hamlets", "tower-hamlets")]
    [InlineData("Hammersmith and Fulham", "hammersmith-and-fulham")]
    [InlineData("Barking and Dagenham", "barking-and-dagenham")]
    [InlineData("Hackney", "hackney")]
    [InlineData("King's Lynn and West Norfolk", "kings-lynn-and-west-norfolk")]
    [InlineData("Bath", "bath-and-north-east-somerset/bath")]
    [InlineData("North East Lincolnshire", "north-east-lincolnshire")]
    [InlineData("Salford and Bolton", "bolton+salford")]
    // Postcodes
    [InlineData("WR10", "postcode-wr10")]
    [InlineData("wr10", "postcode-wr10")]
    [InlineData("BL3 5JH", "postcode-bl3")]
    [InlineData("bl35jh", "postcode-bl3")]
    [InlineData("B75RA", "postcode-b7")]
    [InlineData("TF1 1HE", "postcode-tf1")]
    [InlineData("SW1A 1AA", "postcode-sw1a")]
    [InlineData("WV postcodes", "postcode-wv")]
    public void A_place_is_understood_however_it_is_put(string phrase, string places)
    {
        var query = new UnderstandProviderQuery(SmallTown.Index).Run($"debt advice in {phrase}");
        Assert.Equal(places, string.Join('+', query.Places.Order(StringComparer.Ordinal)) + string.Join('?', query.WhichPlace.Order(StringComparer.Ordinal)));
        Assert.Equal(["debt"], query.Services);
    }

    [Theory]
    [InlineData("Telford way")]
    [InlineData("the Dudley area")]
    [InlineData("South Holland")]
    public void Words_around_a_place_are_not_searched_for(string phrase) => Assert.Empty(new UnderstandProviderQuery(SmallTown.Index).Run($"debt advice {phrase}").Words);

    [Fact]
    public void A_mended_name_of_several_words_is_told() =>
        Assert.Contains(new Correction("newcastle under lime", "newcastle under lyme"), new UnderstandProviderQuery(SmallTown.Index).Run("befriending newcastle under lime").Corrections);
}
