using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>
/// Finds what can still be bid for, with the reasons. What has passed its deadline, was awarded or stopped is never shown; what a notice does not say
/// is called not stated. The best matches come first, and of equals the one that closes first.
/// </summary>
public sealed class FindOpportunities
{
    // A notice without a deadline that is older than this is not known to be open.
    private static readonly TimeSpan LongestWithoutDeadline = TimeSpan.FromDays(90);

    private readonly IReadOnlyList<Opportunity> all;
    private readonly SearchIndex text;

    public FindOpportunities(IReadOnlyList<Opportunity> all)
    {
        this.all = all;
        var builder = new SearchIndex.Builder();
        foreach (var opportunity in all)
        {
            builder.Add((opportunity.Title, 3), (opportunity.Description ?? "", 1), (string.Join(" . ", opportunity.Classes.Select(c => c.Name)), 1), (string.Join(" . ", opportunity.Lots), 1), (opportunity.Buyer ?? "", 1));
        }
        text = builder.Build();
    }

    /// <param name="query">What is looked for.</param>
    /// <param name="asOf">Now, or the day that is asked about.</param>
    public OpportunityResult Find(OpportunityQuery query, DateTimeOffset asOf)
    {
        var places = query.Places.Select(PlaceList.Authored.Find).OfType<Place>().ToList();
        var said = Said(query);
        var found = new List<(OpportunityMatch Match, int Rank)>();
        var past = 0;
        for (var i = 0; i < all.Count; i++)
        {
            if (Judge(i, query, places, said) is not { } match) continue;
            if (IsOpen(all[i], asOf)) found.Add(match);
            else past++;
        }
        var matches = found.OrderByDescending(f => f.Rank)
            .ThenBy(f => f.Match.Opportunity.Deadline ?? DateTimeOffset.MaxValue).ThenBy(f => f.Match.Opportunity.Ocid, StringComparer.Ordinal).Select(f => f.Match);
        return new OpportunityResult(Understood(query, places), [.. matches], past, asOf);
    }

    private static bool IsOpen(Opportunity opportunity, DateTimeOffset asOf) =>
        opportunity.GoneSince is null && opportunity.Published <= asOf.AddDays(1) && opportunity.Stage switch
        {
            OpportunityStage.Advertised => opportunity.Deadline is { } end ? end >= asOf : asOf - opportunity.Published <= LongestWithoutDeadline,
            OpportunityStage.Planned => asOf - opportunity.Published <= TimeSpan.FromDays(366) && (opportunity.Deadline is not { } end || end >= asOf),
            _ => false,
        };

    // The words of the query that each document says, as bits.
    private Dictionary<int, ulong> Said(OpportunityQuery query)
    {
        if (query.Words.Count == 0) return [];
        var terms = query.Words.Take(60).Select((w, i) => new QueryTerm(Stemmer.Stem(w), 1, i)).ToList();
        return text.Find(terms, int.MaxValue).ToDictionary(h => h.Document, h => h.Groups);
    }

    private (OpportunityMatch Match, int Rank)? Judge(int number, OpportunityQuery query, List<Place> places, Dictionary<int, ulong> said)
    {
        var opportunity = all[number];
        var (reasons, notStated) = (new List<string>(), new List<string>());
        var rank = 0;
        if (query.Words.Count + query.Classes.Count > 0)
        {
            var (share, why) = About(opportunity, query, said.GetValueOrDefault(number));
            if (share == 0) return null;
            rank += share > 0.99 ? 40 : share >= 0.5 ? 20 : 10;
            reasons.AddRange(why);
        }
        if (places.Count > 0)
        {
            var (fit, reason) = places.Select(p => PlaceOfWork.Of(opportunity, p)).MaxBy(f => f.Fit);
            if (fit == PlaceFit.Elsewhere) return null;
            rank += fit == PlaceFit.Here ? 8 : fit == PlaceFit.Perhaps ? 4 : 0;
            if (reason.Length > 0) reasons.Add(reason);
            else notStated.Add("where the work is");
        }
        if (!Suits(opportunity, query, reasons, notStated, ref rank)) return null;
        if (query.Regime is { } law && opportunity.Regime != law) return null;
        if (opportunity.Stage == OpportunityStage.Planned)
        {
            rank -= 100;
            reasons.Add("it is only planned: there is nothing to bid for yet");
        }
        return (new OpportunityMatch(opportunity, reasons, notStated), rank);
    }

