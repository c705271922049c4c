using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// Shows as one provider what a person said is one. The rows of both stay as the imports wrote them, so that an import changes nothing about the
/// decision and the decision can be taken back.
/// </summary>
internal sealed class ConfirmedJoins
{
    private readonly Dictionary<string, string> stays = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> goes;

    /// <param name="judged">The newest decision on each pair; others than confirmed join nothing.</param>
    public ConfirmedJoins(IEnumerable<JudgedJoin> judged)
    {
        var groups = new List<HashSet<string>>();
        foreach (var pair in judged.Where(j => j.Decision == JoinDecision.Confirmed))
        {
            var together = new HashSet<string>(StringComparer.Ordinal) { pair.One, pair.Other };
            foreach (var group in groups.Where(g => g.Overlaps(together)).ToList())
            {
                together.UnionWith(group);
                groups.Remove(group);
            }
            groups.Add(together);
        }
        foreach (var group in groups)
        {
            var best = group.OrderBy(ProviderJoins.Rank).ThenBy(id => id, StringComparer.Ordinal).First();
            foreach (var id in group.Where(id => id != best)) stays[id] = best;
        }
        goes = stays.ToLookup(s => s.Value, s => s.Key, StringComparer.Ordinal);
    }

    public bool IsEmpty => stays.Count == 0;

    /// <summary>The identifiers that are not shown any more, and under which they are.</summary>
    public IEnumerable<(string Id, string Provider)> All => stays.Select(s => (s.Key, s.Value));

    /// <summary>The identifier under which an organisation is shown.</summary>
    public string ShownAs(string id) => stays.GetValueOrDefault(id, id);

    /// <summary>All that are shown under an identifier, itself first.</summary>
    public IEnumerable<string> OneWith(string id) => goes[id].Order(StringComparer.Ordinal).Prepend(id);

    /// <param name="all">As the imports left them.</param>
    /// <param name="find">The same, one by one.</param>
    public IEnumerable<Provider> Over(IEnumerable<Provider> all, Func<string, Provider?> find) =>
        all.Where(p => !stays.ContainsKey(p.Id)).Select(p => goes.Contains(p.Id) ? Whole(p, find) : p);

    /// <summary>A provider that is shown, with what is said of those that are one with it.</summary>
    public Provider Whole(Provider shown, Func<string, Provider?> find) => OneWith(shown.Id).Skip(1).Select(find).OfType<Provider>().Aggregate(shown, Added);

    // What the one is silent on, the other may say; the name and identifier of the better register stand.
    private static Provider Added(Provider to, Provider from) => to with
    {
        Locality = to.Locality ?? from.Locality,
        Outward = to.Outward ?? from.Outward,
        Postcode = to.Postcode ?? from.Postcode,
        Location = to.Location ?? from.Location,
        Website = to.Website ?? from.Website,
        LegalForm = to.LegalForm ?? from.LegalForm,
        IncomeBand = to.IncomeBand ?? from.IncomeBand,
        LastSeen = to.LastSeen > from.LastSeen ? to.LastSeen : from.LastSeen,
        GoneSince = to.GoneSince is { } one && from.GoneSince is { } other ? (one > other ? one : other) : null,
        Texts = [.. to.Texts.Concat(from.Texts).OrderByDescending(t => t.Date ?? DateOnly.MinValue).ThenBy(t => t.Reference, StringComparer.Ordinal)],
    };
}
