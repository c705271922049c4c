using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Market;
using FsCheck;
using FsCheck.Fluent;

namespace CommissioningBot.Knowledge.Tests.Providers.Market;

public class SeeingTheMarket
{
    // A fixed seed: a run that fails today fails tomorrow.
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(30).WithReplay(20261120, 1).WithQuietOnSuccess(true);

    private static readonly (string? Town, string? Outward)[] Addresses = [("Bolton", "BL1"), ("Farnworth", "BL4"), (null, "BL9"), ("Bury", null), (null, null), ("Liverpool", "L1"), (null, "WN4"), (null, "M26"), (null, "OL")];

    private static MarketView See(string text) => new SeeMarket(Town.Index).Run(Town.Query(text));

    [Fact]
    public void A_county_is_told_by_council_with_those_where_none_is_stated()
    {
        var view = See("befriending in Greater Manchester");
        Assert.Equal((4, MarketRows.Councils), (view.States, view.Rows));
        Assert.Equal([("Bolton", 3), ("Bury", 1)], view.Places.Where(p => p.Count > 0).Select(p => (p.Name, p.Count)));
        Assert.Equal(["Manchester", "Oldham", "Rochdale", "Salford", "Stockport", "Tameside", "Trafford", "Wigan"], view.Gaps.Select(g => g.Name));
        // There is a provider in Wigan, which does something else; of Salford the data knows nobody at all.
        Assert.Equal((1, 0), (view.Places.Single(p => p.Name == "Wigan").OfAnyKind, view.Places.Single(p => p.Name == "Salford").OfAnyKind));
    }

    [Fact]
    public void A_council_is_told_by_town_and_has_no_gaps()
    {
        var view = See("befriending in Bolton");
        Assert.Equal([("Bolton", 2), ("Farnworth", 1)], view.Places.Select(p => (p.Name, p.Count)));
        Assert.Empty(view.Gaps);
    }

    [Fact]
    public void Without_a_place_it_is_told_by_region() => Assert.Equal(("North West region", 4), See("befriending").Places.Select(p => (p.Name, p.Count)).First());

    [Fact]
    public void Who_does_not_state_it_is_found_and_not_counted()
    {
        var view = See("befriending for older people in Bolton");
        Assert.True(view.Found > view.States);
        Assert.Equal((2, 2), (view.States, view.For.First(f => f.Name == "older people").Count));
    }

    [Fact]
    public void Sizes_people_and_years_are_counted_and_what_is_not_known_of_them()
    {
        var view = See("befriending in Greater Manchester");
        Assert.Equal([1, 1, 1, 0, 0], view.Sizes.Select(s => s.Count));
        Assert.Equal(1, view.SizeNotKnown);
        Assert.Equal([("older people", 2), ("migrants", 1), ("refugees and people seeking asylum", 1)], view.For.Select(f => (f.Name, f.Count)));
        Assert.Equal([("2026", 2), ("2015", 1), ("2014", 1)], view.LastSaid.Select(y => (y.Name, y.Count)));
    }

    [Fact]
    public void A_band_that_lies_in_two_of_ours_is_not_known() => Assert.Equal((1, 1), (See("transport in Bolton").States, See("transport in Bolton").SizeNotKnown));

    [Fact]
    public void Without_a_service_each_service_says_where_none_states_it()
    {
        var themes = See("in Greater Manchester").Themes.ToDictionary(t => t.Service);
        Assert.Equal((1, 9), (themes["counselling"].Providers, themes["counselling"].NoneStatedIn.Count));
        Assert.DoesNotContain("Wigan", themes["counselling"].NoneStatedIn);
        Assert.Equal(10, themes["cancer support"].NoneStatedIn.Count);
    }

    [Fact]
    public void An_unknown_or_shared_place_is_asked_about_before_anything_is_counted()
    {
        Assert.Equal("atlantis", See("befriending in Atlantis").Search.UnknownPlace);
        Assert.NotEmpty(See("befriending in Newport").Search.Clarify);
        Assert.Equal(0, See("befriending in Newport").States);
    }

    [Fact]
    public void The_figures_agree_with_the_search() =>
        Assert.All(["befriending in Bolton", "befriending near Bolton", "older people in Greater Manchester", "befriending"], text =>
            Assert.Equal(new FindProviders(Town.Index).Find(Town.Query(text), 202647).Total, See(text).Found));

    [Fact]
    public void Every_provider_is_counted_once_in_every_table() => Prop.ForAll(Arb.From(Lists), providers =>
    {
        var index = Town.Of(providers);
        foreach (var text in new[] { "befriending", "befriending in Bolton", "befriending in Greater Manchester", "befriending in the North West", "befriending near Bolton", "in Greater Manchester" })
        {
            var view = new SeeMarket(index).Run(new UnderstandProviderQuery(index).Run(text));
            Assert.Equal(view.States, view.Places.Sum(p => p.Count) + view.NotPlaced);
            Assert.Equal(view.States, view.Sizes.Sum(s => s.Count) + view.SizeNotKnown);
            Assert.Equal(view.States, view.LastSaid.Sum(y => y.Count) + view.Undated);
            Assert.True(view.States <= view.Found);
            Assert.All(view.Places, p => Assert.True(p.OfAnyKind is null || p.Count <= p.OfAnyKind));
        }
    }).Check(Checks);

    internal static readonly Gen<IReadOnlyList<Provider>> Lists =
        from count in Gen.Choose(0, 12)
        from rows in (from address in Gen.Elements(Addresses)
                      from text in Gen.Elements("Befriending", "Befriending for older people", "A choir for older people", "Debt advice", "Transport and a lunch club", "PQASSO and befriending")
                      from year in Gen.Elements<int?>(null, 2010, 2015, 2026)
                      from income in Gen.Elements(null, "", "Under £10k", "£10k to £100k", "£99,999.99", "£100,000", "£5k to £50k", "a lot", "1500000", "over £1m")
                      select (address, text, year, income)).ListOf(count)
        select (IReadOnlyList<Provider>)[.. rows.Select((r, i) => Town.Provider(i, $"Group {i}", r.address.Town, r.address.Outward, r.text, r.year, r.income))];
}
