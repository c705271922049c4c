namespace CommissioningBot.Knowledge.Providers.Market;

/// <summary>What one provider would bring.</summary>
/// <param name="What">The part that it states.</param>
/// <param name="Because">The words that state it, and whose they are.</param>
public sealed record PartnerPart(string What, Reason Because);

/// <summary>A provider as part of a set.</summary>
/// <param name="Parts">All that it states of the need, not only what the others lack.</param>
/// <param name="Notes">Anything to know before relying on it; of a consortium, its members.</param>
public sealed record CoverPartner(string Id, string Name, string Place, IReadOnlyList<PartnerPart> Parts, IReadOnlyList<string> Notes);

/// <summary>Who could cover a need of several parts together, as far as the data tells.</summary>
/// <param name="Parts">The parts, with how many providers state each.</param>
/// <param name="NotStated">Parts that nobody in the data states there.</param>
/// <param name="NotLookedFor">Words of the need that are no service the product knows.</param>
/// <param name="Sets">Some of the smallest sets; which ones, and in which order, is drawn by the week, and never by merit.</param>
/// <param name="AllSets">How many smallest sets there are.</param>
public sealed record PartnersView(
    MarketSearch Search, IReadOnlyList<MarketCount> Parts, IReadOnlyList<string> NotStated, IReadOnlyList<string> NotLookedFor, IReadOnlyList<IReadOnlyList<CoverPartner>> Sets, long AllSets);

/// <summary>
/// Finds the smallest sets of providers that state all parts of a need between them. A part counts as covered if a provider states it; whether it
/// would, or could do more of it, no data tells.
/// </summary>
public sealed class CoverTogether(ProviderIndex index)
{
    /// <summary>More parts than this are a service of their own, and the sets would be past counting.</summary>
    public const int MostParts = 6;

    private const int MostSets = 5;

    private readonly MarketReader market = new(index);

    /// <param name="today">The day whose week decides the order.</param>
    public PartnersView Run(ProviderQuery query, DateOnly today)
    {
        var whole = market.Search(query);
        var ids = query.Services.Take(MostParts).ToList();
        var partners = new Dictionary<string, CoverPartner>(StringComparer.Ordinal);
        var masks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var part = 0; part < ids.Count; part++) Read(query with { Services = [ids[part]], Words = [], PutAs = [] }, part, partners, masks);
        var counts = ids.Select((id, part) => new MarketCount(ServiceWords.Authored[id].Name, masks.Values.Count(m => (m & 1 << part) != 0))).ToList();
        var key = $"{string.Join(',', ids)}|{string.Join(',', query.Places)}";
        var turn = FairOrder.Begin(key, MarketAsked.Week(today));
        var fair = masks.Keys.OrderBy(id => FairOrder.Of(turn, id)).ToList();
        var covers = SmallestCovers.Of([.. masks.Values.Distinct().Order()], masks.Values.Aggregate(0, (all, m) => all | m))
            .OrderBy(c => FairOrder.Of(turn, string.Join('+', c))).ToList();
        var byMask = fair.ToLookup(id => masks[id]);
        return new PartnersView(
            MarketSearch.Of(whole), counts,
            [.. counts.Where(c => c.Count == 0).Select(c => c.Name)], [.. query.Words, .. query.Services.Skip(MostParts).Select(id => ServiceWords.Authored[id].Name)],
            [.. Draw(covers, byMask).Select(set => (IReadOnlyList<CoverPartner>)[.. set.Select(id => partners[id])])],
            covers.Sum(c => c.Aggregate(1L, (n, mask) => n * byMask[mask].Count())));
    }

    private void Read(ProviderQuery query, int part, Dictionary<string, CoverPartner> partners, Dictionary<string, int> masks)
    {
        var name = ServiceWords.Authored[query.Services[0]].Name;
        foreach (var match in market.Search(query).Matches)
        {
            if (match.Outside && !query.Near || match.Reasons.FirstOrDefault(r => r.What == name && r.How != MentionKind.Related) is not { } reason) continue;
            var known = partners.GetValueOrDefault(match.Id) ?? new CoverPartner(match.Id, match.Name, match.Place, [], match.Notes);
            partners[match.Id] = known with { Parts = [.. known.Parts, new PartnerPart(name, reason)] };
            masks[match.Id] = masks.GetValueOrDefault(match.Id) | 1 << part;
        }
    }

    // Each set takes, of those that bring the same, whoever was named least so far: everybody's turn comes before anybody's second.
    private static List<List<string>> Draw(List<int[]> covers, ILookup<int, string> byMask)
    {
        var sets = new List<List<string>>();
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var round = 0; sets.Count < MostSets && covers.Count > 0; round++)
        {
            var set = covers[round % covers.Count].Select(mask => byMask[mask].MinBy(id => named.GetValueOrDefault(id))!).ToList();
            if (sets.Exists(s => s.ToHashSet().SetEquals(set)))
            {
                if (round > MostSets * covers.Count) break;
                foreach (var id in set) named[id] = named.GetValueOrDefault(id) + 1;
                continue;
            }
            sets.Add(set);
            foreach (var id in set) named[id] = named.GetValueOrDefault(id) + 1;
        }
        return sets;
    }
}
