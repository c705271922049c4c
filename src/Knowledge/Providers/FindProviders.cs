using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// Finds providers for a query and says why each is on the list. Nobody from elsewhere is shown without saying so, what the data lacks is called not
/// stated, and those that match equally well take turns by the week.
/// </summary>
public sealed class FindProviders(ProviderIndex index, int pageSize = 5)
{
    private const int MostNeighbours = 3;

    /// <param name="query">What to find.</param>
    /// <param name="week">The number of the week, which decides between equals.</param>
    public ProviderResult Find(ProviderQuery query, int week)
    {
        var places = query.Places.Select(index.Gazetteer.Find).OfType<Place>().ToList();
        var choices = query.WhichPlace.Select(index.Gazetteer.Find).OfType<Place>().Select(p => new PlaceChoice(p.Id, p.Label)).ToList();
        if (choices.Count > 0 || query.UnknownPlace is not null || !query.HasTopic && query.Filters.Count == 0 && places.Count == 0) return Result(query, [], 0, choices, week, places);
        var (found, total) = query.Number is { } number ? ByNumber(number)
            : query.Name is { } name ? ByName(name, query)
            : ByTopic(query, places, week);
        return Result(query, found, total, [], week, places);
    }

    /// <summary>The next page, or the first page of the updated list if the data changed meanwhile; null if the text is no page token.</summary>
    public ProviderResult? Find(string pageToken)
    {
        if (PageToken.Read(pageToken) is not { } token) return null;
        var changed = token.DataVersion != index.DataVersion;
        return Find(changed ? token.Query with { Page = 1 } : token.Query, token.Week) with { ListUpdated = changed };
    }

    private (List<Candidate> Found, int Total) ByNumber(string id)
    {
        var found = index.Find(id) is { } provider ? new List<Candidate> { new(0, provider, Fit.Named, 1) } : [];
        return (found, found.Count);
    }

    private (List<Candidate> Found, int Total) ByName(string name, ProviderQuery query)
    {
        var found = new FindByName(index).Run(name);
        if (found.Count == 0 && query.Corrections.Count > 0)
        {
            var mended = query.Corrections.Aggregate(name, (n, c) => n.Replace(c.Typed, c.Meant, StringComparison.OrdinalIgnoreCase));
            found = [.. new FindByName(index).Run(mended).Select(c => c with { Score = c.Score * 0.9 })];
        }
        return (found, found.Count);
    }

    private (List<Candidate> Found, int Total) ByTopic(ProviderQuery query, List<Place> places, int week)
    {
        var candidates = new JudgeFit(index, query).All().ToList();
        var key = OrderKey(query);
        if (places.Count == 0) return Counted(Ranked(WithoutWeak(candidates, query), query, key, week));
        var inside = candidates.Where(c => places.Exists(c.Indexed.Whereabouts.IsIn)).ToList();
        var around = candidates.Where(c => !places.Exists(c.Indexed.Whereabouts.IsIn)).Select(c => Outside(c, places)).ToList();
        if (query.Near)
        {
            var near = around.Where(c => c.Kilometres <= Gazetteer.NearKilometres);
            return Counted(Ranked(WithoutWeak([.. inside, .. near], query), query, key, week));
        }
        var here = Ranked(WithoutWeak(inside, query), query, key, week);
        // A group that says it works here comes after those that are here; mere neighbours are offered only instead of nothing.
        var offered = Ranked(around.Where(c => c.Fit >= Fit.Full && (c.SaysPlace is not null || here.Count == 0 && c.Kilometres <= Gazetteer.NearKilometres)), query, key, week);
        return ([.. here, .. query.All ? offered : offered.Where(c => c.Standing != FilterStanding.Differs).Take(MostNeighbours)], here.Count(c => c.Standing != FilterStanding.Differs));
    }

    private static (List<Candidate> Found, int Total) Counted(List<Candidate> found) => (found, found.Count(c => c.Standing != FilterStanding.Differs));

    // What answers only half is a help where little answers whole, and noise where much does.
    private static List<Candidate> WithoutWeak(List<Candidate> candidates, ProviderQuery query)
    {
        if (query.All) return candidates;
        var least = candidates.Count(c => c.Fit >= Fit.Full) >= 3 ? Fit.ServiceOnly : Fit.PeopleOnly;
        return [.. candidates.Where(c => c.Fit >= least)];
    }

