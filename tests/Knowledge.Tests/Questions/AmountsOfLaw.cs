using CommissioningBot.Knowledge.Procurement;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Composing;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Tests.Questions;

public class AmountsOfLaw
{
    private static readonly Thresholds Thresholds = ContentLibrary.Load().Thresholds;

    [Theory]
    [InlineData("goods-services-council", "2025-12-31", 214904)]
    [InlineData("goods-services-council", "2026-01-01", 207720)]
    [InlineData("goods-services-central", "2026-11-20", 135018)]
    [InlineData("light-touch", "2025-12-31", 663540)]
    [InlineData("light-touch", "2026-01-01", 663540)]
    [InlineData("works", "2025-06-01", 5372609)]
    [InlineData("works", "2026-06-01", 5193000)]
    [InlineData("charity-examination", "2026-09-29", 25000)]
    [InlineData("charity-examination", "2026-09-30", 40000)]
    public void Are_those_of_the_date(string id, string date, int pounds) =>
        Assert.Equal(pounds, Thresholds.On(id, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture))?.Pounds);

    [Fact]
    public void Are_unknown_after_their_last_day()
    {
        Assert.Null(Thresholds.On("goods-services-council", new(2028, 1, 1)));
        Assert.Null(Thresholds.Resolve("from {{threshold:goods-services-council}}", new(2028, 1, 1)));
    }

    [Fact]
    public void Are_written_with_commas_and_can_name_their_own_day() => Assert.Equal(
        "£214,904, then £207,720",
        Thresholds.Resolve("{{threshold:goods-services-council@2025-12-31}}, then {{threshold:goods-services-council}}", new(2026, 11, 20)));

    [Fact]
    public void Are_told_for_the_day_that_the_question_names()
    {
        Assert.Contains("£207,720", new Conversation().Say("what is the threshold for goods and services for a local authority").Text, StringComparison.Ordinal);
        var then = new Conversation().Say("what was the threshold for goods and services for a local authority in march 2025").Text;
        Assert.StartsWith("As it stood on 31 March 2025", then, StringComparison.Ordinal);
        Assert.Contains("£214,904 to 31 December 2025", then, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Buying thresholds for councils today")]
    [InlineData("Light touch services and their threshold")]
    public void Are_not_stated_once_they_have_run_out(string title)
    {
        var answer = new Conversation().Say(title, new DateOnly(2028, 1, 1));
        Assert.Equal(Outcome.Partly, answer.Outcome);
        Assert.DoesNotContain('£', answer.Text);
        Assert.Contains("has run out", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Are_not_stated_by_any_entry_past_its_last_day()
    {
        var library = ContentLibrary.Load();
        foreach (var entry in library.All.Where(e => e.ValidTo is not null && !e.IsQuestionBack))
        {
            var answer = new Conversation().Say(entry.Title, entry.ValidTo!.Value.AddDays(1));
            Assert.True(answer.Outcome == Outcome.Partly && answer.Text.Contains("has run out", StringComparison.Ordinal), entry.Id);
        }
    }

    [Fact]
    public void Are_told_with_a_warning_when_the_check_is_overdue() =>
        Assert.StartsWith("This was last checked on 20 November 2026", new Conversation().Say("What is a PPON?", new DateOnly(2027, 7, 1)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("It is £207,720.", "From £207,720, with VAT.", null)]
    [InlineData("It is £214,904.", "From £207,720, with VAT.", "214,904")]
    [InlineData("See https://example.org/a.", "Look at https://example.org/b.", "https://example.org/a")]
    public void Must_stand_in_what_a_reply_cites(string reply, string source, string? unsupported) =>
        Assert.Equal(unsupported, ReplyCheck.FirstUnsupported(reply, [source]));
}
