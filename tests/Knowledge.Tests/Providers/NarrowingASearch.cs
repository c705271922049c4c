using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Tests.Providers;

public class NarrowingASearch
{
    private const int Week = 202647;

    private static ProviderResult Find(string text, int pageSize = 20) => new FindProviders(FilteredTown.Index, pageSize).Find(new UnderstandProviderQuery(FilteredTown.Index).Run(text), Week);

    private static string Told(ProviderResult result) => string.Join("; ", result.Matches.GroupBy(m => m.Standing).Select(g => $"{g.Key}: {string.Join(", ", g.Select(m => m.Name.Replace(" Kites", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal))}"));

    [Theory]
    [InlineData("small charities for youth mentoring in wirral", "Stated: Small, Tiny; NotStated: Banded, No Policy, Quiet; Differs: Big")]
    [InlineData("youth mentoring in wirral, income over £100k", "Stated: Big; NotStated: Banded, No Policy, Quiet; Differs: Small, Tiny")]
    [InlineData("youth mentoring in wirral, not small", "Stated: Big; NotStated: Banded, No Policy, Quiet; Differs: Small, Tiny")]
    [InlineData("CICs for youth mentoring in wirral", "Stated: Banded; NotStated: Quiet; Differs: Big, No Policy, Small, Tiny")]
    [InlineData("youth mentoring in wirral, not CICs", "Stated: Big, No Policy, Small, Tiny; NotStated: Quiet; Differs: Banded")]
    [InlineData("youth mentoring in wirral with safeguarding in place", "Stated: Small; NotStated: Banded, Big, Quiet, Tiny; Differs: No Policy")]
    [InlineData("youth mentoring in wirral with PQASSO", "Stated: Big; NotStated: Banded, No Policy, Quiet, Small, Tiny")]
    [InlineData("women-led youth mentoring in wirral", "Stated: Banded, No Policy; NotStated: Big, Quiet, Small, Tiny")]
    [InlineData("youth mentoring in wirral led by disabled people", "Stated: Banded; NotStated: Big, No Policy, Quiet, Small, Tiny")]
    [InlineData("youth mentoring in wirral that had money from Lloyds", "Stated: Small, Tiny; NotStated: Banded, Big, No Policy, Quiet")]
    [InlineData("youth mentoring in wirral that had money from Lloyds since 2013", "Stated: Small; NotStated: Banded, Big, No Policy, Quiet, Tiny")]
    [InlineData("youth mentoring in wirral not funded by Lloyds", "NotStated: Banded, Big, No Policy, Quiet; Differs: Small, Tiny")]
    [InlineData("youth mentoring in wirral already funded by the council for the same", "Stated: Big; NotStated: Banded, No Policy, Quiet, Small, Tiny")]
    [InlineData("youth mentoring in wirral funded by Lloyds for the same work", "Stated: Small; NotStated: Banded, Big, No Policy, Quiet, Tiny")]
    public void Who_states_it_comes_first_then_who_does_not_say_then_who_says_otherwise(string text, string told) => Assert.Equal(told, Told(Find(text)));

    [Fact]
    public void The_counts_never_hide_how_many_do_not_say()
    {
        var result = Find("small charities for youth mentoring in wirral");
        Assert.Equal(new FilterCount("size: small (yearly income under £100,000)", 2, 3, 1), Assert.Single(result.Counts));
        Assert.Equal((5, 2, 1), (result.Total, result.StateAll, result.NearMisses));
    }

    [Fact]
    public void A_near_miss_says_what_differs_with_source_and_date()
    {
        var finding = Find("small charities for youth mentoring in wirral").Matches.Single(m => m.Name == "Big Kites").Filters[0];
        Assert.Equal((FilterStanding.Differs, "income £340,000 in the year to 31 March 2026, as it reported", "a register", new DateOnly(2026, 3, 31)), (finding.Standing, finding.Says, finding.Source, finding.Date));
    }

    [Fact]
    public void A_band_that_reaches_over_the_line_is_not_stated_and_shown()
    {
        var finding = Find("small charities for youth mentoring in wirral").Matches.Single(m => m.Name == "Banded Kites").Filters[0];
        Assert.Equal((FilterStanding.NotStated, "income £50k to £250k, as its list puts it"), (finding.Standing, finding.Says));
    }

    [Fact]
    public void The_awards_of_a_group_are_shown_by_funder_sum_and_day()
    {
        var match = Find("youth mentoring in wirral already funded by the council for the same").Matches[0];
        Assert.Equal("had £20,000, grant from Wirral Council, 6 May 2025", match.Filters[0].Says);
        Assert.Equal("£20,000, grant from Wirral Council, 6 May 2025", match.Awards);
    }

