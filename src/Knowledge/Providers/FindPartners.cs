using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A group that another one may work with, by what is publicly said of it: never its size, its money or how good it is.</summary>
/// <param name="Says">What is said of its work; sums of money are left out.</param>
/// <param name="NotStated">What was asked and its texts do not say.</param>
/// <param name="Notes">Anything else to know before getting in touch.</param>
/// <param name="LastSeen">When its data set last named it.</param>
public sealed record Partner(
    string Id, string Name, string Place, IReadOnlyList<Reason> Says, IReadOnlyList<string> NotStated, IReadOnlyList<string> Notes,
    string? Website, string? Contact, string DataSet, string Licence, DateOnly LastSeen);

/// <summary>What a group that looks for a partner gets to see.</summary>
/// <param name="More">True if more fit than are shown.</param>
/// <param name="LeftOut">What was asked and is not looked at here, such as size or money.</param>
public sealed record PartnerResult(Understood Understood, IReadOnlyList<Partner> Shown, bool More, IReadOnlyList<string> LeftOut, string? Suggestion);

/// <summary>
/// Finds groups that do some work in some place, for anybody. It answers less than <see cref="FindProviders"/>: at most ten, no further pages, nothing
/// that narrows by size or money, and those that fit alike take turns by the week.
/// </summary>
public sealed class FindPartners(ProviderIndex index)
{
    public const int Most = 10;

    // So many that a common service in a big town is still shuffled as a whole.
    private const int MostLookedAt = 200;

    // Only sums are read with it, and they hang on no day.
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    /// <param name="query">Only what kind of work, for whom and where is looked at; whatever else it holds is not.</param>
    /// <param name="week">The number of the week, which decides between those that fit alike.</param>
    public PartnerResult Find(ProviderQuery query, int week)
    {
        var asked = new ProviderQuery
        {
            Services = query.Services, WhoFor = query.WhoFor, SharedNames = query.SharedNames, Words = query.Words, Name = query.Name, Places = query.Places, Near = query.Near,
            PlaceWords = query.PlaceWords, Corrections = query.Corrections,
        };
        var found = new FindProviders(index, MostLookedAt).Find(asked, week);
        var key = string.Join('|', asked.Services.Concat(asked.WhoFor).Concat(asked.SharedNames).Concat(asked.Words).Concat(asked.Places));
        var turn = FairOrder.Begin(key, week);
        var open = found.Matches.Where(m => !m.CommissionersOnly)
            .OrderBy(m => m.Outside).ThenBy(m => m.NotStated.Count).ThenBy(m => FairOrder.Of(turn, m.Id)).Take(Most + 1).ToList();
        var shown = index.ReadWhole(open.Take(Most).Select(m => index.Find(m.Id)));
        return new PartnerResult(found.Understood, [.. open.Take(Most).Where(m => shown.ContainsKey(index.Find(m.Id))).Select(m => Public(m, shown[index.Find(m.Id)]))], open.Count > Most, [.. query.NotInData.Concat(query.Filters.Select(FilterLabels.Kind)).Distinct()], found.Suggestion);
    }

    private static Partner Public(ProviderMatch match, Provider provider) => new(
        match.Id, match.Name, match.Place, [.. match.Reasons.Select(r => r with { Text = WithoutSums(r.Text) })], match.NotStated, match.Notes,
        provider.Website, provider.Contact, provider.DataSet, provider.Licence, provider.LastSeen);

    /// <summary>The text with every sum of money left out.</summary>
    internal static string WithoutSums(string text)
    {
        foreach (var sum in Recognise.In(text, AnyDay).Where(r => r.Value is Money or NumberRange { Unit: not null }).OrderByDescending(r => r.Start).ThenByDescending(r => r.End))
        {
            // Overlapping readings of one sum: the text behind it has already changed.
            if (sum.End <= text.Length && text.AsSpan(sum.Start, sum.End - sum.Start).SequenceEqual(sum.Text)) text = string.Concat(text.AsSpan(0, sum.Start), "(a sum)", text.AsSpan(sum.End));
        }
        return text;
    }
}
