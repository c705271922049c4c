namespace CommissioningBot.Knowledge.Providers;

/// <summary>Where an index has its providers from: it goes through all of them once, and keeps of them only what it needs to find them again.</summary>
/// <param name="Localities">The town and the outward code of each provider that has both, in the order of the providers; repeats do no harm.</param>
/// <param name="All">All providers.</param>
/// <param name="Read">Reads those of these identifiers that are still there, in their order; it is asked for the few that are shown.</param>
public sealed record ProvidersToIndex(
    IEnumerable<(string Locality, string Outward)> Localities, IEnumerable<Provider> All, Func<IReadOnlyList<string>, IReadOnlyList<Provider>> Read)
{
    /// <summary>A list that is kept anyway.</summary>
    public static ProvidersToIndex Of(IReadOnlyList<Provider> providers)
    {
        var byId = providers.ToDictionary(p => p.Id, StringComparer.Ordinal);
        return new ProvidersToIndex(LocalitiesOf(providers), providers, ids => [.. ids.Select(byId.GetValueOrDefault).OfType<Provider>()]);
    }

    /// <summary>These and some more, which are kept.</summary>
    public ProvidersToIndex And(IReadOnlyList<Provider> more)
    {
        if (more.Count == 0) return this;
        var byId = more.ToDictionary(p => p.Id, StringComparer.Ordinal);
        return new ProvidersToIndex(Localities.Concat(LocalitiesOf(more)), All.Concat(more), ids =>
        {
            var read = Read([.. ids.Where(id => !byId.ContainsKey(id))]).Concat(ids.Select(byId.GetValueOrDefault).OfType<Provider>()).ToDictionary(p => p.Id, StringComparer.Ordinal);
            return [.. ids.Select(read.GetValueOrDefault).OfType<Provider>()];
        });
    }

    private static IEnumerable<(string, string)> LocalitiesOf(IEnumerable<Provider> providers) =>
        providers.Where(p => p is { Locality: not null, Outward: not null }).Select(p => (p.Locality!, p.Outward!));
}
