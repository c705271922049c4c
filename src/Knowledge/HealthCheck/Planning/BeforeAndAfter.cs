namespace CommissioningBot.Knowledge.HealthCheck.Planning;

/// <summary>One area then and now, in words.</summary>
public sealed record AreaThenAndNow(AreaStanding Then, AreaStanding Now);

/// <summary>One item that was answered differently then and now.</summary>
/// <param name="Steps">How many levels it rose (or, below 0, fell); null if one of the two answers is no level.</param>
public sealed record ItemThenAndNow(Item Item, Choice Then, Choice Now, int? Steps);

/// <summary>A check beside the time before, both judged by the same catalogue and for the money wanted now.</summary>
/// <param name="Then">When the check before was last changed, in UTC.</param>
/// <param name="Items">What has changed, the largest rise first.</param>
/// <param name="NotAskedAgain">What was answered then and has no answer yet now.</param>
public sealed record BeforeAndAfter(
    DateTimeOffset Then, Readiness ReadinessThen, Readiness ReadinessNow, IReadOnlyList<AreaThenAndNow> Areas, IReadOnlyList<ItemThenAndNow> Items,
    IReadOnlyList<Item> NotAskedAgain)
{
    /// <summary>The two side by side; null if the check has been done only once.</summary>
    public static BeforeAndAfter? Of(Catalogue catalogue, Assessment assessment)
    {
        if (assessment.Earlier is not { Count: > 0 } runs) return null;
        var run = runs[^1];
        // A group that wants other money today would otherwise seem to have changed where only the question did.
        var then = assessment with { Responses = run.Responses, Profile = run.Profile with { FundingWanted = assessment.Profile.FundingWanted } };
        var (before, after) = (JudgeReadiness.Of(catalogue, then), JudgeReadiness.Of(catalogue, assessment));
        var both = catalogue.Items.Select(i => (Item: i, Then: run.Responses.FirstOrDefault(r => r.ItemId == i.Id), Now: assessment.ResponseTo(i.Id))).ToList();
        return new BeforeAndAfter(
            run.Changed, before, after,
            [.. before.Areas.Zip(after.Areas, (b, a) => new AreaThenAndNow(b, a))],
            [.. both.Where(x => x is { Then: not null, Now: not null } && x.Then.Choice != x.Now.Choice)
                .Select(x => new ItemThenAndNow(x.Item, x.Then!.Choice, x.Now!.Choice, x.Now.Level - x.Then.Level))
                .OrderByDescending(x => x.Steps ?? 0)],
            [.. both.Where(x => x is { Then: not null, Now: null }).Select(x => x.Item)]);
    }
}
