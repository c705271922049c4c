using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.AreaReports;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class ReportingOnAnArea
{
    private static readonly DateOnly Through = new(2026, 9, 30);

    [Fact]
    public void A_count_is_told_only_if_five_have_it_and_five_are_left_over()
    {
        foreach (var outOf in Enumerable.Range(0, 60))
        {
            foreach (var count in Enumerable.Range(0, outOf + 1))
            {
                var told = Disclosure.Of(count, outOf);
                Assert.Equal(count >= 5 && outOf - count >= 5, told is not null);
                if (told is { } figure) Assert.True(figure % 5 == 0 && figure >= 5 && Math.Abs(figure - count) <= 2);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(9)]
    public void Fewer_than_ten_groups_make_no_report(int groups) => Assert.Null(Report(Many(groups, FundingWanted.SmallGrant, Choice.NotYet)));

    [Fact]
    public void What_stops_groups_is_told_by_route_and_the_most_frequent_comes_first()
    {
        // All of six lack a bank account, and of these six lack a budget too; six have everything.
        var report = Report([.. Many(6, FundingWanted.SmallGrant, Choice.InPlace), .. Many(6, FundingWanted.SmallGrant, Choice.InPlace, ("F1", Choice.NotYet)), .. Many(5, FundingWanted.SmallGrant, Choice.InPlace, ("F1", Choice.NotYet), ("G1", Choice.NotYet))])!;
        var route = Assert.Single(report.Routes);
        Assert.Equal(15, route.Groups);
        Assert.Equal([new StopCount("F1", 10), new StopCount("G1", 5)], route.Stops);
        Assert.Equal(15, report.Groups);
        Assert.Equal(10, report.Training.Single(n => n.Need == TrainingNeed.Governance).Groups);
        Assert.Null(report.Training.Single(n => n.Need == TrainingNeed.Negotiation).Groups);
    }

    [Fact]
    public void What_all_have_in_common_or_all_but_a_few_is_not_told()
    {
        var all = Report(Many(20, FundingWanted.SmallGrant, Choice.NotYet))!;
        Assert.All(all.Areas, a => Assert.Null(a.Weak));
        Assert.Empty(Assert.Single(all.Routes).Stops);
        var allButFour = Report([.. Many(16, FundingWanted.SmallGrant, Choice.NotYet), .. Many(4, FundingWanted.SmallGrant, Choice.InPlaceAndChecked)])!;
        Assert.All(allButFour.Areas, a => Assert.Null(a.Weak));
        Assert.Empty(Assert.Single(allButFour.Routes).Stops);
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(20, 3)]
    [InlineData(20, 4)]
    [InlineData(20, 5)]
    [InlineData(12, 13)]
    [InlineData(11, 9)]
    public void A_route_that_is_left_over_cannot_be_worked_out_from_the_totals(int small, int larger)
    {
        var report = Report([.. Many(small, FundingWanted.SmallGrant, Choice.Started), .. Many(larger, FundingWanted.LargerGrant, Choice.Started)])!;
        Assert.Equal(0, report.Groups - report.Routes.Sum(r => r.Groups) - report.OtherRoutes);
        Assert.True(report.OtherRoutes is 0 or >= 5);
        // Whoever is left over is nobody, or five at least.
        Assert.True(small + larger - report.Routes.Sum(r => r.Route == FundingWanted.SmallGrant ? small : larger) is 0 or >= 5);
        Assert.All(report.Routes, r => Assert.InRange(r.Groups, 10, 100));
    }

    [Fact]
    public void Change_is_told_of_ten_or_more_and_what_stayed_the_same_is_not_what_is_left_over()
    {
        Assessment Again(Choice then, Choice now) => Alike(Alike(Start(FundingWanted.SmallGrant), then).CheckAgain(Groups.Catalogue.Version, Groups.Morning), now);
        var first = Many(10, FundingWanted.SmallGrant, Choice.Started);
        Assert.Null(MakeAreaReport.Of(Groups.Catalogue, Through, first, [.. Enumerable.Repeat(Again(Choice.NotYet, Choice.InPlace), 9)])!.Again);

        var up = Enumerable.Repeat(Again(Choice.NotYet, Choice.InPlace), 6).ToList();
        var down = Enumerable.Repeat(Again(Choice.InPlace, Choice.NotYet), 6).ToList();
        var few = MakeAreaReport.Of(Groups.Catalogue, Through, first, [.. up, .. down, .. Enumerable.Repeat(Again(Choice.InPlace, Choice.InPlace), 2)])!.Again!;
        Assert.All(few.Areas.Where(a => a.Up is not null), a => Assert.Null(a.Down));
        Assert.Contains(few.Areas, a => a.Up == 5);
        var enough = MakeAreaReport.Of(Groups.Catalogue, Through, first, [.. up, .. down, .. Enumerable.Repeat(Again(Choice.InPlace, Choice.InPlace), 5)])!.Again!;
        Assert.Contains(enough.Areas, a => a is { Up: 5, Down: 5 });
    }

    [Fact]
    public void Any_mixture_of_groups_gives_figures_of_five_that_leave_nothing_over()
    {
        var random = new Random(20261120);
        for (var round = 0; round < 60; round++)
        {
            var groups = Enumerable.Range(0, random.Next(10, 45))
                .Select(_ => Alike(Start((FundingWanted)random.Next(4)), (Choice)random.Next(4))).ToList();
            var report = Report(groups)!;
            int?[] told = [report.Groups, report.OtherRoutes, .. report.Areas.Select(a => a.Weak), .. report.Routes.Select(r => (int?)r.Groups), .. report.Routes.SelectMany(r => r.Stops).Select(s => (int?)s.Groups), .. report.Training.Select(n => n.Groups)];
            Assert.All(told.OfType<int>(), f => Assert.True(f % 5 == 0 && f != 0 || f == report.OtherRoutes));
            Assert.Equal(report.Groups, report.Routes.Sum(r => r.Groups) + report.OtherRoutes);
        }
    }

    private static AreaReport? Report(IReadOnlyList<Assessment> groups) => MakeAreaReport.Of(Groups.Catalogue, Through, groups, []);

    private static List<Assessment> Many(int count, FundingWanted route, Choice choice, params (string Item, Choice Choice)[] but) =>
        [.. Enumerable.Range(0, count).Select(_ => but.Aggregate(Alike(Start(route), choice), (a, b) => a.WithAnswer(b.Item, b.Choice, Groups.Morning)))];

    private static Assessment Start(FundingWanted route) => Groups.Of(Groups.LunchClub with { FundingWanted = route });

    private static Assessment Alike(Assessment assessment, Choice choice) =>
        Core.Deciding(Groups.Catalogue, assessment.Profile).Aggregate(assessment, (a, i) => a.WithAnswer(i.Id, choice, Groups.Morning));
}
