using System.Globalization;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Tests.Providers;

public class ReadingFilters
{
    private static ProviderQuery Understand(string text, ProviderQuery? previous = null) => new UnderstandProviderQuery(FilteredTown.Index).Run(text, previous);

    private static string Told(ProviderQuery query) => string.Join("; ", query.Filters.Select(Told));

    private static string Told(ProviderFilter f) => string.Join(' ', new[]
    {
        f.Not ? "not" : "", f.Kind.ToString(), f.Id, Pounds(f.Least), f.Least is null && f.Most is null ? "" : "to", Pounds(f.Most),
        f.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", f.Until is { } until ? "until " + until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "", f.ForTheSame ? "same" : "",
    }.Where(p => p.Length > 0));

    private static string Pounds(decimal? sum) => sum?.ToString(CultureInfo.InvariantCulture) ?? "";

    [Theory]
    [InlineData("small charities doing youth mentoring in Wirral", "Size small to 100000")]
    [InlineData("parenting support, Wirral, small", "Size small to 100000")]
    [InlineData("micro groups in wirral", "Size micro to 10000")]
    [InlineData("small or medium charities for debt advice", "Size to 1000000")]
    [InlineData("large local charities for debt advice", "Size large 1000000 to")]
    [InlineData("youth mentoring in wirral under £100k", "Size to 100000")]
    [InlineData("youth mentoring, income between 50 and 200 thousand", "Size 50000 to 200000")]
    [InlineData("youth mentoring with an income of less than £25,000 a year", "Size to 25000")]
    [InlineData("youth mentoring, not small ones", "not Size small to 100000")]
    [InlineData("CICs doing youth mentoring", "LegalForm cic")]
    [InlineData("youth mentoring by community benefit societies", "LegalForm bencom")]
    [InlineData("charitable incorporated organisations in wirral", "LegalForm cio")]
    [InlineData("unincorporated groups for young people", "LegalForm unincorporated")]
    [InlineData("youth mentoring, not CICs", "not LegalForm cic")]
    [InlineData("mentoring groups with Trusted Charity mark", "QualityMark trusted-charity")]
    [InlineData("mentoring groups with PQASSO level 2", "QualityMark trusted-charity")]
    [InlineData("who has ISO 9001 for mentoring in wirral", "QualityMark iso-9001")]
    [InlineData("accredited mentoring providers", "QualityMark any")]
    [InlineData("mentoring in wirral with safeguarding in place", "Policy safeguarding")]
    [InlineData("mentoring groups with a safeguarding policy and small", "Size small to 100000; Policy safeguarding")]
    [InlineData("mentoring groups with equality and data protection policies", "Policy equality; Policy data-protection")]
    [InlineData("women-led mentoring groups", "LedBy women")]
    [InlineData("mentoring led by disabled people", "LedBy disabled-people")]
    [InlineData("BME led groups for debt advice", "LedBy minorities")]
    [InlineData("who has had money from Lloyds since 2013", "FundedBy Lloyds 2013-01-01")]
    [InlineData("mentoring groups who have had a grant from Lloyds Bank Foundation in 2014", "FundedBy Lloyds Bank Foundation 2014-01-01 until 2014-12-31")]
    [InlineData("mentoring groups not funded by Lloyds", "not FundedBy Lloyds")]
    [InlineData("mentoring groups that never had money from Comic Relief", "not FundedBy Comic Relief")]
    [InlineData("mentoring already funded by the council for the same", "FundedBy council same")]
    [InlineData("council-funded mentoring", "FundedBy council")]
    public void Plain_words_become_filters(string text, string filters) => Assert.Equal(filters, Told(Understand(text)));

    [Theory]
    [InlineData("youth clubs in Small Heath")]
    [InlineData("groups for small children in wirral")]
    [InlineData("support for large families in wirral")]
    [InlineData("small business advice in wirral")]
    [InlineData("activities for under 25s in wirral")]
    [InlineData("help with safeguarding concerns for families")]
    [InlineData("help with a complaint in wirral")]
    [InlineData("women and girls in wirral")]
    [InlineData("is Banded Kites CIC on your list?")]
    [InlineData("debt advice for between £10k and £25k")]
    public void What_only_sounds_like_one_is_none(string text) => Assert.Equal("", Told(Understand(text)));

    [Fact]
    public void The_whole_question_is_understood_and_nothing_of_a_filter_is_looked_for_as_a_word()
    {
        var query = Understand("small charities doing youth mentoring in Wirral with safeguarding in place, not just on the waiting list for a grant");
        Assert.Equal("Size small to 100000; Policy safeguarding", Told(query));
        Assert.Equal((["mentoring"], ["young-people"], ["wirral"], []), (query.Services, query.WhoFor, query.Places, query.Words), Comparer);
        Assert.Equal(["who waits for a grant"], query.NotInData);
    }

