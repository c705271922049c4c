using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// Finds providers for a query and says why each is on the list. Nobody from elsewhere is shown without saying so, what the data lacks is called not
/// stated, and those that match equally well take turns by the week.
/// </summary>
public sealed class FindProviders(ProviderIndex index, int pageSize = FindProviders.PageSize)
{
    /// <summary>How many are on a page if nothing else is said.</summary>
    public const int PageSize = 5;

    private const int MostNeighbours = 3;

    /// <param name="query">What to find.</param>
    /// <param name="week">The number of the week, which decides between equals.</param>
    public ProviderResult Find(ProviderQuery query, int week)
    {
        var places = query.Places.Select(index.Gazetteer.Find).OfType<Place>().ToList();
        var choices = query.WhichPlace.Select(index.Gazetteer.Find).OfType<Place>().Select(p => new PlaceChoice(p.Id, p.Label)).ToList();
        if (choices.Count > 0 || query.UnknownPlace is not null || !query.HasTopic && places.Count == 0) return Result(query, [], 0, choices, week, places);
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
        var key = $"{string.Join(',', query.Services)}|{string.Join(',', query.WhoFor)}|{string.Join(',', query.Words)}|{string.Join(',', query.Places)}";
        if (places.Count == 0) return Counted(Ranked(WithoutWeak(candidates), key, week));
        var inside = candidates.Where(c => places.Exists(c.Indexed.Whereabouts.IsIn)).ToList();
        var around = candidates.Where(c => !places.Exists(c.Indexed.Whereabouts.IsIn)).Select(c => Outside(c, places)).ToList();
        if (query.Near)
        {
            var near = around.Where(c => c.Kilometres <= Gazetteer.NearKilometres);
            return Counted(Ranked(WithoutWeak([.. inside, .. near]), key, week));
        }
        var here = Ranked(WithoutWeak(inside), key, week);
        // A group that says it works here comes after those that are here; mere neighbours are offered only instead of nothing.
        var offered = Ranked(around.Where(c => c.Fit >= Fit.Full && (c.SaysPlace is not null || here.Count == 0 && c.Kilometres <= Gazetteer.NearKilometres)), key, week);
        return ([.. here, .. offered.Take(MostNeighbours)], here.Count);
    }

    private static (List<Candidate> Found, int Total) Counted(List<Candidate> found) => (found, found.Count);

    // What answers only half is a help where little answers whole, and noise where much does.
    private static List<Candidate> WithoutWeak(List<Candidate> candidates)
    {
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

    private static List<Candidate> Ranked(IEnumerable<Candidate> candidates, string query, int week) =>
    [
        .. candidates
            // Service without people and people without service are half an answer each: what they mention decides.
            .OrderByDescending(c => c.Fit == Fit.PeopleOnly ? Fit.ServiceOnly : c.Fit)
            .ThenByDescending(c => Math.Round(c.Score - (c.Outside && c.Kilometres < double.MaxValue ? c.Kilometres / Gazetteer.NearKilometres : 0), 1))
            .ThenBy(c => FairOrder.Of(query, week, c.Indexed.Provider.Id)),
    ];

    private ProviderResult Result(ProviderQuery query, List<Candidate> found, int total, List<PlaceChoice> choices, int week, List<Place> places)
    {
        var explain = new ExplainMatch(query);
        var from = (query.Page - 1) * pageSize;
        var next = found.Count > from + pageSize ? new PageToken(query with { Page = query.Page + 1 }, index.DataVersion, week).Write() : null;
        return new ProviderResult(
            explain.Understood(places, index.Gazetteer), total, [.. found.Skip(from).Take(pageSize).Select(explain.Run)], choices, query.UnknownPlace,
            Suggestion(query, found), index.DataVersion, next, ListUpdated: false);
    }

    private static string? Suggestion(ProviderQuery query, List<Candidate> found)
    {
        if (query.Name is not null) return found.Count > 0 && found[0].Score < 0.99 ? $"Did you mean {found[0].Indexed.Provider.Name}?" : null;
        return query.Corrections.Count == 0 ? null : $"Did you mean {string.Join(", ", query.Corrections.Select(c => c.Meant))}?";
    }
}