    private static (double Share, List<string> Reasons) About(Opportunity opportunity, OpportunityQuery query, ulong groups)
    {
        var reasons = new List<string>();
        var (hits, asked) = (0.0, query.Words.Count + (query.Classes.Count > 0 ? 1 : 0));
        var inText = new List<string>();
        for (var i = 0; i < query.Words.Count; i++)
        {
            if (i < 60 && (groups & (1UL << i)) != 0)
            {
                hits++;
                inText.Add(query.Words[i]);
            }
            else if (OpportunityWords.Authored.Classes.TryGetValue(query.Words[i], out var codes) && opportunity.Classes.FirstOrDefault(c => codes.Any(b => c.Code.StartsWith(b, StringComparison.Ordinal))) is { } near)
            {
                hits += 0.5;
                reasons.Add($"near {query.Words[i]}: it is classed as {near.Name.ToLowerInvariant()} (CPV {near.Code})");
            }
        }
        if (inText.Count > 0) reasons.Insert(0, $"it says {string.Join(", ", inText)}");
        if (query.Classes.Count > 0 && opportunity.Classes.FirstOrDefault(c => query.Classes.Any(q => c.Code.StartsWith(q, StringComparison.Ordinal))) is { } asCode)
        {
            hits++;
            reasons.Add($"it is classed as {asCode.Name.ToLowerInvariant()} (CPV {asCode.Code})");
        }
        return (hits / asked, reasons);
    }

    // "Not suitable" is the buyer's word and is kept; silence is no refusal.
    private static bool Suits(Opportunity opportunity, OpportunityQuery query, List<string> reasons, List<string> notStated, ref int rank)
    {
        if (query.ForVcse)
        {
            if (opportunity.SuitableForVcse == false && opportunity.ReservedFor.Count == 0) return false;
            if (opportunity.SuitableForVcse == true) reasons.Add("the buyer calls it suitable for VCSE organisations");
            else notStated.Add("whether it suits VCSE organisations");
            rank += opportunity.SuitableForVcse == true ? 2 : 0;
        }
        if (query.ForSmall)
        {
            if (opportunity.SuitableForSmall == false && opportunity.ReservedFor.Count == 0) return false;
            if (opportunity.SuitableForSmall == true) reasons.Add("the buyer calls it suitable for small and medium-sized enterprises");
            else notStated.Add("whether it suits small organisations");
            rank += opportunity.SuitableForSmall == true ? 1 : 0;
        }
        if (opportunity.ReservedFor.Count > 0) reasons.Add("it is reserved for: " + string.Join(", ", opportunity.ReservedFor.Select(OpportunityTerms.ReservedFor)) + (opportunity.ReservedArea is { } area ? $" of {area}" : ""));
        return !query.Reserved || opportunity.ReservedFor.Count > 0;
    }

    private static List<string> Understood(OpportunityQuery query, List<Place> places)
    {
        var understood = new List<string>();
        if (query.Words.Count > 0) understood.Add("words: " + string.Join(", ", query.Words));
        if (query.Classes.Count > 0) understood.Add("CPV: " + string.Join(", ", query.Classes));
        if (places.Count > 0) understood.Add("place: " + string.Join(" or ", places.Select(p => p.Label)));
        if (query.ForVcse) understood.Add("for VCSE organisations");
        if (query.ForSmall) understood.Add("for small organisations");
        if (query.Reserved) understood.Add("reserved");
        if (query.Regime is { } law) understood.Add(OpportunityTerms.Law(law));
        return understood;
    }
}
