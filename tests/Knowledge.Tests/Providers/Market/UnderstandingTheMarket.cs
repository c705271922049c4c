using CommissioningBot.Knowledge.Providers.Market;

namespace CommissioningBot.Knowledge.Tests.Providers.Market;

public class UnderstandingTheMarket
{
    private static readonly UnderstandMarket Understand = new(Town.Index);

    [Theory]
    [InlineData("show me the market for befriending in Bolton", MarketQuestion.View, "befriending", "bolton")]
    [InlineData("What is the market for debt advice in Greater Manchester?", MarketQuestion.View, "debt", "greater-manchester")]
    [InlineData("how big is the market for youth work in Bury", MarketQuestion.View, "youth-work", "bury")]
    [InlineData("who is out there for youth work in the North West?", MarketQuestion.View, "youth-work", "region-north-west")]
    [InlineData("who's out there for counselling in Wigan", MarketQuestion.View, "counselling", "wigan")]
    [InlineData("market view for befriending in Bolton", MarketQuestion.View, "befriending", "bolton")]
    [InlineData("where are the gaps in befriending in Greater Manchester?", MarketQuestion.Gaps, "befriending", "greater-manchester")]
    [InlineData("which councils in Greater Manchester have no befriending?", MarketQuestion.Gaps, "befriending", "greater-manchester")]
    [InlineData("gaps in provision for befriending in Greater Manchester", MarketQuestion.Gaps, "befriending", "greater-manchester")]
    [InlineData("who could together cover befriending and transport in Bolton?", MarketQuestion.Cover, "befriending transport", "bolton")]
    [InlineData("which groups could deliver befriending and transport in Bolton together", MarketQuestion.Cover, "befriending transport", "bolton")]
    [InlineData("who would a £100,000 turnover requirement leave out for befriending in Bolton?", MarketQuestion.LeaveOut, "befriending", "bolton")]
    [InlineData("what if we ask for three years of accounts and £5m public liability for befriending in Bolton", MarketQuestion.LeaveOut, "befriending", "bolton")]
    public void Questions_about_the_market_are_known(string text, MarketQuestion question, string services, string place)
    {
        var asked = Understand.Run(text, null)!;
        Assert.Equal((question, services, place), (asked.Question, string.Join(' ', asked.Query.Services), string.Join(' ', asked.Query.Places)));
        Assert.Empty(asked.Query.Words);
    }

    [Theory]
    [InlineData("befriending for older people in Bolton")]
    [InlineData("who runs a lunch club in Bolton?")]
    [InlineData("what is market engagement?")]
    [InlineData("may we talk to the market before a tender?")]
    [InlineData("market position statement")]
    [InlineData("would this requirement leave us out?")]
    [InlineData("what if they ask for three years of accounts?")]
    [InlineData("how big must our turnover be to bid")]
    [InlineData("we turn over 45k, can we go for a 20k contract")]
    [InlineData("what are the gaps in our check?")]
    [InlineData("how big is Bolton's sector?")]
    [InlineData("can we bid together with three other groups")]
    [InlineData("what if we ask for a grant?")]
    public void Other_questions_are_left_to_others(string text) => Assert.Null(Understand.Run(text, null));

    [Theory]
    [InlineData("a £100,000 turnover requirement", "Turnover 100000")]
    [InlineData("turnover of at least £100k and £5m public liability", "Turnover 100000, Insurance 5000000 public liability")]
    [InlineData("three years of accounts", "Years 3")]
    [InlineData("3 years' accounts", "Years 3")]
    [InlineData("registered for at least five years", "Years 5")]
    [InlineData("two years trading history", "Years 2")]
    [InlineData("audited accounts", "AuditedAccounts")]
    [InlineData("three years of audited accounts", "Years 3, AuditedAccounts")]
    [InlineData("£10 million employers' liability and £2m professional indemnity", "Insurance 10000000 employers' liability, Insurance 2000000 professional indemnity")]
    [InlineData("PQASSO", "QualityMark PQASSO")]
    [InlineData("a quality mark and a safeguarding policy", "QualityMark, Policy safeguarding")]
    [InlineData("iso 9001 and cyber essentials", "QualityMark ISO 9001, QualityMark Cyber Essentials")]
    [InlineData("befriending in Bolton", "")]
    public void Requirements_are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join(", ", ReadRequirements.Run(text).Asked.Select(r => FormattableString.Invariant($"{r.Kind} {r.Least} {r.Named}").Replace("  ", " ", StringComparison.Ordinal).Trim())));

    [Fact]
    public void What_is_named_without_a_measure_is_asked_back() =>
        Assert.Equal([RequirementKind.Turnover], Understand.Run("who would a turnover requirement leave out?", null)!.HowMuch);

    [Fact]
    public void A_question_goes_on_from_the_one_before()
    {
        var asked = Understand.Run("who would a £100,000 turnover requirement leave out?", null)!;
        Assert.True(asked.OfNobody);
        asked = Understand.GoOn("befriending in Bolton", asked)!;
        Assert.Equal("befriending", Assert.Single(asked.Query.Services));
        asked = Understand.GoOn("and PQASSO?", asked)!;
        Assert.Equal([RequirementKind.Turnover, RequirementKind.QualityMark], asked.Requirements.Select(r => r.Kind));
        asked = Understand.GoOn("what about £50,000?", asked)!;
        Assert.Equal((2, 50_000m), (asked.Requirements.Count, asked.Requirements[0].Least));
        asked = Understand.GoOn("without the quality mark", asked)!;
        Assert.Equal(RequirementKind.Turnover, Assert.Single(asked.Requirements).Kind);
        asked = Understand.GoOn("what about Bury?", asked)!;
        Assert.Equal(("bury", "befriending"), (asked.Query.Places[0], asked.Query.Services[0]));
        Assert.Null(Understand.GoOn("what is a PQQ?", asked));
        Assert.Null(Understand.GoOn("what about grants in Bolton?", asked));
        Assert.Equal("befriending", Assert.Single(Understand.Run("where are the gaps in Greater Manchester?", asked.Query)!.Query.Services));
    }

    [Fact]
    public void A_question_can_be_carried_and_what_is_none_of_ours_is_refused()
    {
        var asked = Understand.Run("what if we ask for three years of accounts and £5m public liability for befriending in Bolton", null)!;
        var read = MarketAsked.Read(asked.Write())!;
        Assert.Equal((asked.Question, asked.Query.Services[0], asked.Requirements.Count), (read.Question, read.Query.Services[0], read.Requirements.Count));
        Assert.Equal("", read.Query.Text);
        Assert.InRange(asked.Write().Length, 1, 400);
        var unknown = asked with { Query = asked.Query with { Services = ["no-such-service"] } };
        foreach (var bad in new[] { "", "x", "!!", "bm90IGRlZmxhdGVk", new string('A', 5000), asked.Write()[..20], unknown.Write() }) Assert.Null(MarketAsked.Read(bad));
    }
}
