using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>The yearly income that is stated of a provider: a sum, or a band of which one end may be open.</summary>
/// <param name="Tell">As a reader is told it; made only for who is shown.</param>
/// <param name="Date">The end of its year, or the day on which a list was checked.</param>
internal sealed record StatedIncome(decimal? Least, decimal? Most, Func<string> Tell, string Source, DateOnly Date)
{
    public string Text => Tell();

    /// <summary>The newest year that any source reports; else the band of a list; null if neither is stated.</summary>
    public static StatedIncome? Of(ProviderOutline provider, IReadOnlyList<SourceFacts> facts)
    {
        SourceFacts? newest = null;
        foreach (var source in facts)
            if (source.Income is not null && (newest is null || (source.YearEnd ?? source.LastSeen) > (newest.YearEnd ?? newest.LastSeen))) newest = source;
        if (newest is { Income: { } income })
        {
            var end = newest.YearEnd;
            return new StatedIncome(
                income, income, () => $"income {Sterling.Say(income)}{(end is { } day ? $" in the year to {FilterLabels.Day(day)}" : ", year not stated")}, as it reported", newest.DataSet, end ?? newest.LastSeen);
        }
        return provider.IncomeBand is { } band && ReadFilters.Band(band) is var (least, most)
            ? new StatedIncome(least, most, () => $"income {char.ToLowerInvariant(band[0])}{band[1..]}{Year(facts)}, as its list puts it", provider.DataSet, provider.LastSeen)
            : null;
    }

    private static string Year(IReadOnlyList<SourceFacts> facts) => facts.FirstOrDefault(f => f.YearEnd is not null)?.YearEnd is { } end ? $" in the year to {FilterLabels.Day(end)}" : "";

    /// <summary>Whether it lies in the range; a band that reaches over an end of it leaves that open.</summary>
    public FilterStanding In(ProviderFilter range)
    {
        var isOne = Least == Most;
        var inside = (range.Least is not { } from || Least is { } low && low >= from) && (range.Most is not { } to || Most is { } high && (high < to || high == to && (!isOne || range.IncludesEnds)));
        if (inside) return FilterStanding.Stated;
        var above = range.Most is { } top && Least is { } least && (least > top || least == top && !(isOne && range.IncludesEnds));
        var below = range.Least is { } bottom && Most is { } most && (most < bottom || most == bottom && !isOne);
        return above || below ? FilterStanding.Differs : FilterStanding.NotStated;
    }
}