    private static Candidate Outside(Candidate candidate, List<Place> places)
    {
        var near = places.Where(p => Gazetteer.AreNear(p, candidate.Indexed.Whereabouts)).ToList();
        var kilometres = near.Count == 0 ? double.MaxValue : near.Min(p => p.At!.Value.DistanceTo(candidate.Indexed.Whereabouts.At!.Value));
        return candidate with { Outside = true, Kilometres = kilometres, SaysPlace = candidate.Fit >= Fit.Full ? places.Find(p => Says(candidate.Indexed.Provider, p))?.Name : null };
    }

    private static bool Says(Provider provider, Place place)
    {
        var name = $" {Gazetteer.Key(place.Name)} ";
        return place.Told.Length == 0 && provider.Texts.Any(t => t.Text.Contains(place.Name, StringComparison.OrdinalIgnoreCase) && $" {Gazetteer.Key(t.Text)} ".Contains(name, StringComparison.Ordinal));
    }

    private List<Candidate> Ranked(IEnumerable<Candidate> candidates, ProviderQuery query, string key, int week)
    {
        var judge = new JudgeFilters(query, index.Facts);
        return
        [
            .. candidates.Select(c => c with { Findings = judge.Run(c.Indexed.Provider) })
                // Filters order and never leave out: who states it, then who does not say, then who says otherwise.
                .OrderBy(c => c.Standing)
                .ThenBy(c => c.Findings.Count(f => f.Standing != FilterStanding.Stated))
                // Service without people and people without service are half an answer each: what they mention decides.
                .ThenByDescending(c => c.Fit == Fit.PeopleOnly ? Fit.ServiceOnly : c.Fit)
                .ThenByDescending(c => Math.Round(c.Score - (c.Outside && c.Kilometres < double.MaxValue ? c.Kilometres / Gazetteer.NearKilometres : 0), 1))
                // An old grant is a weaker sign that a group runs than a fresh word.
                .ThenBy(c => Freshness.Of(c.Indexed.Provider, week))
                .ThenBy(c => FairOrder.Of(key, week, c.Indexed.Provider.Id)),
        ];
    }

    private static string OrderKey(ProviderQuery query) =>
        $"{string.Join(',', query.Services)}|{string.Join(',', query.WhoFor)}|{string.Join(',', query.Words)}|{string.Join(',', query.Places)}"
        + string.Concat(query.Filters.Select(f => "|" + FilterLabels.Of(f)));

    private ProviderResult Result(ProviderQuery query, List<Candidate> found, int total, List<PlaceChoice> choices, int week, List<Place> places)
    {
        var explain = new ExplainMatch(query, index, week);
        var counted = found.Where(c => query.Near || !c.Outside).ToList();
        var from = (query.Page - 1) * pageSize;
        var next = found.Count > from + pageSize ? new PageToken(query with { Page = query.Page + 1 }, index.DataVersion, week).Write() : null;
        return new ProviderResult(
            explain.Understood(places, index.Gazetteer), total, [.. found.Skip(from).Take(pageSize).Select(explain.Run)], choices, query.UnknownPlace,
            Suggestion(query, found), index.DataVersion, next, ListUpdated: false)
        {
            Counts = [.. query.Filters.Select((f, i) => Count(FilterLabels.Of(f), [.. counted.Where(c => c.Findings.Count > i).Select(c => c.Findings[i].Standing)]))],
            StateAll = counted.Count(c => c.Standing == FilterStanding.Stated),
            NearMisses = counted.Count(c => c.Standing == FilterStanding.Differs),
            Page = (query.Page, Math.Max(1, (found.Count + pageSize - 1) / pageSize)),
            Seed = FairOrder.Seed(OrderKey(query), week),
        };
    }

    private static FilterCount Count(string label, List<FilterStanding> standings) => new(
        label, standings.Count(s => s == FilterStanding.Stated), standings.Count(s => s == FilterStanding.NotStated), standings.Count(s => s == FilterStanding.Differs));

    private static string? Suggestion(ProviderQuery query, List<Candidate> found)
    {
        if (query.Name is not null) return found.Count > 0 && found[0].Score < 0.99 ? $"Did you mean {found[0].Indexed.Provider.Name}?" : null;
        return query.Corrections.Count == 0 ? null : $"Did you mean {string.Join(", ", query.Corrections.Select(c => c.Meant))}?";
    }
}