    [Fact]
    public void What_is_known_is_told_with_its_source()
    {
        var match = Find("tell me about Small Kites").Matches.Single();
        Assert.Equal(["income", "legal form", "registered since", "policies it says it has, which nobody has checked", "register"], match.Facts.Select(f => f.What));
        Assert.All(match.Facts.Where(f => f.What != "legal form"), f => Assert.Equal("a register", f.Source));
        Assert.Equal("https://register-of-charities.charitycommission.gov.uk/charity-search/-/charity-details/200001", match.Facts[^1].Text);
        Assert.Equal(FilteredTown.Seen, match.LastSeen);
    }

    [Fact]
    public void An_old_word_comes_below_a_fresh_one_that_matches_as_well()
    {
        var result = Find("debt advice in wirral");
        Assert.Equal(["New Kites", "Old Kites"], result.Matches.Select(m => m.Name));
        Assert.Contains("Nothing here is newer than 2013: check the register.", result.Matches[1].Notes);
    }

    [Fact]
    public void The_seed_names_query_and_week_and_changes_with_both()
    {
        var index = new FindProviders(FilteredTown.Index);
        var query = new UnderstandProviderQuery(FilteredTown.Index).Run("youth mentoring in wirral");
        Assert.EndsWith("-202647", index.Find(query, Week).Seed, StringComparison.Ordinal);
        Assert.Equal(index.Find(query, Week).Seed, index.Find(query, Week).Seed);
        Assert.NotEqual(index.Find(query, Week).Seed, index.Find(query, Week + 1).Seed);
        Assert.NotEqual(index.Find(query, Week).Seed, Find("CICs for youth mentoring in wirral").Seed);
    }

    [Fact]
    public void All_leaves_out_nobody_that_half_answers()
    {
        var query = new UnderstandProviderQuery(SmallTown.Index).Run("befriending for older people");
        var find = new FindProviders(SmallTown.Index, 100);
        var few = find.Find(query, 1).Matches.Select(m => m.Id).ToList();
        var all = find.Find(query with { All = true }, 1).Matches.Select(m => m.Id).ToList();
        Assert.True(all.Count > few.Count && few.TrueForAll(all.Contains));
    }

    [Fact]
    public void No_filter_ever_invents_a_match_loses_one_that_is_silent_or_counts_one_that_says_otherwise()
    {
        string[] subjects = ["youth mentoring in wirral", "youth mentoring", "groups in wirral", "debt advice in wirral", "befriending in bolton"];
        ProviderFilter[] filters =
        [
            new(FilterKind.Size, "small") { Most = 100_000 }, new(FilterKind.Size, "") { Least = 50_000, Most = 200_000, IncludesEnds = true }, new(FilterKind.Size, "large") { Least = 1_000_000 },
            new(FilterKind.LegalForm, "cic"), new(FilterKind.LegalForm, "company"), new(FilterKind.QualityMark, "any"), new(FilterKind.Policy, "safeguarding"), new(FilterKind.Policy, "risk"),
            new(FilterKind.LedBy, "women"), new(FilterKind.FundedBy, "Lloyds"), new(FilterKind.FundedBy, "council") { ForTheSame = true }, new(FilterKind.FundedBy, "") { From = new DateOnly(2013, 1, 1) },
        ];
        var random = new Random(33);
        var find = new FindProviders(FilteredTown.Index, 100);
        for (var round = 0; round < 500; round++)
        {
            var plain = new UnderstandProviderQuery(FilteredTown.Index).Run(subjects[random.Next(subjects.Length)]);
            var chosen = filters.Where(_ => random.Next(5) == 0).Select(f => random.Next(3) == 0 ? f with { Not = true } : f).ToList();
            var query = plain with { Filters = chosen };
            var (without, with) = (find.Find(plain, Week), find.Find(query, Week));

            Assert.Equal(without.Matches.Select(m => m.Id).Order(), with.Matches.Select(m => m.Id).Order());
            Assert.Equal(with.Matches.Select(m => m.Standing).Order(), with.Matches.Select(m => m.Standing));
            Assert.Equal(with.Matches.Count(m => !m.Outside && m.Standing != FilterStanding.Differs), with.Total);
            Assert.Equal(with.StateAll + with.Matches.Count(m => !m.Outside && m.Standing == FilterStanding.NotStated), with.Total);
            foreach (var match in with.Matches)
            {
                Assert.Equal(chosen.Count, match.Filters.Count);
                if (match.Standing == FilterStanding.Stated) Assert.All(match.Filters, f => Assert.True(f is { Standing: FilterStanding.Stated, Says: not null }));
                if (match.Standing == FilterStanding.Differs) Assert.Contains(match.Filters, f => f is { Standing: FilterStanding.Differs, Says: not null });
            }
            // One more filter can only take somebody down.
            var more = find.Find(query with { Filters = [.. chosen, filters[random.Next(filters.Length)]] }, Week);
            foreach (var match in more.Matches) Assert.True(match.Standing >= with.Matches.Single(m => m.Id == match.Id).Standing);
        }
    }
}
