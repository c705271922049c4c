using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Knowledge.Tests.Opportunities;

public class FindingOpportunities
{
    private static readonly DateTimeOffset Now = new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero);

    private static Opportunity Notice(string ocid, string title, int closesInDays = 10, string? region = null, string? cpv = null, bool? vcse = null, OpportunityStage stage = OpportunityStage.Advertised) => new()
    {
        Ocid = ocid, Title = title, Stage = stage, Published = Now.AddDays(-5), Deadline = Now.AddDays(closesInDays), SuitableForVcse = vcse,
        Places = region is null ? [] : [new DeliveryPlace(region, null, null)],
        Classes = cpv is null ? [] : [new CpvClass(cpv, "Social work services")],
    };

    private static OpportunityResult Find(string text, params Opportunity[] all) => new FindOpportunities(all).Find(UnderstandOpportunityQuery.Run(text), Now);

    private static IEnumerable<string> Ids(OpportunityResult result) => result.Matches.Select(m => m.Opportunity.Ocid);

    [Fact]
    public void What_is_past_awarded_or_stopped_is_never_shown_but_counted()
    {
        var result = Find("befriending",
            Notice("past", "Befriending", closesInDays: -1), Notice("awarded", "Befriending", stage: OpportunityStage.Awarded), Notice("stopped", "Befriending", stage: OpportunityStage.Cancelled), Notice("open", "Befriending"));
        Assert.Equal(["open"], Ids(result));
        Assert.Equal(3, result.Past);
    }

    [Fact]
    public void A_deadline_counts_to_the_minute_by_the_clock_here()
    {
        var notice = Notice("a", "Befriending") with { Deadline = UkClock.Read("2026-10-20T12:00:00") };
        var find = new FindOpportunities([notice]);
        Assert.Equal(1, find.Find(new OpportunityQuery(), new DateTimeOffset(2026, 10, 20, 10, 59, 0, TimeSpan.Zero)).Total);
        Assert.Equal(0, find.Find(new OpportunityQuery(), new DateTimeOffset(2026, 10, 20, 11, 1, 0, TimeSpan.Zero)).Total);
    }

    [Fact]
    public void Equals_are_in_the_order_of_deadlines_and_better_matches_come_first()
    {
        var result = Find("befriending older people in Wirral",
            Notice("later", "Befriending for older people", 20, "UKD74"), Notice("sooner", "Befriending for older people", 5, "UKD74"), Notice("part", "Befriending", 2, "UKD74"), Notice("other", "Road works", 3, "UKD74"));
        Assert.Equal(["sooner", "later", "part"], Ids(result));
    }

    [Fact]
    public void Places_are_here_perhaps_elsewhere_or_not_stated()
    {
        var result = Find("care in Wirral",
            Notice("code", "Care", region: "UKD74"), Notice("county", "Care", region: "UKD7"), Notice("name", "Care", region: "North West"), Notice("elsewhere", "Care", region: "UKH25"),
            Notice("silent", "Care"), Notice("unknown", "Care", region: "UKD99"), Notice("country", "Care", region: "UK"));
        Assert.Equal(["code", "country", "county", "name", "silent", "unknown"], Ids(result).Order());
        string Reason(string id) => string.Join("; ", result.Matches.Single(m => m.Opportunity.Ocid == id).Reasons);
        Assert.Contains("the work is in Wirral (UKD74)", Reason("code"), StringComparison.Ordinal);
        Assert.Contains("Merseyside (UKD7), which holds Wirral", Reason("county"), StringComparison.Ordinal);
        Assert.Contains("ask whether in Wirral", Reason("unknown"), StringComparison.Ordinal);
        Assert.Equal(["where the work is"], result.Matches.Single(m => m.Opportunity.Ocid == "silent").NotStated);
        Assert.Equal("silent", Ids(result).Last());
    }

    [Fact]
    public void The_buyers_own_address_is_only_a_hint()
    {
        var notice = Notice("a", "Care") with { BuyerPlace = new DeliveryPlace(null, "Birkenhead", "CH41 1AA") };
        Assert.Contains("the buyer is in Wirral; where the work is, is not stated", Assert.Single(Find("care in Wirral", notice).Matches).Reasons);
        Assert.Empty(Find("care in Bolton", notice).Matches);
    }

    [Fact]
    public void Everyday_words_find_the_class_behind_them_and_codes_find_their_branch()
    {
        var match = Assert.Single(Find("befriending", Notice("a", "Wellbeing at home", cpv: "85312000")).Matches);
        Assert.Contains("near befriending: it is classed as social work services (CPV 85312000)", match.Reasons);
        Assert.Equal(["a"], Ids(Find("cpv 85300000", Notice("a", "Anything", cpv: "85312000"), Notice("b", "Other", cpv: "45000000"))));
    }

    [Fact]
    public void Not_said_to_suit_is_not_stated_and_said_not_to_suit_is_left_out()
    {
        var result = Find("vcse contracts", Notice("yes", "A", vcse: true), Notice("silent", "B"), Notice("no", "C", vcse: false));
        Assert.Equal(["yes", "silent"], Ids(result));
        Assert.Equal(["whether it suits VCSE organisations"], result.Matches[1].NotStated);
    }

    [Fact]
    public void Reserved_and_law_narrow()
    {
        var reserved = Notice("r", "A") with { ReservedFor = ["smeVcse"], ReservedArea = "Merseyside", Regime = Regime.ProcurementAct2023 };
        var old = Notice("o", "B") with { Regime = Regime.Old };
        var match = Assert.Single(Find("reserved contracts", reserved, old).Matches);
        Assert.Contains("it is reserved for: small and medium-sized enterprises and VCSE organisations of Merseyside", match.Reasons);
        Assert.Equal(["o"], Ids(Find("under the old rules", reserved, old)));
        Assert.Equal(["r"], Ids(Find("procurement act", reserved, old)));
    }

    [Theory]
    [InlineData("show me opportunities in Wirral", "", "wirral")]
    [InlineData("what can we bid for?", "", "")]
    [InlineData("befriending contracts near telford and wrekin", "befriending", "telford")]
    [InlineData("youth work in bolton", "youth", "bolton")]
    [InlineData("reading groups", "reading", "")]
    [InlineData("social care for social enterprises", "care", "")]
    [InlineData("social work", "social", "")]
    [InlineData("community transport in CH41", "community transport", "postcode-ch41")]
    public void Words_and_places_are_told_apart(string text, string words, string places)
    {
        var query = UnderstandOpportunityQuery.Run(text);
        Assert.Equal((words, places), (string.Join(' ', query.Words), string.Join(' ', query.Places)));
    }

    [Fact]
    public void Sums_say_whether_VAT_is_in_them()
    {
        Assert.Equal("£2,772,000 without VAT, £3,326,400 with VAT", OpportunityTerms.Value(new ContractValue(2772000, 3326400, null, null, "GBP")));
        Assert.Equal("£5,000 to £22,000, whether with VAT is not stated", OpportunityTerms.Value(new ContractValue(null, null, 22000, 5000, "GBP")));
        Assert.Equal("value not stated", OpportunityTerms.Value(null));
    }

    [Theory]
    [InlineData("2026-10-25T00:30:00", "2026-10-24T23:30:00Z")]
    [InlineData("2026-10-25T03:00:00", "2026-10-25T03:00:00Z")]
    [InlineData("2026-03-29T00:59:00", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29T02:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("2026-07-01", "2026-07-01T22:59:00Z")]
    [InlineData("2026-11-05T12:00:00+00:00", "2026-11-05T12:00:00Z")]
    [InlineData("2026-10-06T18:31:55+01:00", "2026-10-06T17:31:55Z")]
    public void Times_are_read_by_the_clock_here(string text, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), UkClock.Read(text));

    [Theory]
    [InlineData("soon")]
    [InlineData("05/11/2026 12:00")]
    [InlineData("2026-13-45T00:00:00Z")]
    public void What_is_no_time_is_none(string text) => Assert.Null(UkClock.Read(text));
}
