using System.Text.Json;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class JudgingReadiness
{
    private static readonly Catalogue Catalogue = Groups.Catalogue;

    private static Readiness Judge(Assessment assessment) => JudgeReadiness.Of(Catalogue, assessment);

    [Fact]
    public void Tells_a_lunch_club_with_everything_in_place_that_it_has_what_funders_ask_for()
    {
        var readiness = Judge(Groups.Everything(Groups.LunchClub, Choice.InPlace));
        Assert.Equal("You have what most small-grant funders ask for", readiness.Headline);
        Assert.Empty(readiness.ThingsFirst);
        Assert.Equal(3, readiness.NextSteps.Count);
    }

    [Fact]
    public void Says_so_far_when_the_core_had_no_room_for_every_must_have()
    {
        var readiness = Judge(Groups.Core(Groups.LunchClub, Choice.InPlace));
        Assert.Equal(Outcome.HaveWhatMostAskFor, readiness.Outcome);
        Assert.StartsWith("So far", readiness.Headline, StringComparison.Ordinal);
        Assert.Equal(["F4", "O1"], readiness.NotAsked.Where(f => f.IsMust).Select(f => f.Item.Id));
    }

    [Fact]
    public void Finishes_within_the_core_for_a_small_group_that_works_with_neither_children_nor_adults_at_risk()
    {
        var readiness = Judge(Groups.Core(Groups.LunchClub with { WorksWith = WorksWith.Neither }, Choice.InPlace));
        Assert.Equal("You have what most small-grant funders ask for", readiness.Headline);
    }

    [Fact]
    public void Tells_a_lunch_club_without_a_constitution_to_adopt_one()
    {
        var club = Groups.LunchClub with { LegalForm = LegalForm.InformalGroup };
        var readiness = Judge(Groups.Everything(club, Choice.InPlace));
        Assert.Equal("A few things first", readiness.Headline);
        Assert.Equal("G1", Assert.Single(readiness.ThingsFirst).Item.Id);
        Assert.Contains("constitution", readiness.NextSteps[0].Text, StringComparison.Ordinal);
        Assert.Equal("www.gov.uk", readiness.NextSteps[0].Help.Url.Host);
    }

    [Fact]
    public void Tells_a_cio_of_3000_pounds_that_it_must_file_whatever_its_income()
    {
        var readiness = Judge(Groups.Everything(Groups.LunchClub with { LegalForm = LegalForm.Cio }, Choice.InPlace)
            .WithAnswer("G5", Choice.Started, Groups.Morning));
        var registered = Assert.Single(readiness.ThingsFirst);
        Assert.Equal(("G5", true, 1), (registered.Item.Id, registered.IsLaw, registered.ShortBy));
        Assert.Contains(registered.LawNotes, n => n.Text.Contains("whatever its income", StringComparison.Ordinal) && n.Source.Contains("163", StringComparison.Ordinal));
        Assert.DoesNotContain(readiness.NotNeeded, n => n.Text.Contains("register as a charity", StringComparison.Ordinal));
    }

    [Fact]
    public void Takes_the_word_of_an_excepted_church_that_registering_does_not_apply()
    {
        var church = Groups.LunchClub with { Income = Income.Of(60_000), WorksWith = WorksWith.Neither };
        var readiness = Judge(Groups.Everything(church, Choice.InPlace).WithAnswer("G5", Choice.DoesNotApply, Groups.Morning, "an excepted church"));
        Assert.Equal(Outcome.HaveWhatMostAskFor, readiness.Outcome);
        var registered = readiness.Findings.Single(f => f.Item.Id == "G5");
        Assert.Equal((Standing.DoesNotApply, "an excepted church"), (registered.Standing, registered.Response!.Reason));
        Assert.Contains(registered.LawNotes, n => n.Text.Contains("£100,000", StringComparison.Ordinal));
    }

    [Fact]
    public void Does_not_let_a_cio_say_that_registering_does_not_apply()
    {
        var readiness = Judge(Groups.Everything(Groups.LunchClub with { LegalForm = LegalForm.Cio }, Choice.InPlace)
            .WithAnswer("G5", Choice.DoesNotApply, Groups.Morning));
        Assert.Equal("G5", Assert.Single(readiness.FindOut).Item.Id);
    }

    [Fact]
    public void Cannot_tell_yet_when_everything_is_not_sure()
    {
        var readiness = Judge(Groups.Core(Groups.LunchClub, Choice.NotSure));
        Assert.Equal("Can't tell yet: find out these", readiness.Headline);
        Assert.Equal(7, readiness.FindOut.Count);
        Assert.Equal(3, readiness.NextSteps.Count);
        Assert.All(readiness.NextSteps, s => Assert.Equal(ActionKind.FindOut, s.Kind));
    }

    [Fact]
    public void Is_not_held_up_by_not_sure_once_something_is_missing_anyway()
    {
        var readiness = Judge(Groups.Core(Groups.LunchClub, Choice.NotSure).WithAnswer("F1", Choice.NotYet, Groups.Morning));
        Assert.Equal(Outcome.AFewThingsFirst, readiness.Outcome);
        Assert.Equal("F1", readiness.NextSteps[0].Item.Id);
    }

    [Fact]
    public void Tells_a_group_that_only_wants_to_be_safe_and_legal_that_it_is_fine()
    {
        var readiness = Judge(Groups.Everything(Groups.LunchClub with { FundingWanted = FundingWanted.SafeAndLegal }, Choice.InPlace));
        Assert.True(readiness.IsFineAsItIs);
        Assert.Equal("You are fine as you are", readiness.Headline);
    }

    [Fact]
    public void Puts_the_law_first_and_then_the_smallest_effort()
    {
        var employer = Groups.LunchClub with { LegalForm = LegalForm.Cio, PaidStaff = PaidStaff.FiveOrMore };
        var first = Judge(Groups.Everything(employer, Choice.NotYet)).ThingsFirst;
        Assert.Equal(first.OrderByDescending(f => f.IsLaw).ThenBy(f => f.Item.Effort), first);
        Assert.Contains(first, f => f.Item.Id == "O3" && f.IsLaw);
        Assert.All(Judge(Groups.Everything(employer, Choice.NotYet)).NextSteps, s => Assert.True(s.IsLaw));
    }

    [Theory]
    [InlineData(3_000, null, "register as a charity")]
    [InlineData(3_000, null, "employers' liability")]
    [InlineData(25_000, null, "independent check your accounts")]
    [InlineData(30_000, "2026-09-30", "independent check your accounts")]
    public void Says_what_a_group_of_this_size_does_not_need(int income, string? yearEnd, string words)
    {
        var profile = Groups.LunchClub with { Income = Income.Of(income), YearEnd = yearEnd is null ? null : DateOnly.Parse(yearEnd, null) };
        Assert.Contains(Judge(Groups.Of(profile)).NotNeeded, n => n.Text.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "depends on your year end")]
    [InlineData("2026-09-29", "for a year that ended before 30 September 2026")]
    public void Asserts_no_accounts_rule_that_hangs_on_an_unknown_year_end(string? yearEnd, string words)
    {
        var profile = Groups.LunchClub with { Income = Income.Of(30_000), YearEnd = yearEnd is null ? null : DateOnly.Parse(yearEnd, null) };
        var readiness = Judge(Groups.Of(profile));
        var notes = readiness.Findings.Single(f => f.Item.Id == "F3").LawNotes.Where(n => n.Text.Contains("independent", StringComparison.Ordinal));
        Assert.Contains(words, Assert.Single(notes).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(readiness.NotNeeded, n => n.Text.Contains("independent", StringComparison.Ordinal));
    }

    [Fact]
    public void Warns_an_informal_group_that_wants_a_contract()
    {
        var group = Groups.LunchClub with { LegalForm = LegalForm.InformalGroup };
        Assert.Empty(Judge(Groups.Of(group)).Warnings);
        var warned = Judge(Groups.Of(group with { FundingWanted = FundingWanted.SmallContract }, ("G2", Choice.NotYet)));
        Assert.Contains("could have to pay", Assert.Single(warned.Warnings).Text, StringComparison.Ordinal);
        Assert.Contains(warned.BeforeSigning, f => f.Item.Id == "G2" && f.ShortBy == 2);
    }

    [Theory]
    [InlineData("0.75", Choice.InPlaceAndChecked, Choice.NotYet, Choice.NotYet, Choice.NotYet, "Under way", "Under way")]
    [InlineData("0.5", Choice.InPlace, Choice.NotYet, Choice.NotYet, Choice.NotYet, "Starting", "Starting")]
    [InlineData("1.5", Choice.InPlaceAndChecked, Choice.InPlaceAndChecked, Choice.NotYet, Choice.NotYet, "Mostly in place", "Mostly in place")]
    [InlineData("2.5", Choice.InPlaceAndChecked, Choice.InPlaceAndChecked, Choice.InPlace, Choice.InPlace, "In place and checked", "In place and checked")]
    [InlineData("1.5 to 2.25", Choice.InPlace, Choice.InPlace, Choice.InPlace, Choice.NotSure, "Mostly in place", "Mostly in place")]
    [InlineData("0.5 to 2", Choice.InPlace, Choice.NotYet, Choice.NotSure, Choice.NotSure, "Starting", "Mostly in place")]
    public void Says_an_area_in_words_and_not_sure_as_a_range(string mean, Choice f1, Choice f2, Choice f3, Choice f4, string low, string high)
    {
        var readiness = Judge(Groups.Of(Groups.LunchClub, ("F1", f1), ("F2", f2), ("F3", f3), ("F4", f4)));
        var finances = readiness.Areas.Single(a => a.Area == Area.Finances);
        Assert.True((low, high) == (finances.Low, finances.High), $"{mean}: {finances}");
        Assert.Null(readiness.Areas.Single(a => a.Area == Area.Development).Low);
    }

    [Fact]
    public void Keeps_but_does_not_count_a_response_that_no_longer_applies()
    {
        var assessment = Groups.Everything(Groups.LunchClub, Choice.InPlace).WithAnswer("G8", Choice.NotYet, Groups.Morning);
        Assert.Equal(Outcome.AFewThingsFirst, Judge(assessment).Outcome);
        var changed = assessment.WithProfile(assessment.Profile with { WorksWith = WorksWith.Neither }, Groups.Morning);
        Assert.Equal(Outcome.HaveWhatMostAskFor, Judge(changed).Outcome);
        Assert.Equal(Choice.NotYet, changed.ResponseTo("G8")!.Choice);
    }

    [Fact]
    public void Believes_a_group_that_says_later_that_it_has_no_written_rules()
    {
        var assessment = Groups.Everything(Groups.LunchClub, Choice.InPlace);
        var changed = assessment.WithProfile(assessment.Profile with { LegalForm = LegalForm.InformalGroup }, Groups.Morning);
        var rules = Assert.Single(Judge(changed).ThingsFirst);
        Assert.Equal(("G1", Choice.InPlace), (rules.Item.Id, rules.Response!.Choice));
        Assert.Contains("no written rules", rules.Known!.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Comes_to_the_same_after_the_assessment_was_saved_and_read_again()
    {
        var assessment = Groups.Everything(Groups.LunchClub with { Income = Income.Between(5000, 10000), YearEnd = new DateOnly(2026, 3, 31) }, Choice.Started)
            .WithAnswer("O11", Choice.DoesNotApply, Groups.Morning, "we only sing");
        var json = JsonSerializer.Serialize(assessment);
        var read = JsonSerializer.Deserialize<Assessment>(json)!;
        Assert.Equal(json, JsonSerializer.Serialize(read));
        Assert.Equal(assessment.Responses, read.Responses);
        Assert.Equal(assessment.Profile, read.Profile);
        Assert.Equal(Judge(assessment).NextSteps, Judge(read).NextSteps);
    }
}
