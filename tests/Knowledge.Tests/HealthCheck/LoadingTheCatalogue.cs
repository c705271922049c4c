using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public class LoadingTheCatalogue
{
    private static readonly Catalogue Catalogue = Groups.Catalogue;

    [Fact]
    public void Finds_37_items_in_four_areas_each_in_exactly_one()
    {
        Assert.Equal(37, Catalogue.Items.Count);
        Assert.Equal(37, Catalogue.Items.Select(i => i.Id).Distinct().Count());
        Assert.Equal([9, 9, 11, 8], Enum.GetValues<Area>().Select(a => Catalogue.Items.Count(i => i.Area == a)));
    }

    [Fact]
    public void Finds_the_five_profile_questions_and_everything_that_can_be_answered_to_them()
    {
        Assert.Equal(Enum.GetValues<ProfileTopic>(), Catalogue.Questions.Select(q => q.Topic));
        Assert.Equal(Enum.GetValues<LegalForm>().Length, Catalogue.Question(ProfileTopic.LegalForm).Options.Count);
        Assert.All(Catalogue.Questions, q => Assert.All(q.Options, o => Assert.Equal(o.Label, q.AnswerIn(Profile.Empty.With(q.Topic, o)))));
    }

    [Fact]
    public void Finds_income_bands_that_meet_at_the_edges_of_the_law()
    {
        var bands = Catalogue.Question(ProfileTopic.Income).Options.Select(o => o.Income!).Where(i => i.From is not null).ToList();
        Assert.Equal([5000, 10000, 25000, 40000, 100000, 250000, 500000, null], bands.Select(b => b.Below));
        Assert.Equal(bands.Skip(1).Select(b => b.From), bands.SkipLast(1).Select(b => b.Below));
    }

    [Fact]
    public void Finds_what_a_small_grant_asks_for()
    {
        string[] must2 = ["G1", "G3", "G8", "F1", "O4"];
        string[] must1 = ["F2", "F3", "F4", "O1"];
        string[] law = ["G5", "F3", "O2", "O3", "O5", "O6", "O11"];
        var needs = Catalogue.Items.ToDictionary(i => i.Id, i => Catalogue.NeedFor(FundingWanted.SmallGrant, i));
        Assert.Equal(must2.Order(), needs.Where(n => n.Value.Must == 2).Select(n => n.Key).Order());
        Assert.Equal(must1.Order(), needs.Where(n => n.Value.Must == 1).Select(n => n.Key).Order());
        Assert.Equal(law.Order(), needs.Where(n => n.Value.Law).Select(n => n.Key).Order());
    }

    [Fact]
    public void Refuses_half_made_content_and_names_the_item_and_the_field()
    {
        var error = Refusal("governance.yaml", "    evidence: A signed copy of your rules\n", "");
        Assert.Contains("governance.yaml, item G1, evidence: is missing", error.Problems);
    }

    [Theory]
    [InlineData("      - We have never talked about it\n", "", "item G6, levels: has 3 levels, not 4")]
    [InlineData("help_link: nspcc", "help_link: nowhere", "item G8, help_link: 'nowhere' is not in help.yaml")]
    [InlineData("works_with: [children, adults, both, not_sure]", "works_with: [cats]", "item G8, applies_when: 'cats' is none of")]
    [InlineData("enforced_by: Companies House", "", "item G5, note enforced_by: is missing")]
    [InlineData("checked_on: \"2026-11-20\"", "checked_on: soon", "note checked_on: 'soon' is not a date")]
    [InlineData("effort: evening", "effrot: evening", "governance.yaml, line")]
    public void Refuses_a_slip_in_an_item_and_says_where(string sound, string slip, string problem)
    {
        var error = Refusal("governance.yaml", sound, slip);
        Assert.Contains(error.Problems, p => p.Contains(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("  G1:  { small_grant: M2,", "  G1:  { small_grant: M3,", "item G1, small_grant: 'M3' is no need")]
    [InlineData("  G1:  { small_grant: M2,     ", "  G1:  { ", "item G1, small_grant: is missing")]
    [InlineData("ask: [G1, ", "ask: [", "ask, G1: decides a result but is not in the order of asking")]
    [InlineData("  D8: ", "  D9: ", "item D8, row: is missing")]
    public void Refuses_a_slip_in_the_needs_and_says_where(string sound, string slip, string problem)
    {
        var error = Refusal("needs.yaml", sound, slip);
        Assert.Contains(error.Problems, p => p.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Gives_every_statement_of_law_a_source_that_a_reader_can_open()
    {
        var law = Catalogue.Items.SelectMany(i => i.Notes).Where(n => n.Kind != NoteKind.Warning).ToList();
        Assert.NotEmpty(law);
        Assert.All(law, n => Assert.Contains(n.Url.Host, (string[])["www.legislation.gov.uk", "www.gov.uk"]));
    }

    [Fact]
    public void Sends_for_help_only_to_official_and_national_bodies()
    {
        string[] known =
        [
            "www.gov.uk", "www.legislation.gov.uk", "www.hse.gov.uk", "ico.org.uk", "www.ncsc.gov.uk", "www.acas.org.uk", "www.find-tender.service.gov.uk",
            "navca.org.uk", "www.ncvo.org.uk", "learning.nspcc.org.uk", "www.tnlcommunityfund.org.uk", "grantnav.threesixtygiving.org", "www.connectedvoice.org.uk", "www.thinknpc.org", "www.fca.org.uk", "www.food.gov.uk",
        ];
        Assert.All(Catalogue.Items.SelectMany(i => i.Variants.Select(v => v.HelpLink).OfType<HelpLink>().Append(i.HelpLink)), l => Assert.Contains(l.Url.Host, known));
        Assert.All(Catalogue.SpecialRules, r => Assert.Contains(r.Url.Host, (string[])["www.gov.uk", "www.legislation.gov.uk", "www.food.gov.uk"]));
    }

    [Fact]
    public void Has_256_words_for_resume_codes_that_a_slip_cannot_confuse()
    {
        var words = ResumeWords.All;
        Assert.Equal(256, words.Distinct().Count());
        Assert.All(words, w => Assert.Matches("^[a-z]{3,6}$", w));
        Assert.All(words.SelectMany((w, i) => words.Skip(i + 1).Select(other => (w, other))),
            pair => Assert.True(Knowledge.Search.Spelling.Slips(pair.w, pair.other, 2) >= 2, $"{pair.w} and {pair.other}"));
    }

    private static InvalidCatalogueException Refusal(string file, string sound, string slip)
    {
        var files = Catalogue.AuthoredFiles();
        Assert.Contains(sound, files[file], StringComparison.Ordinal);
        files[file] = files[file].Replace(sound, slip, StringComparison.Ordinal);
        return Assert.Throws<InvalidCatalogueException>(() => CatalogueReader.Read(files));
    }
}
