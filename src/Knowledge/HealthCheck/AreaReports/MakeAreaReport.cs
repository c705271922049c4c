using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.HealthCheck.AreaReports;

/// <summary>Counts finished checks into a report that tells of no single group.</summary>
public static class MakeAreaReport
{
    private const int MostStops = 8;

    /// <param name="through">The last day of the quarter that it closes.</param>
    /// <param name="first">Checks that no report has counted yet.</param>
    /// <param name="again">Checks done again, whose latest round no report has counted yet.</param>
    /// <returns>The report; null if it would be about too few groups.</returns>
    public static AreaReport? Of(Catalogue catalogue, DateOnly through, IReadOnlyList<Assessment> first, IReadOnlyList<Assessment> again)
    {
        if (first.Count < Disclosure.SmallestGroup) return null;
        var all = first.Select(a => JudgeReadiness.Of(catalogue, a)).ToList();
        var (routes, others) = Routes(all);
        var other = Disclosure.Rounded(others);
        return new AreaReport(
            through,
            // From the figures that are told, so that nothing is left over.
            routes.Sum(r => r.Groups) + other,
            [.. Enum.GetValues<Area>().Select(area => new WeakArea(area, Disclosure.Of(all.Count(r => Level(catalogue, r, area) is 0 or 1), all.Count))).OrderByDescending(a => a.Weak ?? 0)],
            routes, other,
            [.. Enum.GetValues<TrainingNeed>().Select(need => new NeedCount(need, Disclosure.Of(all.Count(r => Needs(catalogue, r, need)), all.Count))).OrderByDescending(n => n.Groups ?? 0)],
            again.Count < Disclosure.SmallestGroup ? null : Changes(catalogue, again));
    }

    private static (List<RouteStops> Told, int Others) Routes(List<Readiness> all)
    {
        var routes = all.Where(r => r.Funding is not null).GroupBy(r => r.Funding!.Value).Where(g => g.Count() >= Disclosure.SmallestGroup)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToList();
        // Where the groups that are left over are few, the smallest route goes to them.
        while (routes.Count > 0 && all.Count - routes.Sum(g => g.Count()) is > 0 and < Disclosure.Fewest) routes.RemoveAt(routes.Count - 1);
        // In the order of what is told, not of the counts behind it.
        var told = routes.Select(g => new RouteStops(g.Key, Disclosure.Rounded(g.Count()), Stops([.. g]))).OrderByDescending(r => r.Groups).ThenBy(r => r.Route);
        return ([.. told], all.Count - routes.Sum(g => g.Count()));
    }

    private static List<StopCount> Stops(List<Readiness> route) =>
    [
        .. route.SelectMany(r => r.ThingsFirst.Select(f => f.Item.Id)).GroupBy(id => id)
            .Select(g => (Id: g.Key, Count: Disclosure.Of(g.Count(), route.Count)))
            .Where(s => s.Count is not null).OrderByDescending(s => s.Count).ThenBy(s => s.Id, StringComparer.Ordinal)
            .Take(MostStops).Select(s => new StopCount(s.Id, s.Count!.Value)),
    ];

    private static ChangeOverTime Changes(Catalogue catalogue, IReadOnlyList<Assessment> again)
    {
        var pairs = again.Select(a => (First: JudgeReadiness.Of(catalogue, First(a)), Latest: JudgeReadiness.Of(catalogue, a))).ToList();
        return new ChangeOverTime(Disclosure.Rounded(pairs.Count), [.. Enum.GetValues<Area>().Select(Change)]);

        AreaChange Change(Area area)
        {
            var steps = pairs.Select(p => (Level(catalogue, p.Latest, area), Level(catalogue, p.First, area))).Select(p => p is (int latest, int then) ? Math.Sign(latest - then) : 0).ToList();
            var (up, down) = (steps.Count(s => s > 0), steps.Count(s => s < 0));
            var (toldUp, toldDown) = (Disclosure.Of(up, pairs.Count), Disclosure.Of(down, pairs.Count));
            // With both told, those that stayed the same would be what is left over.
            return pairs.Count - up - down < Disclosure.Fewest ? new AreaChange(area, toldUp, null) : new AreaChange(area, toldUp, toldDown);
        }
    }

    // What the group wanted the first time may be another route; only what it answered is compared.
    private static Assessment First(Assessment a) => a.Earlier is [var run, ..] ? a with { Responses = run.Responses, Profile = run.Profile with { FundingWanted = a.Profile.FundingWanted } } : a;

    // Where Not sure leaves two words open, the lower one.
    private static int? Level(Catalogue catalogue, Readiness readiness, Area area) =>
        readiness.Areas.First(a => a.Area == area).Low is { } word ? catalogue.Wording.Standings.ToList().IndexOf(word) : null;

    private static bool Needs(Catalogue catalogue, Readiness readiness, TrainingNeed need) =>
        readiness.Findings.Any(f => f.Level < Need.LawLevel && catalogue.Plan.NeedsOf(f.Item.Id).Contains(need));
}
