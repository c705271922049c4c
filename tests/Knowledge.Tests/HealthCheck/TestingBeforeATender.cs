using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class TestingBeforeATender
{
    [Theory]
    [InlineData(0, 0, 0, TenderVerdict.Go)]
    [InlineData(0, 0, 1, TenderVerdict.BuildFirst)]
    [InlineData(0, 0, 2, TenderVerdict.BuildFirst)]
    [InlineData(1, 0, 0, TenderVerdict.BuildFirst)]
    [InlineData(0, 2, 0, TenderVerdict.NotForUs)]
    [InlineData(2, 0, 0, TenderVerdict.NotForUs)]
    [InlineData(2, 1, 2, TenderVerdict.NotForUs)]
    public void Takes_the_most_careful_of_the_three(int intent, int motivation, int readiness, TenderVerdict verdict) =>
        Assert.Equal(verdict, Groups.Catalogue.Tender.Verdict([intent, motivation, readiness]));

    [Fact]
    public void Says_where_the_three_come_from()
    {
        Assert.Equal(["intent", "motivation", "readiness"], Groups.Catalogue.Tender.Questions.Select(q => q.Id));
        Assert.Contains("Sheffield", Groups.Catalogue.Tender.Source, StringComparison.Ordinal);
        Assert.Contains("2008", Groups.Catalogue.Tender.Source, StringComparison.Ordinal);
    }
}
