using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class PlanningActions
{
    private static readonly Catalogue Catalogue = Groups.Catalogue;
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Profile Cic = new()
    {
        FundingWanted = FundingWanted.AdvertisedContract,
        LegalForm = LegalForm.Cic,
        Income = Income.Of(180_000),
        WorksWith = WorksWith.Children,
        PaidStaff = PaidStaff.FiveOrMore,
    };

    private static ActionPlan Plan(Assessment assessment, ActionPlan? before = null, DateOnly? today = null) =>
        (before ?? ActionPlan.Empty).For(JudgeReadiness.Of(Catalogue, assessment), Catalogue.Plan, today ?? Today);

    [Fact]
    public void The_law_comes_first_then_what_the_money_asks_for_each_with_a_day_of_its_own()
    {
        var plan = Plan(Groups.Everything(Cic, Choice.NotYet));
        Assert.Equal(plan.Steps.Select(s => s.Kind).Order(), plan.Steps.Select(s => s.Kind));
        Assert.Equal(StepKind.Law, plan.Steps[0].Kind);
        Assert.All(plan.Steps, s => Assert.InRange(s.By, Today.AddDays(1), Today.AddDays(365)));
        Assert.True(plan.Steps.Where(s => s.Kind == StepKind.Law).Max(s => s.By) < plan.Steps.Where(s => s.Kind == StepKind.BeforeSigning).Max(s => s.By));
    }

    [Fact]
    public void A_day_stays_when_the_plan_is_made_again()
    {
        var assessment = Groups.Everything(Cic, Choice.NotYet);
        var first = Plan(assessment);
        Assert.Equal(first.Steps, Plan(assessment, first, Today.AddDays(40)).Steps);
    }

    [Fact]
    public void What_has_been_reached_is_done_on_that_day_and_begins_anew_if_it_comes_undone()
    {
        var assessment = Groups.Everything(Cic, Choice.NotYet);
        var first = Plan(assessment);
        var reached = assessment.WithAnswer("F1", Choice.InPlace, Groups.Morning);
        var second = Plan(reached, first, Today.AddDays(10));
        var step = Assert.Single(second.Steps, s => s.ItemId == "F1");
        Assert.Equal((StepStatus.Done, Today.AddDays(10)), (step.Status, step.DoneOn));
        Assert.Equal(second.Steps, Plan(reached, second, Today.AddDays(20)).Steps);

        var undone = Assert.Single(Plan(assessment, second, Today.AddDays(30)).Steps, s => s.ItemId == "F1");
        Assert.Equal((StepStatus.NotBegun, (DateOnly?)null), (undone.Status, undone.DoneOn));
        Assert.True(undone.By > Today.AddDays(30));
    }

    [Fact]
    public void What_the_group_says_of_a_step_stays_when_another_answer_changes()
    {
        var assessment = Groups.Everything(Cic, Choice.NotYet);
        var begun = Plan(assessment).With("F3", StepStatus.Begun);
        var later = Plan(assessment.WithAnswer("G1", Choice.InPlaceAndChecked, Groups.Morning), begun, Today.AddDays(5));
        Assert.Equal(StepStatus.Begun, later.Steps.Single(s => s.ItemId == "F3").Status);
        Assert.Throws<ArgumentException>(() => begun.With("F3", StepStatus.Done));
    }

    [Fact]
    public void Other_money_brings_other_steps_and_drops_those_that_nobody_asks_for()
    {
        var assessment = Groups.Everything(Cic, Choice.NotYet);
        var grant = Plan(assessment.WithProfile(Cic with { FundingWanted = FundingWanted.SmallGrant }, Groups.Morning), Plan(assessment));
        Assert.DoesNotContain(grant.Steps, s => s.ItemId == "D7");
        Assert.Contains(grant.Steps, s => s.ItemId == "F1");
    }

    [Fact]
    public void Not_sure_becomes_something_to_find_out_soon()
    {
        var step = Assert.Single(Plan(Groups.Everything(Groups.LunchClub, Choice.InPlaceAndChecked).WithAnswer("F1", Choice.NotSure, Groups.Morning)).Steps);
        Assert.Equal(("F1", StepKind.FindOut, Today.AddDays(14)), (step.ItemId, step.Kind, step.By));
    }

    [Theory]
    [InlineData(StepStatus.Done, 0, Tracking.AchievedFully)]
    [InlineData(StepStatus.Done, 1, Tracking.AchievedLate)]
    [InlineData(StepStatus.NotBegun, 0, Tracking.InProgress)]
    [InlineData(StepStatus.Begun, 0, Tracking.InProgress)]
    [InlineData(StepStatus.Begun, 1, Tracking.NotAchievedProgressMade)]
    [InlineData(StepStatus.NotBegun, 1, Tracking.NotAchievedInsufficientProgress)]
    [InlineData(StepStatus.Stuck, 0, Tracking.NotAchievedObstacle)]
    public void An_adviser_sees_the_six_categories_of_birmingham(StepStatus status, int daysAfter, Tracking tracking)
    {
        var today = Today.AddDays(daysAfter);
        Assert.Equal(tracking, new PlannedStep("F1", StepKind.MustHave, Today, status, status == StepStatus.Done ? today : null).On(today));
    }

    [Fact]
    public void Every_item_has_an_owner_and_a_training_need() => Assert.All(Catalogue.Items, i =>
    {
        Assert.NotEmpty(Catalogue.Plan.OwnerOf(i.Id));
        Assert.NotEmpty(Catalogue.Plan.TrainingFor(i.Id));
    });

    [Theory]
    [InlineData("G1: { role: secretary", "G1: { role: cleaner", "plan.yaml, item G1, role: 'cleaner' is none of")]
    [InlineData("  G1: { role: secretary, training: [governance] }\n", "", "plan.yaml, item G1, row: is missing")]
    [InlineData("D8: { role: activity_lead, training: [outcomes, bids] }", "D8: { role: activity_lead, training: [] }", "plan.yaml, item D8, training: is missing")]
    [InlineData("evening: 14,  weeks: 42", "evening: 0,  weeks: 42", "0 is not 1 to 365 days")]
    public void Refuses_half_made_content(string sound, string slip, string problem)
    {
        var files = Catalogue.AuthoredFiles();
        Assert.Contains(sound, files["plan.yaml"], StringComparison.Ordinal);
        files["plan.yaml"] = files["plan.yaml"].Replace(sound, slip, StringComparison.Ordinal);
        Assert.Contains(Assert.Throws<InvalidCatalogueException>(() => CatalogueReader.Read(files)).Problems, p => p.Contains(problem, StringComparison.Ordinal));
    }
}
