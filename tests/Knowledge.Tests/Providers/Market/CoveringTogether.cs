using CommissioningBot.Knowledge.Providers.Market;
using FsCheck;
using FsCheck.Fluent;

namespace CommissioningBot.Knowledge.Tests.Providers.Market;

public class CoveringTogether
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20261120, 1).WithQuietOnSuccess(true);

    private static PartnersView Cover(string text, DateOnly? day = null) => new CoverTogether(Town.Index).Run(Town.Query(text), day ?? Town.Today);

    [Fact]
    public void The_fewest_that_state_all_parts_are_found_with_the_words_that_state_them()
    {
        var view = Cover("befriending, transport and lunch clubs in Bolton");
        Assert.Equal(["Beta Friends", "Delta Wheels"], Assert.Single(view.Sets).Select(p => p.Name).Order());
        Assert.Equal(["befriending", "lunch clubs and day centres"], view.Sets[0].Single(p => p.Name == "Beta Friends").Parts.Select(p => p.What).Order());
        Assert.Equal("Community transport", view.Sets[0].Single(p => p.Name == "Delta Wheels").Parts[0].Because.Text);
        Assert.Empty(view.NotStated);
    }

    [Fact]
    public void What_nobody_states_there_is_told_and_the_rest_covered()
    {
        var view = Cover("befriending, counselling and debt advice in Bolton");
        Assert.Equal(["counselling", "debt advice"], view.NotStated.Order());
        Assert.All(view.Sets, s => Assert.Single(s));
        Assert.Equal(3, view.AllSets);
    }

    [Fact]
    public void Who_comes_first_changes_with_the_week_and_is_the_same_within_it()
    {
        static string First(DateOnly day) => Cover("befriending and transport in Bolton", day).Sets[0].Select(p => p.Name).Order().Aggregate(string.Concat);
        Assert.Equal(First(new DateOnly(2026, 11, 16)), First(new DateOnly(2026, 11, 22)));
        Assert.True(Enumerable.Range(0, 12).Select(w => First(new DateOnly(2026, 11, 20).AddDays(7 * w))).Distinct().Count() > 1);
    }

    [Fact]
    public void Everybody_is_named_once_before_anybody_is_named_twice()
    {
        var named = Cover("befriending and transport in Bolton").Sets.Select(s => s.Single(p => p.Name != "Delta Wheels").Name).ToList();
        Assert.Equal(3, named.Take(3).Distinct().Count());
    }

    [Fact]
    public void The_sets_are_all_smallest_ones() => Prop.ForAll(Arb.From(Gen.Choose(1, 63).ListOf()), masks =>
    {
        var kinds = masks.Distinct().Order().ToList();
        var need = kinds.Aggregate(0, (all, m) => all | m);
        var found = SmallestCovers.Of(kinds, need);
        var every = Subsets(kinds.Take(9).ToList()).Where(s => s.Aggregate(0, (all, m) => all | m) == need).ToList();
        Assert.All(found, s => Assert.Equal(need, s.Aggregate(0, (all, m) => all | m)));
        if (kinds.Count is 0 or > 9) return;
        var least = every.Min(s => s.Count);
        Assert.Equal(every.Where(s => s.Count == least).Select(s => string.Join(',', s.Order())).Order(), found.Select(s => string.Join(',', s.Order())).Order());
    }).Check(Checks);

    private static IEnumerable<List<int>> Subsets(List<int> of) => Enumerable.Range(0, 1 << of.Count).Select(bits => of.Where((_, i) => (bits & 1 << i) != 0).ToList());
}
