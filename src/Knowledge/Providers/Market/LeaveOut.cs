namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>How the providers of a search stand to one requirement.</summary>
public sealed record RequirementCount(Requirement Requirement, StandingCount Count);

/// <summary>Whom a specification would leave out, as far as the data tells.</summary>
/// <param name="Search">Of which providers.</param>
/// <param name="All">The providers that state what was asked.</param>
/// <param name="Together">How they stand to all requirements at once; null if nothing was asked of them.</param>
public sealed record LeftOutView(MarketSearch Search, int All, IReadOnlyList<RequirementCount> Each, StandingCount? Together);

/// <summary>Counts whom requirements would leave out before they are published.</summary>
public sealed class LeaveOut(ProviderIndex index)
{
    private readonly MarketReader market = new(index);

    /// <param name="today">The day from which years are counted back.</param>
    public LeftOutView Run(MarketAsked asked, DateOnly today)
    {
        var result = market.Search(asked.Query);
        var providers = market.Of(result, asked.Query).Where(p => p.States).ToList();
        var each = asked.Requirements.Select(_ => new List<Standing>(providers.Count)).ToList();
        var together = new List<Standing>(providers.Count);
        foreach (var provider in asked.Requirements.Count > 0 ? providers : [])
        {
            var standings = asked.Requirements.Select(r => JudgeRequirement.Run(r, provider, today)).ToList();
            for (var i = 0; i < standings.Count; i++) each[i].Add(standings[i]);
            together.Add(JudgeRequirement.Together(standings));
        }
        return new LeftOutView(
            MarketSearch.Of(result), providers.Count,
            [.. asked.Requirements.Zip(each, (r, standings) => new RequirementCount(r, StandingCount.Of(standings)))],
            asked.Requirements.Count > 0 ? StandingCount.Of(together) : null);
    }
}
