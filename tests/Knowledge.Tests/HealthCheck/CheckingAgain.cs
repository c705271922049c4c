using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class CheckingAgain
{
    private static readonly DateTimeOffset NextYear = Groups.Morning.AddYears(1);

    [Fact]
    public void Nothing_to_compare_the_first_time() => Assert.Null(BeforeAndAfter.Of(Groups.Catalogue, Groups.Core(Groups.LunchClub, Choice.Started)));

    [Fact]
    public void Shows_what_rose_what_fell_and_what_was_not_asked_again()
    {
        var first = Groups.Core(Groups.LunchClub, Choice.Started);
        var again = first.CheckAgain("next", NextYear);
        Assert.Empty(again.Responses);
        Assert.Equal(Choice.Started, again.LastTime("G1")!.Choice);

        again = again.WithAnswer("G1", Choice.InPlaceAndChecked, NextYear).WithAnswer("G3", Choice.NotYet, NextYear).WithAnswer("F1", Choice.Started, NextYear).WithAnswer("G8", Choice.NotSure, NextYear);
        var both = BeforeAndAfter.Of(Groups.Catalogue, again)!;

        Assert.Equal(Groups.Morning, both.Then);
        Assert.Equal([("G1", (int?)2), ("G8", null), ("G3", -1)], both.Items.Select(i => (i.Item.Id, i.Steps)));
        Assert.DoesNotContain(both.NotAskedAgain, i => i.Id is "G1" or "G3" or "F1" or "G8");
        Assert.Contains(both.NotAskedAgain, i => i.Id == "O4");
        Assert.Equal("Under way", both.Areas[(int)Area.Governance].Then.Low);
    }

    [Fact]
    public void Other_money_than_last_time_does_not_look_like_change()
    {
        var first = Groups.Everything(Groups.LunchClub, Choice.InPlace);
        var again = first.CheckAgain("next", NextYear).WithProfile(Groups.LunchClub with { FundingWanted = FundingWanted.LargerGrant }, NextYear);
        again = first.Responses.Aggregate(again, (a, r) => a.WithAnswer(r.ItemId, r.Choice, NextYear));
        var both = BeforeAndAfter.Of(Groups.Catalogue, again)!;
        Assert.Empty(both.Items);
        Assert.All(both.Areas, a => Assert.Equal(a.Then, a.Now));
    }

    [Fact]
    public void Keeps_the_last_five_runs()
    {
        var assessment = Groups.Core(Groups.LunchClub, Choice.Started);
        for (var i = 1; i <= 7; i++) assessment = assessment.CheckAgain("v", Groups.Morning.AddYears(i));
        Assert.Equal(5, assessment.Earlier!.Count);
        Assert.Equal(Groups.Morning.AddYears(6), assessment.Earlier[^1].Changed);
    }
}