    [Fact]
    public void By_and_for_says_who_leads_and_who_it_is_for()
    {
        var query = Understand("groups run by and for women in wirral");
        Assert.Equal(("LedBy women", "women"), (Told(query), Assert.Single(query.WhoFor)));
    }

    [Theory]
    [InlineData("groups that shared their health check for mentoring in wirral")]
    [InlineData("tender ready groups for mentoring in wirral")]
    [InlineData("mentoring in wirral who have passed the check")]
    public void What_a_group_shared_narrows_nothing_and_that_is_said(string text)
    {
        var query = Understand(text);
        Assert.True(query.AsksForShared);
        Assert.Empty(query.Filters);
        var plain = new FindProviders(FilteredTown.Index).Find(Understand("mentoring in wirral"), 202647);
        var asked = new FindProviders(FilteredTown.Index).Find(query, 202647);
        Assert.True(asked.Understood.AskedForShared);
        Assert.Equal(plain.Matches.Select(m => m.Id), asked.Matches.Select(m => m.Id));
    }

    [Theory]
    [InlineData("any size", "Policy safeguarding")]
    [InlineData("drop the size", "Policy safeguarding")]
    [InlineData("actually any size", "Policy safeguarding")]
    [InlineData("size doesn't matter", "Policy safeguarding")]
    [InlineData("forget safeguarding", "Size small to 100000")]
    [InlineData("drop all the filters", "")]
    [InlineData("not small", "Policy safeguarding; not Size small to 100000")]
    [InlineData("medium ones only", "Policy safeguarding; Size medium 100000 to 1000000")]
    [InlineData("only CICs", "Size small to 100000; Policy safeguarding; LegalForm cic")]
    [InlineData("and debt advice?", "Size small to 100000; Policy safeguarding")]
    public void Typed_words_take_a_filter_back_or_change_it(string text, string filters)
    {
        var before = Understand("small charities doing youth mentoring in Wirral with safeguarding in place");
        var query = Understand(text, before);
        Assert.Equal(filters, Told(query));
        Assert.Equal(before.Places, query.Places);
    }

    [Theory]
    [InlineData("women-led groups in Telford", "LedBy women", "")]
    [InlineData("only CICs in Telford", "Size small to 100000; LegalForm cic", "mentoring")]
    public void A_filter_with_a_place_is_a_search_of_its_own_if_it_names_groups(string text, string filters, string service)
    {
        var query = Understand(text, Understand("small charities doing youth mentoring in Wirral"));
        Assert.Equal((filters, service, "telford"), (Told(query), string.Join('+', query.Services), string.Join('+', query.Places)));
    }

    [Theory]
    [InlineData("drop the place", 0, 1)]
    [InlineData("drop mentoring", 1, 0)]
    public void Place_and_service_are_taken_back_too(string text, int places, int services)
    {
        var query = Understand(text, Understand("small charities doing youth mentoring in Wirral"));
        Assert.Equal((places, services, "Size small to 100000"), (query.Places.Count, query.Services.Count, Told(query)));
    }

    [Theory]
    [InlineData("all of them, not the top five")]
    [InlineData("all of them please")]
    [InlineData("not just the top five")]
    [InlineData("show me the whole list")]
    public void Everything_can_be_asked_for(string text) => Assert.True(Understand(text, Understand("youth mentoring in Wirral")).All);

    [Fact]
    public void A_query_with_filters_comes_back_whole_and_a_forged_one_is_refused()
    {
        var query = Understand("small CICs doing mentoring, funded by Lloyds since 2013");
        Assert.Equal(Told(query), Told(PageToken.Read(new PageToken(query, 1, 202647).Write())!.Query));
        Assert.Null(PageToken.Read(new PageToken(query with { Filters = [new ProviderFilter((FilterKind)99, "x")] }, 1, 202647).Write()));
        Assert.Null(PageToken.Read(new PageToken(query with { Filters = [new ProviderFilter(FilterKind.LegalForm, "no such form")] }, 1, 202647).Write()));
        Assert.Null(PageToken.Read(new PageToken(query with { Filters = [null!] }, 1, 202647).Write()));
    }

    private static readonly IEqualityComparer<(IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>, IReadOnlyList<string>)> Comparer =
        EqualityComparer<(IReadOnlyList<string> A, IReadOnlyList<string> B, IReadOnlyList<string> C, IReadOnlyList<string> D)>.Create(
            (x, y) => x.A.SequenceEqual(y.A) && x.B.SequenceEqual(y.B) && x.C.SequenceEqual(y.C) && x.D.SequenceEqual(y.D));
}
