using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Providers.Market;
using FsCheck;
using FsCheck.Fluent;

namespace CommissioningBot.Knowledge.Tests.Providers.Market;

public class LeavingOut
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(20261120, 1).WithQuietOnSuccess(true);

    private static readonly Dictionary<string, ProviderFacts> Facts = new()
    {
        [Town.Id(1)] = new ProviderFacts { Registered = new DateOnly(2025, 1, 1), Policies = ["Safeguarding policy and procedures", "Conflicting interests"] },
        [Town.Id(2)] = new ProviderFacts { Registered = new DateOnly(2023, 11, 20) },
        [Town.Id(3)] = new ProviderFacts { Registered = new DateOnly(2023, 11, 21), Income = 90_000, YearEnd = new DateOnly(2026, 3, 31), QualityMarks = ["All our advisers are accredited."] },
    };

    private static LeftOutView Ask(string where, params Requirement[] asked) => Ask(Town.Providers, where, asked);

    private static LeftOutView Ask(IEnumerable<Provider> providers, string where, params IReadOnlyList<Requirement> asked)
    {
        var index = new ProviderIndex(3, [.. providers], [], said: Facts.Select(f => new SaidOfProvider(f.Key, "a register", Town.Today, f.Value)));
        return new LeaveOut(index).Run(new MarketAsked(MarketQuestion.LeaveOut, new UnderstandProviderQuery(index).Run(where)) { Requirements = asked }, Town.Today);
    }

    [Fact]
    public void A_turnover_leaves_out_whoever_states_less_and_leaves_open_what_no_text_tells()
    {
        // £90,000 of the newest year stands above the £250,000 of the year before; "£10k to £100k" reaches it, or does not.
        Assert.Equal(new StandingCount(0, 3, 0), Ask("befriending in Bolton", new Requirement(RequirementKind.Turnover, 150_000)).Each[0].Count);
        Assert.Equal(new StandingCount(1, 1, 1), Ask("befriending in Bolton", new Requirement(RequirementKind.Turnover, 50_000)).Each[0].Count);
        Assert.Equal(new StandingCount(0, 0, 1), Ask("befriending in Bury", new Requirement(RequirementKind.Turnover, 1)).Each[0].Count);
    }

    [Fact]
    public void Years_are_counted_from_the_day_of_registration() =>
        Assert.Equal(new StandingCount(1, 2, 0), Ask("befriending in Bolton", new Requirement(RequirementKind.Years, 3)).Each[0].Count);

    [Fact]
    public void A_mark_or_a_policy_that_nobody_names_is_unknown_and_never_missing()
    {
        Assert.Equal(new StandingCount(1, 0, 2), Ask("befriending in Bolton", new Requirement(RequirementKind.QualityMark, Named: "PQASSO")).Each[0].Count);
        Assert.Equal(new StandingCount(1, 0, 2), Ask("befriending in Bolton", new Requirement(RequirementKind.QualityMark)).Each[0].Count);
        Assert.Equal(new StandingCount(1, 0, 2), Ask("befriending in Bolton", new Requirement(RequirementKind.Policy, Named: "conflict of interest")).Each[0].Count);
        Assert.Equal(new StandingCount(0, 0, 3), Ask("befriending in Bolton", new Requirement(RequirementKind.Insurance, 5_000_000, "public liability")).Each[0].Count);
        Assert.Equal(new StandingCount(0, 0, 3), Ask("befriending in Bolton", new Requirement(RequirementKind.AuditedAccounts)).Each[0].Count);
    }

    [Fact]
    public void Together_one_that_is_not_met_leaves_out_and_an_unknown_one_is_no_yes()
    {
        var view = Ask("befriending in Bolton", new Requirement(RequirementKind.Years, 3), new Requirement(RequirementKind.Insurance, 5_000_000, "public liability"));
        Assert.Equal(new StandingCount(0, 2, 1), view.Together);
        Assert.True(view.Together!.CanBeSaid);
        Assert.False(view.Each[1].Count.CanBeSaid);
    }

    [Theory]
    [InlineData(1, 1, 2, true)]
    [InlineData(1, 1, 3, false)]
    [InlineData(0, 0, 1, false)]
    [InlineData(0, 0, 0, false)]
    public void Where_more_than_half_are_unknown_there_is_no_figure(int meets, int leftOut, int unknown, bool canBeSaid) =>
        Assert.Equal(canBeSaid, new StandingCount(meets, leftOut, unknown).CanBeSaid);

    [Fact]
    public void Met_left_out_and_unknown_are_all_of_them_and_more_requirements_never_let_more_in() => Prop.ForAll(Arb.From(SeeingTheMarket.Lists), Arb.From(Requirements), (providers, asked) =>
    {
        var view = Ask(providers, "befriending in Greater Manchester", asked);
        Assert.All(view.Each, e => Assert.Equal(view.All, e.Count.All));
        if (view.Together is not { } together) return;
        Assert.Equal(view.All, together.All);
        Assert.True(together.Meets <= view.Each.Min(e => e.Count.Meets));
        Assert.True(together.LeftOut >= view.Each.Max(e => e.Count.LeftOut));
    }).Check(Checks);

    private static readonly Gen<IReadOnlyList<Requirement>> Requirements =
        from count in Gen.Choose(0, 4)
        from asked in (from kind in Gen.Elements(Enum.GetValues<RequirementKind>())
                       from least in Gen.Elements<decimal?>(null, 0, 1, 3, 10_000, 100_000, 5_000_000)
                       from named in Gen.Elements(null, "PQASSO", "safeguarding", "public liability")
                       select new Requirement(kind, least, named)).ListOf(count)
        select (IReadOnlyList<Requirement>)[.. asked];
}
