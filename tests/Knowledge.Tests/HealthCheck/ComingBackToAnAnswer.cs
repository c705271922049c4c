using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class ComingBackToAnAnswer
{
    private static readonly Catalogue Catalogue = Groups.Catalogue;

    [Theory]
    [InlineData("change our insurance answer", ChangeCue.Correction, "O2")]
    [InlineData("we've sorted the bank account now", ChangeCue.News, "F1")]
    [InlineData("actually our income was 12k", ChangeCue.Correction, "Income")]
    [InlineData("we now have 3 staff", ChangeCue.News, "PaidStaff O6")]
    [InlineData("can I change the safeguarding one", ChangeCue.Correction, "G8")]
    [InlineData("sorry, I got the income wrong", ChangeCue.Correction, "Income")]
    [InlineData("we've just opened a bank account", ChangeCue.News, "F1")]
    [InlineData("we have finally signed the constitution", ChangeCue.News, "G1")]
    [InlineData("we're now a CIO", ChangeCue.News, "LegalForm")]
    [InlineData("change our accounts answer", ChangeCue.Correction, "F1 F3")]
    [InlineData("please correct our DBS answer", ChangeCue.Correction, "O4")]
    [InlineData("our risk assessments are done now", ChangeCue.News, "O3")]
    [InlineData("the insurance is sorted", ChangeCue.News, "O2")]
    [InlineData("do we now have to register as a charity?", ChangeCue.None, "")]
    [InlineData("what insurance should we buy?", ChangeCue.None, "O2")]
    [InlineData("change the weather", ChangeCue.Correction, "")]
    [InlineData("we have public liability", ChangeCue.None, "O2")]
    public void Hears_that_an_answer_is_to_be_changed_and_which(string text, ChangeCue cue, string named)
    {
        Assert.Equal(cue, UnderstandChange.Cue(text));
        if (named.Length > 0) Assert.Equal(named.Split(' ').Order(), NameQuestions.In(Catalogue, text).Order());
    }

    [Theory]
    [InlineData(ProfileTopic.Income, "actually our income was 12k", "£12,000")]
    [InlineData(ProfileTopic.Income, "change our income to £8,500", "£8,500")]
    [InlineData(ProfileTopic.Income, "actually our income was 12k not 3k", null)]
    [InlineData(ProfileTopic.PaidStaff, "we now have 3 staff", "1 to 4")]
    [InlineData(ProfileTopic.PaidStaff, "change our staff answer", null)]
    [InlineData(ProfileTopic.LegalForm, "we're now a CIO", "A charitable incorporated organisation (CIO)")]
    public void Takes_what_was_said_along(ProfileTopic topic, string text, string? answer)
    {
        var question = Catalogue.Question(topic);
        Assert.Equal(answer, UnderstandChange.ToProfile(question, Groups.LunchClub, text) is { } profile ? question.AnswerIn(profile) : null);
    }

    [Fact]
    public void Every_item_is_found_by_its_own_name() =>
        Assert.All(Catalogue.Items, i => Assert.Contains(i.Id, NameQuestions.In(Catalogue, $"change our {i.Name} answer")));

    [Theory]
    [InlineData("n/a because we have no premises", "we have no premises")]
    [InlineData("N/A - no building", "no building")]
    [InlineData("doesn't apply, we only meet online", "we only meet online")]
    [InlineData("not relevant to us as we never drive anybody", "we never drive anybody")]
    [InlineData("n/a", null)]
    [InlineData("no building", null)]
    public void Keeps_the_reason_why_something_does_not_apply(string text, string? reason) => Assert.Equal(reason, UnderstandAnswer.WhyNotApplicable(text));

    [Theory]
    [InlineData("well we had a good year and took about £3,000", 3000)]
    [InlineData("we spent £3,000 on a minibus", null)]
    [InlineData("£3,000 from the council and £200 from the raffle", null)]
    [InlineData("we are hoping for £3,000", null)]
    [InlineData("was it £3,000?", null)]
    public void Offers_a_sum_only_if_it_is_what_came_in(string text, int? pounds) => Assert.Equal(pounds, (int?)UnderstandAnswer.SuggestIncome(text));

    [Theory]
    [InlineData(ProfileTopic.LegalForm, "we're just a group, we have written rules", "group_with_rules")]
    [InlineData(ProfileTopic.WorksWith, "we run a lunch club for older people", "adults")]
    [InlineData(ProfileTopic.LegalForm, "we are not a CIO", null)]
    [InlineData(ProfileTopic.LegalForm, "we used to be a CIC", null)]
    [InlineData(ProfileTopic.LegalForm, "half CIO half CIC", null)]
    public void Offers_an_option_only_if_it_is_the_one_that_was_named(ProfileTopic topic, string text, string? option) =>
        Assert.Equal(option, UnderstandAnswer.Suggest(Catalogue.Question(topic), text)?.Id);
}
