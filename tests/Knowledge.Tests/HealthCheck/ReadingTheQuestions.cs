namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class ReadingTheQuestions
{
    private const double MostForTheMedian = 7;
    private const double MostForAny = 13;

    [Fact]
    public void Takes_the_reading_of_a_twelve_year_old()
    {
        var grades = Texts().Select(t => (Text: t, Grade: ReadingGrade.Of(t))).OrderBy(g => g.Grade).ToList();
        var above = string.Join('\n', grades.Where(g => g.Grade > MostForTheMedian).Select(g => FormattableString.Invariant($"{g.Grade:0.0} {g.Text}")));
        Assert.True(grades[grades.Count / 2].Grade <= MostForTheMedian, above);
        Assert.True(grades[^1].Grade <= MostForAny, above);
    }

    /// <summary>
    /// No question is above grade 7. Of all that stands around the questions, few texts are above 9, nearly all of them on what the law says;
    /// whoever writes another one sees them here.
    /// </summary>
    [Fact]
    public void Asks_in_words_for_a_twelve_year_old()
    {
        var grades = Groups.Catalogue.Questions.Select(q => q.Question).Concat(Groups.Catalogue.Items.Select(i => i.Question)).Select(t => (Text: t, Grade: ReadingGrade.Of(t))).OrderBy(g => g.Grade).ToList();
        var above = string.Join('\n', grades.Where(g => g.Grade > MostForTheMedian).Select(g => FormattableString.Invariant($"{g.Grade:0.0} {g.Text}")));
        Assert.True(above.Length == 0, above);
        string[] hard = [.. Texts().Concat(Groups.Catalogue.Items.SelectMany(i => i.Notes.Select(n => n.Text))).Distinct().Where(t => ReadingGrade.Of(t) > 9).Order(StringComparer.Ordinal)];
        Assert.True(hard.Length <= MostHard, string.Join('\n', hard));
    }

    // What the law says of accounts, of a society's return and of health and safety, in docs/volunteer-run.md.
    private const int MostHard = 8;

    private static IEnumerable<string> Texts() =>
        Groups.Catalogue.Questions.SelectMany(q => (string[])[q.Question, q.Help, q.Why])
            .Concat(Groups.Catalogue.Items.SelectMany(i => (string[])[i.Question, i.Help, i.Why, i.FirstAction, Groups.Catalogue.TalkOf(i.Id).IfNot, .. i.Levels]))
            .Concat(Groups.Catalogue.Items.SelectMany(i => i.Variants).SelectMany(v => (string?[])[v.Help, v.Why, v.FirstAction, v.IfNot]).OfType<string>())
            .Concat(Groups.Catalogue.SpecialRules.SelectMany(r => (string[])[r.Label, r.Text, r.FirstAction]))
            .Concat(Groups.Catalogue.Tender.Questions.SelectMany(q => (string[])[q.Question, .. q.Options.Select(o => o.Label)]));
}
