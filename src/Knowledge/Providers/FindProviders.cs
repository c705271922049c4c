using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Search;

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
        if (choices.Count > 0 || query.UnknownPlace is not null || !query.HasTopic && query.Filters.Count == 0 && places.Count == 0) return Result(query, Found.Of([]), choices, week, places);
        var found = query.Number is { } number ? ByNumber(number)
            : query.Name is { } name ? ByName(name, query)
            : ByTopic(query, places, week);
        return Result(query, found, [], week, places);
    }

    /// <summary>The next page, or the first page of the updated list if the data changed meanwhile; null if the text is no page token.</summary>
    public ProviderResult? Find(string pageToken)
    {
        if (PageToken.Read(pageToken) is not { } token) return null;
        var changed = token.DataVersion != index.DataVersion;
        return Find(changed ? token.Query with { Page = 1 } : token.Query, token.Week) with { ListUpdated = changed };
    }

    private Found ByNumber(string id) => Found.Of(index.Find(id) is >= 0 and var number ? [new Candidate(number, Fit.Named, 1)] : []);

    private Found ByName(string name, ProviderQuery query)
    {
        var found = new FindByName(index).Run(name);
        if (found.Count == 0 && query.Corrections.Count > 0)
        {
            var mended = query.Corrections.Aggregate(name, (n, c) => n.Replace(c.Typed, c.Meant, StringComparison.OrdinalIgnoreCase));
            found = [.. new FindByName(index).Run(mended).Select(c => c with { Score = c.Score * 0.9 })];
        }
        return Found.Of(found);
    }

    private Found ByTopic(ProviderQuery query, List<Place> places, int week)
    {
        using var judge = new JudgeFit(index, query);
        var most = (int)Math.Min(int.MaxValue, (long)query.Page * pageSize + 1);
        var order = new RankCandidates(index, OrderKey(query), week);
        var filters = new JudgeFilters(query, index);
        if (places.Count == 0)
        {
            var naming = query.PlaceWords.Count == 0 ? null : NamingAll(query.PlaceWords);
            var all = naming is null ? [] : judge.Run(naming);
            if (all.Count == 0) all = judge.Run(among: null);
            all = Filtered(all, filters);
            return new Found(order.Best(all, most), Count(query, all), all.Count);
        }
        var inside = index.Places.In(places, index.Count);
        var distance = new Distances(index.Places, places);
        Candidate Outside(Candidate candidate) => candidate with { Outside = true, Kilometres = distance.Of(candidate.Number) };
        if (query.Near)
        {
            var near = judge.Run(among: null, n => inside.Contains(n) || distance.Of(n) <= Gazetteer.NearKilometres);
            near = Filtered(near.ConvertAll(c => inside.Contains(c.Number) ? c : Outside(c)), filters);
            return new Found(order.Best(near, most), Count(query, near), near.Count);
        }
        var here = Filtered(judge.Run(inside), filters);
        // A group that says it works here comes after those that are here; mere neighbours are offered only instead of nothing.
        var sayingSo = SayingSo(places);
        var around = here.Count > 0 ? judge.RunWhole(sayingSo, n => !inside.Contains(n))
            : judge.RunWhole(among: null, n => !inside.Contains(n) && (sayingSo.Contains(n) || distance.Of(n) <= Gazetteer.NearKilometres));
        around = Filtered(around.ConvertAll(Outside), filters);
        if (!query.All) around = order.Best([.. around.Where(c => c.Filters.Together != FilterStanding.Differs)], MostNeighbours);
        return new Found([.. order.Best(here, most), .. order.Best(around, most)], Count(query, here), here.Count + around.Count);
    }

    private List<Candidate> Filtered(List<Candidate> candidates, JudgeFilters filters)
    {
        if (filters.IsNone) return candidates;
        var texts = filters.NeedsTexts ? index.ReadWhole(candidates.Select(c => c.Number)) : null;
        return candidates.ConvertAll(c => c with { Filters = filters.Standings(c.Number, texts?.GetValueOrDefault(c.Number)) });
    }

    private static string OrderKey(ProviderQuery query) =>
        $"{string.Join(',', query.Services)}|{string.Join(',', query.WhoFor)}|{string.Join(',', query.Words)}|{string.Join(',', query.Places)}"
        + string.Concat(query.Filters.Select(f => "|" + FilterLabels.Of(f)));

    // "In Pennywell": whoever names it, be it in the name.
    private NumberSet NamingAll(IReadOnlyList<string> words)
    {
        var all = new NumberSet(index.Count);
        all.AddAll();
        foreach (var word in words)
        {
            var naming = new NumberSet(index.Count);
            naming.Add(index.With(Stemmer.Stem(word)));
            all.KeepAll(naming);
        }
        return all;
    }

    private NumberSet SayingSo(List<Place> places)
    {
        var set = new NumberSet(index.Count);
        foreach (var place in places) set.Add(index.Naming(place));
        return set;
    }

    private ProviderResult Result(ProviderQuery query, Found found, List<PlaceChoice> choices, int week, List<Place> places)
    {
        var explain = new ExplainMatch(query, index, places, new JudgeFilters(query, index), week);
        var from = (query.Page - 1) * pageSize;
        var next = found.Shown > from + pageSize ? new PageToken(query with { Page = query.Page + 1 }, index.DataVersion, week).Write() : null;
        var page = found.Best.Skip(from).Take(pageSize).ToDictionary(c => c.Number);
        return new ProviderResult(
            explain.Understood(places, index.Gazetteer), found.Counted.All - found.Counted.NearMisses,
            [.. index.Read([.. page.Keys]).Select(shown => explain.Run(page[shown.Number], shown))], choices, query.UnknownPlace,
            Suggestion(query, found.Best), index.DataVersion, next, ListUpdated: false)
        {
            Counts = found.Counted.Each,
            StateAll = found.Counted.StateAll,
            NearMisses = found.Counted.NearMisses,
            Page = (query.Page, Math.Max(1, (found.Shown + pageSize - 1) / pageSize)),
            Seed = FairOrder.Seed(OrderKey(query), week),
        };
    }

    private static Counted Count(ProviderQuery query, List<Candidate> all)
    {
        if (query.Filters.Count == 0) return new Counted(all.Count, all.Count, 0, []);
        int Standing(int filter, FilterStanding standing) => all.Count(c => c.Filters.Count > filter && c.Filters[filter] == standing);
        return new Counted(
            all.Count, all.Count(c => c.Filters.Together == FilterStanding.Stated), all.Count(c => c.Filters.Together == FilterStanding.Differs),
            [.. query.Filters.Select((f, i) => new FilterCount(FilterLabels.Of(f), Standing(i, FilterStanding.Stated), Standing(i, FilterStanding.NotStated), Standing(i, FilterStanding.Differs)))]);
    }

    private string? Suggestion(ProviderQuery query, List<Candidate> found)
    {
        if (query.Name is not null) return found.Count > 0 && found[0].Score < 0.99 ? $"Did you mean {index.Read([found[0].Number])[0].Provider.Name}?" : null;
        return query.Corrections.Count == 0 ? null : $"Did you mean {string.Join(", ", query.Corrections.Select(c => c.Meant))}?";
    }

    /// <param name="All">All that match where it was asked.</param>
    /// <param name="StateAll">Those of them that state everything that was asked.</param>
    /// <param name="NearMisses">Those of them that state something else.</param>
    private sealed record Counted(int All, int StateAll, int NearMisses, IReadOnlyList<FilterCount> Each);

    /// <param name="Best">The best in their order, as many as are looked at.</param>
    /// <param name="Shown">How many there are to page through, neighbours that are only offered among them.</param>
    private sealed record Found(List<Candidate> Best, Counted Counted, int Shown)
    {
        public static Found Of(List<Candidate> all) => new(all, new Counted(all.Count, all.Count, 0, []), all.Count);
    }
}
