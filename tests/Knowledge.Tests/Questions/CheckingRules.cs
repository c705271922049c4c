using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>What an officer must be able to rely on in an entry that tells what holds today.</summary>
public partial class CheckingRules
{
    private const double MostForTheMedian = 7;
    private const double MostForAny = 12;

    private static readonly ContentLibrary Library = ContentLibrary.Load();

    private static IEnumerable<Entry> Told => Library.All.Where(e => !e.IsQuestionBack);

    private static IEnumerable<Entry> InForce => Told.Where(e => e.Currency == Currency.InForce);

    /// <summary>Entries that are harder to read than they should be: names of laws and bodies fill them.</summary>
    private static readonly string[] HardToRead =
    [
        "birmingham-consortia", "birmingham-contract-terms", "five-essentials", "merton-monitoring", "pathfinder-champion", "sheffield-framework",
        "success-factors", "telford-intelligence", "telford-local-actions", "telford-observatory", "training-needs",
    ];

    // Words of the field that cannot be put more simply, or that the reader's own papers are full of; the glossary explains them.
    private static readonly HashSet<string> Terms = new(
        """
        procurement commissioning commissioner commissioners commission authority authorities organisation organisations community voluntary
        consortium consortia regulations regulation governance infrastructure charitable charity charities company companies society
        liability employers insurance safeguarding examination examiner independent trustees trustee strategy strategic partnership partnerships
        agreement agreements framework frameworks competition competitive participation government county unitary district council councils
        subsidy assistance equality diversity transparency social enterprise enterprises evaluation specification supplier suppliers
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    [Fact]
    public void Nothing_is_told_as_holding_that_has_run_out() => Assert.All(InForce, e =>
    {
        Assert.True(e.HoldsOn(Conversation.Today), e.Id);
        Assert.NotNull(Library.Thresholds.Resolve($"{e.Text} {e.More}", Conversation.Today));
    });

    [Fact]
    public void Law_or_the_government_is_cited_or_the_lack_of_it_said() => Assert.All(InForce, e =>
        Assert.True(e.Sources.Any(s => IsOfficial(Library.Sources.First(o => o.Id == s.Source))) || SaysThatItIsNotLaw().IsMatch($"{e.Text} {e.More}"), e.Id));

    // "Common use in the field" says of itself, in every citation, that no law stands behind it.
    private static bool IsOfficial(Source source) => source.Id == "field-words"
        || source.Url?.Contains(".gov.uk/", StringComparison.Ordinal) == true
        || source.Licence.StartsWith("Open Government", StringComparison.Ordinal) || source.Licence.StartsWith("Open Parliament", StringComparison.Ordinal);

    [Fact]
    public void A_rule_is_looked_at_again_in_time() => Assert.All(Told.Where(e => e.Currency is not (Currency.LocalPaper or Currency.Closed)), e =>
        Assert.True(e.ReviewBy <= e.CheckedOn.AddMonths(e.Currency == Currency.Announced ? 1 : 6), e.Id));

    [Fact]
    public void Small_contracts_are_told_with_the_month_of_the_check() =>
        Assert.All(InForce.Where(e => e.Topic is "below-threshold" or "reserving" || SpeaksOfSmallContracts().IsMatch(e.Text)), e =>
            Assert.Contains("hecked to September 2026", e.Text, StringComparison.Ordinal));

    [Fact]
    public void Each_is_asked_for_in_six_ways_or_more() => Assert.All(Library.All, e => Assert.True(e.Asks.Distinct(StringComparer.OrdinalIgnoreCase).Count() >= 6, e.Id));

    [Fact]
    public void No_two_are_asked_for_in_the_same_words() =>
        Assert.Empty(Library.All.SelectMany(e => e.Asks.Select(a => (e.Id, Ask: a.TrimEnd('?').ToLowerInvariant()))).GroupBy(a => a.Ask).Where(g => g.Count() > 1)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(a => a.Id))}"));

    [Fact]
    public void They_take_the_reading_of_a_twelve_year_old()
    {
        var grades = Library.All.Select(e => (e.Id, Grade: ReadingGrade.Of(InPlainWords(e.Text)))).OrderBy(g => g.Grade).ToList();
        Assert.True(grades[grades.Count / 2].Grade <= MostForTheMedian, $"median {grades[grades.Count / 2].Grade:0.0}");
        var hard = grades.Where(g => g.Grade > MostForAny).Select(g => g.Id).Except(HardToRead).ToList();
        Assert.True(hard.Count == 0, string.Join(", ", hard));
    }

    // Without what is bracketed (mostly citations), figures, names and the terms above.
    private static string InPlainWords(string text) =>
        Word().Replace(Name().Replace(Aside().Replace(text, ""), ""), m => Terms.Contains(m.Value.ToLowerInvariant()) ? "" : m.Value);

    [Theory]
    [InlineData("what must change for small contracts since the first of october")]
    [InlineData("does section 88 hold the payment term")]
    [InlineData("is UK8 the payment notice")]
    [InlineData("must the bidder hand over audited accounts")]
    [InlineData("on what date will contracts finder be shut")]
    [InlineData("can a relative's own choice of home allow an award without tender")]
    [InlineData("what share of disabled workers makes supported employment")]
    [InlineData("what was settled by the government response of march")]
    [InlineData("does the right to challenge still stand")]
    [InlineData("when does the community right to buy begin")]
    [InlineData("how much is a disclosure for paid staff")]
    [InlineData("is it one or two new councils for worcestershire")]
    [InlineData("do they owe us a quarter of a year's warning before a cut")]
    [InlineData("must directors prove who they are")]
    [InlineData("from what sum does the social value act bite")]
    public void What_nobody_has_confirmed_is_said_to_be_so(string asked)
    {
        var answer = new Conversation().Say(asked);
        Assert.Equal(Outcome.Partly, answer.Outcome);
        Assert.Contains("not confirmed", answer.Text.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("minimum days for a tender to be open", "light touch")]
    [InlineData("how many days of standstill", "light touch")]
    [InlineData("longest a framework can last", "light touch")]
    [InlineData("which papers do we send off every year", "CIO")]
    [InlineData("is our group able to sign a council contract", "CIO")]
    [InlineData("is our contract over the line or under the line", "concession")]
    [InlineData("is our contract under the old or the new regulations", "24 February 2025")]
    [InlineData("will receipts and payments accounts do for us", "30 September 2026")]
    public void What_hangs_on_a_circumstance_is_asked_back(string asked, string choice)
    {
        var answer = new Conversation().Say(asked);
        Assert.Equal(Outcome.Clarify, answer.Outcome);
        Assert.Contains(answer.Choices, c => c.Label.Contains(choice, StringComparison.Ordinal));
    }

    [GeneratedRegex("not confirmed|secondary source|one source|not law|no law|voluntary\\*\\*|common meaning|I hold no|I found no", RegexOptions.IgnoreCase)]
    private static partial Regex SaysThatItIsNotLaw();

    [GeneratedRegex("[Bb]elow(-| the )threshold")]
    private static partial Regex SpeaksOfSmallContracts();

    [GeneratedRegex(@"\([^)]*\)|\{\{[^}]*\}\}|\*\*|£?\d[\d,.]*\d|£?\d")]
    private static partial Regex Aside();

    [GeneratedRegex(@"(?<=[a-z,;] )\p{Lu}[\p{L}'’-]*")]
    private static partial Regex Name();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();
}
