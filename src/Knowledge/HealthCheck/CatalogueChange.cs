using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>What one version of the catalogue changed.</summary>
/// <param name="On">The day from which it is asked.</param>
/// <param name="New">Items that were not there before.</param>
/// <param name="Reworded">Items whose question or levels mean something else now.</param>
/// <param name="Renamed">Former ids and what they are now.</param>
public sealed record CatalogueChange(string Version, DateOnly On, IReadOnlyList<string> New, IReadOnlyList<string> Reworded, IReadOnlyDictionary<string, string> Renamed);

/// <summary>What is new to one group since it was last here.</summary>
/// <param name="On">When the newest of the changes came.</param>
/// <param name="New">New items that it is, or may be, asked.</param>
/// <param name="LookAgain">Items that it has answered and that mean something else now.</param>
public sealed record CatalogueNews(DateOnly On, IReadOnlyList<Item> New, IReadOnlyList<Item> LookAgain)
{
    public bool IsWorthSaying => New.Count > 0 || LookAgain.Count > 0;
}

/// <summary>Brings an assessment that was begun under an earlier version of the catalogue to the present one. No answer is lost.</summary>
public static class CarryForward
{
    /// <summary>The assessment under the present version, and what is new; null if it is there already.</summary>
    /// <remarks>It does not count as a change by the group: the time of its last change stays.</remarks>
    public static (Assessment Assessment, CatalogueNews News)? To(Catalogue catalogue, Assessment assessment)
    {
        if (assessment.CatalogueVersion == catalogue.Version) return null;
        var changes = Since(catalogue, assessment.CatalogueVersion);
        var carried = assessment with
        {
            CatalogueVersion = catalogue.Version,
            Responses = Renamed(changes, assessment.Responses),
            Earlier = assessment.Earlier?.Select(run => run with { Responses = Renamed(changes, run.Responses) }).ToList(),
        };
        var fresh = changes.SelectMany(c => c.New).Distinct().Select(catalogue.Find).OfType<Item>().Where(i => i.AppliesWhen.MayHold(carried.Profile) && i.KnownFrom(carried.Profile) is null);
        var again = changes.SelectMany(c => c.Reworded).Distinct().Select(catalogue.Find).OfType<Item>().Where(i => carried.ResponseTo(i.Id) is not null);
        return (carried, new CatalogueNews(changes.Count > 0 ? changes[^1].On : default, [.. fresh], [.. again]));
    }

    /// <summary>A plan that was made under an earlier version: what was renamed keeps its step, what is gone has none.</summary>
    public static ActionPlan To(Catalogue catalogue, ActionPlan plan, string fromVersion)
    {
        var changes = Since(catalogue, fromVersion);
        return new ActionPlan([.. plan.Steps.Select(s => s with { ItemId = IdNow(changes, s.ItemId) }).Where(s => catalogue.Find(s.ItemId) is not null)]);
    }

    private static List<CatalogueChange> Since(Catalogue catalogue, string version) => [.. catalogue.Changes.Where(c => string.CompareOrdinal(c.Version, version) > 0)];

    private static string IdNow(IReadOnlyList<CatalogueChange> changes, string itemId) => changes.Aggregate(itemId, (id, change) => change.Renamed.GetValueOrDefault(id, id));

    private static IReadOnlyList<Response> Renamed(IReadOnlyList<CatalogueChange> changes, IReadOnlyList<Response> responses) =>
        [.. responses.Select(r => r with { ItemId = IdNow(changes, r.ItemId) }).Reverse().DistinctBy(r => r.ItemId).Reverse()];
}

internal sealed class ChangeEntry
{
    public string? Version { get; set; }

    public string? On { get; set; }

    public List<string>? New { get; set; }

    public List<string>? Reworded { get; set; }

    public Dictionary<string, string>? Renamed { get; set; }
}

/// <summary>Turns the list of changes in <c>catalogue.yaml</c> into what is told to groups.</summary>
internal sealed class ChangeReader(Problems problems)
{
    private const string File = "catalogue.yaml";

    public IReadOnlyList<CatalogueChange> Read(List<ChangeEntry>? entries, IReadOnlyList<Item> items) => [.. (entries ?? []).Select(e => Read(e, items))];

    private CatalogueChange Read(ChangeEntry entry, IReadOnlyList<Item> items)
    {
        var where = $"{File}, change {entry.Version}";
        foreach (var id in (entry.New ?? []).Concat(entry.Reworded ?? []).Concat(entry.Renamed?.Values ?? Enumerable.Empty<string>()).Where(id => items.All(i => i.Id != id)))
            problems.Add(where, id, "is no item");
        return new CatalogueChange(problems.Text(where, "version", entry.Version), problems.Date(where, "on", entry.On), entry.New ?? [], entry.Reworded ?? [], entry.Renamed ?? []);
    }
}
