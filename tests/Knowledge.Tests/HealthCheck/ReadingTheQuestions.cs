using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

/// <summary>Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. Grade 7 is about age 12.</summary>
public partial class ReadingTheQuestions
{
    private const double MostForTheMedian = 7;
    private const double MostForAny = 13;

    [Fact]
    public void Takes_the_reading_of_a_twelve_year_old()
    {
        var grades = Texts().Select(t => (Text: t, Grade: Grade(t))).OrderBy(g => g.Grade).ToList();
        var above = string.Join('\n', grades.Where(g => g.Grade > MostForTheMedian).Select(g => FormattableString.Invariant($"{g.Grade:0.0} {g.Text}")));
        Assert.True(grades[grades.Count / 2].Grade <= MostForTheMedian, above);
        Assert.True(grades[^1].Grade <= MostForAny, above);
    }

    [Fact]
    public void Asks_in_words_for_a_twelve_year_old()
    {
        var grades = Groups.Catalogue.Questions.Select(q => q.Question).Concat(Groups.Catalogue.Items.Select(i => i.Question)).Select(t => (Text: t, Grade: Grade(t))).OrderBy(g => g.Grade).ToList();
        var above = string.Join('\n', grades.Where(g => g.Grade > MostForTheMedian).Select(g => FormattableString.Invariant($"{g.Grade:0.0} {g.Text}")));
        Assert.True(grades[grades.Count / 2].Grade <= MostForTheMedian && grades.Count(g => g.Grade > MostForTheMedian) <= grades.Count / 3, above);
    }

    private static IEnumerable<string> Texts() =>
        Groups.Catalogue.Questions.SelectMany(q => (string[])[q.Question, q.Help, q.Why])
            .Concat(Groups.Catalogue.Items.SelectMany(i => (string[])[i.Question, i.Help, i.Why, i.FirstAction, Groups.Catalogue.TalkOf(i.Id).IfNot, .. i.Levels]))
            .Concat(Groups.Catalogue.SpecialRules.SelectMany(r => (string[])[r.Label, r.Text, r.FirstAction]))
            .Concat(Groups.Catalogue.Tender.Questions.SelectMany(q => (string[])[q.Question, .. q.Options.Select(o => o.Label)]));

    private static double Grade(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();
        var sentences = Math.Max(1, SentenceEnd().Count(text));
        return 0.39 * words.Count / sentences + 11.8 * words.Sum(Syllables) / words.Count - 15.59;
    }

    // Groups of vowels, less a silent e; near enough to rank sentences by.
    private static int Syllables(string word)
    {
        var letters = word.Replace("'", "", StringComparison.Ordinal);
        var count = Vowels().Count(letters);
        var isSilent = letters.EndsWith('e') && !letters.EndsWith("le", StringComparison.Ordinal)
            || letters.EndsWith("ed", StringComparison.Ordinal) && letters is not [.., 't' or 'd', 'e', 'd'];
        return Math.Max(1, isSilent ? count - 1 : count);
    }

    [GeneratedRegex("[a-z][a-z']*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex(@"[.!?:](\s|$)|[^.!?:\s]$")]
    private static partial Regex SentenceEnd();
}
