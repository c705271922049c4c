using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class UnderstandingTypedAnswers
{
    private static readonly Catalogue Catalogue = Groups.Catalogue;

    private static string? Understood(ProfileTopic topic, string text)
    {
        var question = Catalogue.Question(topic);
        return UnderstandAnswer.ToProfile(question, Profile.Empty, text) is { } profile ? question.AnswerIn(profile) : null;
    }

    private static Choice? Understood(string item, string text) => UnderstandAnswer.ToItem(Catalogue, Groups.Item(item), Groups.LunchClub, text);

    [Theory]
    [InlineData("about 3 grand", "£3,000")]
    [InlineData("£3,000", "£3,000")]
    [InlineData("3k", "£3,000")]
    [InlineData("3K last year", "£3,000")]
    [InlineData("twelve hundred quid", "£1,200")]
    [InlineData("we had roughly £12,500 last year", "£12,500")]
    [InlineData("a couple of grand", "£2,000")]
    [InlineData("two and a half grand", "£2,500")]
    [InlineData("two thousand five hundred", "£2,500")]
    [InlineData("a thousand pounds", "£1,000")]
    [InlineData("about a grand", "£1,000")]
    [InlineData("one thousand two hundred and thirty five", "£1,235")]
    [InlineData("3 hundred thousand", "£300,000")]
    [InlineData("a hundred and twenty quid", "£120")]
    [InlineData("twenty five thousand", "£25,000")]
    [InlineData("1.5k", "£1,500")]
    [InlineData("£812.50", "£812.50")]
    [InlineData("4200", "£4,200")]
    [InlineData("half a million a year", "£500,000")]
    [InlineData("£1.2m", "£1,200,000")]
    [InlineData("2m", "£2,000,000")]
    [InlineData("eight and a half grand in total", "£8,500")]
    [InlineData("£3,000 p.a.", "£3,000")]
    [InlineData("nothing", "£0")]
    [InlineData("nothing yet", "£0")]
    [InlineData("2", "£5,000 to £9,999")]
    [InlineData("b", "£5,000 to £9,999")]
    [InlineData("£5,000 to £9,999", "£5,000 to £9,999")]
    [InlineData("under £5,000", "Under £5,000")]
    [InlineData("no idea", "Not sure")]
    [InlineData("I don’t know", "Not sure")]
    public void Reads_an_income(string text, string answer) => Assert.Equal(answer, Understood(ProfileTopic.Income, text));

    [Theory]
    [InlineData("we have 12 volunteers")]
    [InlineData("we spent £3,000 on a minibus")]
    [InlineData("between 5 and 10k")]
    [InlineData("5-10k")]
    [InlineData("£200 a month")]
    [InlineData("50%")]
    [InlineData("-£300")]
    [InlineData("3,00")]
    [InlineData("10")]
    [InlineData("k")]
    [InlineData("grand")]
    [InlineData("3 000")]
    [InlineData("£3,000 or £4,000")]
    [InlineData("nearly 5 grand")]
    [InlineData("£300 a week")]
    [InlineData("€3,000")]
    [InlineData("up to £5k")]
    [InlineData("£5,000 or more")]
    [InlineData("charity number 1114101")]
    [InlineData("we started in 2019")]
    [InlineData("our second year was better")]
    [InlineData("")]
    public void Asks_again_rather_than_guess_an_income(string text) => Assert.Null(Understood(ProfileTopic.Income, text));

    [Theory]
    [InlineData("we're a CIO", LegalForm.Cio)]
    [InlineData("just a group of mates", LegalForm.InformalGroup)]
    [InlineData("CIC", LegalForm.Cic)]
    [InlineData("I think we are a community interest company", LegalForm.Cic)]
    [InlineData("we have a constitution", LegalForm.GroupWithRules)]
    [InlineData("no constitution", LegalForm.InformalGroup)]
    [InlineData("charitable trust", LegalForm.CharitableTrust)]
    [InlineData("co-op", LegalForm.Society)]
    [InlineData("not sure really", LegalForm.NotSure)]
    [InlineData("7", LegalForm.Society)]
    [InlineData("option 4", LegalForm.Cio)]
    public void Reads_a_legal_form(string text, LegalForm form) =>
        Assert.Equal(form, UnderstandAnswer.ToProfile(Catalogue.Question(ProfileTopic.LegalForm), Profile.Empty, text)?.LegalForm);

    [Theory]
    [InlineData("we are not a CIO")]
    [InlineData("charity")]
    [InlineData("CIO or CIC")]
    [InlineData("we have 4 members")]
    [InlineData("what is a CIO?")]
    [InlineData("the second one")]
    [InlineData("yes")]
    public void Asks_again_rather_than_guess_a_legal_form(string text) => Assert.Null(Understood(ProfileTopic.LegalForm, text));

    [Theory]
    [InlineData("kids", WorksWith.Children)]
    [InlineData("older people", WorksWith.Adults)]
    [InlineData("kids and older people", WorksWith.Both)]
    [InlineData("no", WorksWith.Neither)]
    [InlineData("both", WorksWith.Both)]
    [InlineData("dunno", WorksWith.NotSure)]
    public void Reads_whom_the_group_helps(string text, WorksWith worksWith) =>
        Assert.Equal(worksWith, UnderstandAnswer.ToProfile(Catalogue.Question(ProfileTopic.WorksWith), Profile.Empty, text)?.WorksWith);

    [Theory]
    [InlineData("0", PaidStaff.None)]
    [InlineData("2", PaidStaff.OneToFour)]
    [InlineData("3", PaidStaff.OneToFour)]
    [InlineData("we have two part time staff", PaidStaff.OneToFour)]
    [InlineData("12", PaidStaff.FiveOrMore)]
    [InlineData("none", PaidStaff.None)]
    [InlineData("all volunteers", PaidStaff.None)]
    [InlineData("no paid staff", PaidStaff.None)]
    [InlineData("1 to 4", PaidStaff.OneToFour)]
    [InlineData("5 or more", PaidStaff.FiveOrMore)]
    [InlineData("c", PaidStaff.FiveOrMore)]
    public void Reads_how_many_are_paid(string text, PaidStaff staff) =>
        Assert.Equal(staff, UnderstandAnswer.ToProfile(Catalogue.Question(ProfileTopic.PaidStaff), Profile.Empty, text)?.PaidStaff);

    [Theory]
    [InlineData("we help 30 families")]
    [InlineData("1 full time and 2 part time")]
    [InlineData("4 volunteers")]
    public void Asks_again_rather_than_guess_how_many_are_paid(string text) => Assert.Null(Understood(ProfileTopic.PaidStaff, text));

    [Theory]
    [InlineData("G1", "In place", Choice.InPlace)]
    [InlineData("G1", "in place and checked", Choice.InPlaceAndChecked)]
    [InlineData("G1", "We have nothing written down", Choice.NotYet)]
    [InlineData("G1", "2", Choice.Started)]
    [InlineData("G1", "d)", Choice.InPlaceAndChecked)]
    [InlineData("G1", "no", Choice.NotYet)]
    [InlineData("G1", "not yet, sorry", Choice.NotYet)]
    [InlineData("G1", "nah", Choice.NotYet)]
    [InlineData("G1", "we don't", Choice.NotYet)]
    [InlineData("G1", "not sure", Choice.NotSure)]
    [InlineData("G1", "I really don't know, sorry", Choice.NotSure)]
    [InlineData("O11", "n/a", Choice.DoesNotApply)]
    [InlineData("O11", "doesn't apply to us", Choice.DoesNotApply)]
    [InlineData("O11", "6", Choice.DoesNotApply)]
    public void Reads_a_level(string item, string text, Choice choice) => Assert.Equal(choice, Understood(item, text));

    [Theory]
    [InlineData("G1", "yes")]
    [InlineData("G1", "n/a")]
    [InlineData("G1", "6")]
    [InlineData("G1", "we have 2 copies somewhere")]
    [InlineData("G1", "the second one")]
    [InlineData("G1", "not really")]
    [InlineData("G1", "no idea what you mean")]
    [InlineData("G3", "no")]
    [InlineData("G1", "not in place")]
    public void Asks_again_rather_than_guess_a_level(string item, string text) => Assert.Null(Understood(item, text));
}
