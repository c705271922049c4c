using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

/// <summary>What a tired treasurer types: half an answer, two at once, or the question said back.</summary>
public class HearingHalfAnswers
{
    [Theory]
    [InlineData("7 and a dozen volunteers", PaidStaff.FiveOrMore, true)]
    [InlineData("two plus volunteers", PaidStaff.OneToFour, true)]
    [InlineData("3", PaidStaff.OneToFour, null)]
    [InlineData("nobody gets paid", PaidStaff.None, null)]
    public void Paid_staff_and_volunteers_in_one_answer(string typed, PaidStaff staff, bool? volunteers)
    {
        var profile = UnderstandAnswer.ToProfile(Groups.Catalogue.Question(ProfileTopic.PaidStaff), Profile.Empty, typed);
        Assert.Equal((staff, volunteers), (profile?.PaidStaff, profile?.Volunteers));
        Assert.Equal(staff == PaidStaff.None ? true : volunteers, profile!.HasVolunteers);
    }

    [Theory]
    [InlineData("safeguarding? dunno", true)]
    [InlineData("dunno", true)]
    [InlineData("insurance? yes", false)]
    [InlineData("do we need one? not sure we do", false)]
    public void A_question_said_back_with_a_dunno_is_not_sure(string typed, bool isNotSure) => Assert.Equal(isNotSure, UnderstandAnswer.SaysNotSure(typed));

    [Theory]
    [InlineData("yes", true)]
    [InlineData("yep", true)]
    [InlineData("no", false)]
    [InlineData("yes but it is old", false)]
    public void A_bare_yes_is_heard_as_one_of_two(string typed, bool isYes)
    {
        Assert.Equal(isYes, UnderstandAnswer.SaysYes(typed));
        if (isYes) Assert.Null(UnderstandAnswer.ToItem(Groups.Catalogue, Groups.Item("G1"), Groups.LunchClub, typed));
    }

    [Fact]
    public void Insurance_and_place_follow_from_volunteers_food_and_a_building()
    {
        var insurance = Groups.Item("O2");
        Assert.Contains("your volunteers", Groups.Catalogue.For(insurance, Groups.LunchClub).FirstAction, StringComparison.Ordinal);
        var employer = Groups.LunchClub with { PaidStaff = PaidStaff.OneToFour };
        Assert.DoesNotContain("volunteers", Groups.Catalogue.For(insurance, employer).FirstAction, StringComparison.Ordinal);
        var hall = employer with { Volunteers = true, Activities = [SpecialActivity.Premises] };
        Assert.Contains("who insures the building", Groups.Catalogue.For(insurance, hall).FirstAction, StringComparison.Ordinal);
        Assert.Contains("volunteer", Groups.Catalogue.For(Groups.Item("O6"), hall).FirstAction, StringComparison.Ordinal);
    }
}
