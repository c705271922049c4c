using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Judging;
using CommissioningBot.Knowledge.Recognisers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Tests.Questions;

public class LoadingContent
{
    private static readonly ContentLibrary Library = ContentLibrary.Load();

    private const string Sources = "- {id: a-paper, name: A paper, date: 2010, paper: true, licence: facts}";

    private const string Whole = """
        ---
        currency: local paper
        checked_on: 2026-11-20
        review_by: 2027-05-20
        confidence: A
        ---

        ---
        id: one
        title: One
        sources: ["a-paper: 1.2"]
        asks: [a, b, c, d, e, f]
        ---
        Something was said.
        """;

    private static ContentLibrary Load(string entries, string thresholds = "[]") => ContentLibrary.Load(new Dictionary<string, string>
    {
        ["Content/sources.yaml"] = Sources,
        ["Content/thresholds.yaml"] = thresholds,
        ["Content/synonyms.yaml"] = "[]",
        ["Content/questions/everyday-words.txt"] = "",
        ["Content/questions/places.yaml"] = "{}",
        ["Content/questions/boundaries.yaml"] = "[]",
        ["Content/questions/languages.yaml"] = "[]",
        ["Content/entries/some/file.md"] = entries,
    });

    [Fact]
    public void Takes_in_every_entry_with_its_sources()
    {
        Assert.True(Library.All.Count > 300, $"{Library.All.Count} entries");
        Assert.All(Library.All.Where(e => !e.IsQuestionBack), e => Assert.NotEmpty(Library.CitationsOf(e)));
    }

    [Fact]
    public void Tells_local_papers_with_their_year() =>
        Assert.All(Library.All.Where(e => e.Currency == Currency.LocalPaper && !e.IsQuestionBack), e => Assert.NotEmpty(e.Period));

    [Fact]
    public void Finds_every_source_used_and_none_idle()
    {
        var used = Library.All.SelectMany(e => e.Sources.Select(s => s.Source)).Concat(Library.Thresholds.All.Select(t => t.Source)).ToHashSet();
        Assert.Empty(Library.Sources.Select(s => s.Id).Except(used));
    }

    [Fact]
    public void Never_tells_an_unverified_fact_as_one() => Assert.All(Library.All.Where(e => e.Currency == Currency.Unconfirmed), e =>
    {
        Assert.Contains("not confirmed", e.Text.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches("[Aa]sk|[Rr]ead|[Ss]ee|[Cc]heck", e.Text);
    });

    [Fact]
    public void Says_of_what_is_announced_that_it_is_not_law() =>
        Assert.All(Library.All.Where(e => e.Currency == Currency.Announced), e => Assert.Contains("not law", e.Text, StringComparison.Ordinal));

    [Fact]
    public void Writes_amounts_of_law_in_one_place_only()
    {
        var amounts = Library.Thresholds.All.Where(t => t.Pounds % 1000 != 0).Select(t => Sterling.Say(t.Pounds)).Where(p => p.Length > 4).Distinct().ToList();
        Assert.All(Library.All, e => Assert.DoesNotContain(amounts, a => (e.Text + e.More).Contains(a, StringComparison.Ordinal)));
    }

    [Fact]
    public void Keeps_the_short_text_short() => Assert.All(Library.All, e => Assert.InRange(Words.Split(e.Text).Count, 1, 130));

    [SkippableTheory]
    [InlineData("open.jsonl")]
    [InlineData("now-open.jsonl")]
    public void Holds_no_question_that_it_is_judged_by(string file)
    {
        var asks = Library.All.SelectMany(e => e.Asks.Select(a => (e.Id, Ask: Key(a)))).Where(a => a.Ask.Count > 2).ToList();
        foreach (var row in SharedFiles.Lines("eval", file).Select(EvaluationRow.Parse))
        {
            var question = Key(row.Question);
            if (question.Count < 3) continue;
            var copy = asks.FirstOrDefault(a => a.Ask.Intersect(question).Count() >= 0.8 * Math.Max(a.Ask.Count, question.Count));
            Assert.True(copy.Id is null, $"{copy.Id} has an ask too near to {row.Id}");
        }
    }

    private static HashSet<string> Key(string text) => Words.Split(text).Select(w => w.Stem).ToHashSet();

    [Fact]
    public void Refuses_an_entry_without_a_title() =>
        Assert.Equal("Content/entries/some/file.md, one: title is missing", Refused(Whole.Replace("title: One\n", "", StringComparison.Ordinal)));

    [Fact]
    public void Refuses_a_source_that_is_not_there() =>
        Assert.Equal("file.md, one: sources names b-paper, which is not in sources.yaml", Refused(Whole.Replace("a-paper: 1.2", "b-paper", StringComparison.Ordinal)));

    [Fact]
    public void Refuses_an_unverified_fact_told_as_history() =>
        Assert.Equal("file.md, one: confidence D must have the currency unconfirmed", Refused(Whole.Replace("confidence: A", "confidence: D", StringComparison.Ordinal)));

    [Fact]
    public void Refuses_a_threshold_that_is_not_there() =>
        Assert.Equal("file.md, one: text names threshold nowhere, which is not in thresholds.yaml", Refused(Whole + " {{threshold:nowhere}}"));

    [Fact]
    public void Refuses_a_misspelt_field_with_its_line() =>
        Assert.StartsWith("Content/entries/some/file.md: line 2: Property 'titel'", Refused(Whole.Replace("title:", "titel:", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Refuses_two_amounts_for_one_day()
    {
        const string two = """
            - {id: x, what: X, pounds: 1, vat: none, valid_from: 2025-01-01, source: a-paper, section: s}
            - {id: x, what: X, pounds: 2, vat: none, valid_from: 2026-01-01, source: a-paper, section: s}
            """;
        Assert.Equal("Content/thresholds.yaml, x: two amounts hold on one day", Assert.Throws<ContentException>(() => Load(Whole, two)).Message);
    }

    private static string Refused(string entries) => Assert.Throws<ContentException>(() => Load(entries)).Message;
}
