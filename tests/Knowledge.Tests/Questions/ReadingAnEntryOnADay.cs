using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Tests.Questions;

public class ReadingAnEntryOnADay
{
    private const string Amounts = """
        - {id: line, what: The line, pounds: 100, vat: none, valid_from: 2025-01-01, valid_to: 2026-09-30, source: a-law, section: s}
        - {id: line, what: The line, pounds: 200, vat: none, valid_from: 2026-10-01, valid_to: 2026-12-31, source: a-law, section: s}
        """;

    private static EntryAsOf On(string day, string entries, string thresholds = Amounts)
    {
        var library = TestContent.Load(entries, thresholds);
        return EntryAsOf.Of(library, library["one"], DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_amount_that_moves_on_makes_another_version_and_says_when()
    {
        var entry = TestContent.Entry("one", "It is {{threshold:line}}.");
        var (before, after) = (On("2026-03-03", entry), On("2026-11-20", entry));
        Assert.Equal(("It is £100.", "It is £200."), (before.Text, after.Text));
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(before.Version, On("2026-09-30", entry).Version);
        Assert.Matches("^[0-9a-f]{12}$", after.Version);
        Assert.Equal(new DateOnly(2026, 10, 1), after.BeganToHoldAfter(before.Day));
        Assert.Null(after.BeganToHoldAfter(new DateOnly(2026, 10, 1)));
    }

    [Fact]
    public void An_amount_of_a_named_day_does_not_move()
    {
        var entry = TestContent.Entry("one", "It was {{threshold:line@2026-01-01}}.");
        Assert.Equal(On("2026-03-03", entry).Version, On("2026-11-20", entry).Version);
    }

    [Fact]
    public void Without_an_amount_for_the_day_it_does_not_hold()
    {
        var entry = TestContent.Entry("one", "It is {{threshold:line}}.");
        Assert.True(On("2026-12-31", entry).Holds);
        Assert.False(On("2027-01-01", entry).Holds);
    }

    [Fact]
    public void Closing_an_entry_makes_another_version() =>
        Assert.NotEqual(On("2026-03-03", TestContent.Entry("one", "A fund.")).Version, On("2026-03-03", TestContent.Entry("one", "A fund.", currency: "closed")).Version);

    [Theory]
    [InlineData("2026-07-10", false)]
    [InlineData("2026-07-11", true)]
    public void It_is_overdue_from_the_day_after_it_was_to_be_checked(string day, bool overdue) =>
        Assert.Equal(overdue, On(day, TestContent.Entry("one", "A fund.")).IsOverdue);

    [Theory]
    [InlineData("valid_to: 2026-02-01\nsee_also: [two, three]", "in force", "two")]
    [InlineData("replaced_by: three", "in force", "three")]
    [InlineData("see_also: [two, three]", "in force", "")]
    [InlineData("see_also: [two, three]", "local paper", "two")]
    public void What_came_instead_is_named_or_is_the_law_that_it_points_to(string fields, string currency, string instead)
    {
        var entries = TestContent.Entry("one", "A rule.", fields, currency) + TestContent.Entry("two", "A later rule.") + TestContent.Entry("three", "A plan.", currency: "announced");
        Assert.Equal(instead, string.Join(' ', On("2026-03-03", entries).Instead().Select(e => e.Id)));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("one")]
    public void Refuses_a_replacement_that_is_no_other_entry(string by) =>
        Assert.Equal($"file.md, one: replaced_by names {by}, which is no other entry",
            Assert.Throws<ContentException>(() => TestContent.Load(TestContent.Entry("one", "A rule.", $"replaced_by: {by}"))).Message);

    [Fact]
    public void Is_found_by_all_words_of_it_and_by_the_source_that_it_cites()
    {
        var shelf = new BrowseEntries(TestContent.Load(TestContent.Entry("one", "Selling cakes outdoors.") + TestContent.Entry("two", "Selling cakes indoors.")));
        Assert.Equal(["two"], shelf.With("selling cake indoors").Select(e => e.Id));
        Assert.Equal(["one", "two"], shelf.With("the cakes").Select(e => e.Id));
        Assert.Empty(shelf.With("cakes zebra"));
        Assert.Equal(2, shelf.With("").Count);
        Assert.Equal(["one", "two"], shelf.Citing("a-law").Select(e => e.Id));
        Assert.Empty(shelf.Citing("nowhere"));
    }
}
