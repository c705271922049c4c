using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class ChoosingTheNextQuestion
{
    private static readonly Catalogue Catalogue = Groups.Catalogue;

    [Fact]
    public void Starts_with_the_five_profile_questions_in_order()
    {
        var assessment = Groups.Of(Profile.Empty);
        foreach (var topic in Enum.GetValues<ProfileTopic>())
        {
            var next = Assert.IsType<NextQuestion.OfProfile>(ChooseNextQuestion.InCore(Catalogue, assessment));
            Assert.Equal(topic, next.Question.Topic);
            Assert.Equal((int)topic + 1, next.Progress.Number);
            assessment = assessment.WithProfile(assessment.Profile.With(topic, next.Question.Options[0]), Groups.Morning);
        }
        Assert.IsType<NextQuestion.OfItem>(ChooseNextQuestion.InCore(Catalogue, assessment));
    }

    [Fact]
    public void Never_asks_more_than_twelve_questions_in_the_core_whatever_the_group()
    {
        Assert.All(Groups.All(), p => Assert.InRange(Core.Items(Catalogue, p).Count, 1, Core.MostQuestions - 5));
    }

    [Fact]
    public void Counts_up_to_a_total_that_never_grows_and_ends_done()
    {
        foreach (var profile in Groups.All())
        {
            var assessment = Groups.Of(Profile.Empty);
            var (number, total) = (0, int.MaxValue);
            while (Progress(ChooseNextQuestion.InCore(Catalogue, assessment)) is { } next)
            {
                Assert.Equal(++number, next.Number);
                Assert.InRange(next.Total, next.Number, total);
                total = next.Total;
                assessment = Answered(assessment, profile);
            }
            Assert.Equal(total, number);
        }
    }

    [Fact]
    public void Asks_about_safeguarding_only_those_who_work_with_children_or_adults_at_risk()
    {
        Assert.Contains(Groups.Item("G8"), Core.Items(Catalogue, Groups.LunchClub));
        Assert.DoesNotContain(Groups.Item("G8"), Core.Items(Catalogue, Groups.LunchClub with { WorksWith = WorksWith.Neither }));
    }

    [Fact]
    public void Does_not_ask_a_group_for_rules_that_it_has_said_it_lacks_or_must_have()
    {
        Assert.Contains(Groups.Item("G1"), Core.Items(Catalogue, Groups.LunchClub));
        Assert.DoesNotContain(Groups.Item("G1"), Core.Items(Catalogue, Groups.LunchClub with { LegalForm = LegalForm.InformalGroup }));
        Assert.DoesNotContain(Groups.Item("G1"), Core.Items(Catalogue, Groups.LunchClub with { LegalForm = LegalForm.Cio }));
    }

    [Fact]
    public void Does_not_ask_a_group_under_5000_pounds_about_registering_unless_it_is_a_cio()
    {
        var small = Groups.LunchClub with { WorksWith = WorksWith.Neither };
        Assert.DoesNotContain(Groups.Item("G5"), Core.Deciding(Catalogue, small));
        Assert.Contains(Groups.Item("G5"), Core.Items(Catalogue, small with { LegalForm = LegalForm.Cio }));
        Assert.Contains(Groups.Item("G5"), Core.Deciding(Catalogue, small with { Income = Income.Of(5000) }));
    }

    [Fact]
    public void Offers_does_not_apply_only_where_it_can_be_true()
    {
        Assert.DoesNotContain(Choice.DoesNotApply, ChooseNextQuestion.ChoicesFor(Groups.Item("G1"), Groups.LunchClub));
        Assert.Contains(Choice.DoesNotApply, ChooseNextQuestion.ChoicesFor(Groups.Item("O11"), Groups.LunchClub));
        Assert.All(Catalogue.Items, i => Assert.Contains(Choice.NotSure, ChooseNextQuestion.ChoicesFor(i, Groups.LunchClub)));
    }

    [Fact]
    public void Goes_on_after_the_core_with_what_decides_and_then_with_every_item_that_applies()
    {
        var assessment = Groups.Core(Groups.LunchClub, Choice.InPlace);
        var asked = new List<string>();
        while (ChooseNextQuestion.AfterCore(Catalogue, assessment) is NextQuestion.OfItem next)
        {
            asked.Add(next.Item.Id);
            assessment = assessment.WithAnswer(next.Item.Id, Choice.InPlace, Groups.Morning);
        }
        Assert.Equal(["F4", "O1", "O5", "O11", "G2"], asked.Take(5));
        Assert.Equal(Catalogue.Items.Count(i => i.AppliesWhen.MayHold(Groups.LunchClub)), assessment.Responses.Count);
    }

    [Fact]
    public void Goes_back_to_a_question_that_was_taken_back_and_keeps_the_others()
    {
        var whole = Groups.Core(Groups.LunchClub, Choice.InPlace);
        var back = whole.Without("G3", Groups.Morning.AddMinutes(1));
        Assert.Equal("G3", Assert.IsType<NextQuestion.OfItem>(ChooseNextQuestion.InCore(Catalogue, back)).Item.Id);
        Assert.Equal(whole.Responses.Count - 1, back.Responses.Count);
    }

    private static Progress? Progress(NextQuestion next) => next switch
    {
        NextQuestion.OfProfile profile => profile.Progress,
        NextQuestion.OfItem item => item.Progress,
        _ => null,
    };

    private static Assessment Answered(Assessment assessment, Profile profile) => ChooseNextQuestion.InCore(Catalogue, assessment) switch
    {
        NextQuestion.OfProfile { Question.Topic: var topic } => assessment.WithProfile(Taken(assessment.Profile, topic, profile), Groups.Morning),
        NextQuestion.OfItem { Item.Id: var id } => assessment.WithAnswer(id, Choice.NotSure, Groups.Morning),
        _ => assessment,
    };

    private static Profile Taken(Profile into, ProfileTopic topic, Profile from) => topic switch
    {
        ProfileTopic.FundingWanted => into with { FundingWanted = from.FundingWanted },
        ProfileTopic.LegalForm => into with { LegalForm = from.LegalForm },
        ProfileTopic.Income => into with { Income = from.Income },
        ProfileTopic.WorksWith => into with { WorksWith = from.WorksWith },
        _ => into with { PaidStaff = from.PaidStaff },
    };
}
