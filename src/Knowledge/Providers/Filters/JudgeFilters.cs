using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>
/// Says how a provider stands to each filter of a query. Only what states the contrary differs: who says nothing, or whose list of policies leaves one
/// out, has not said no.
/// </summary>
internal sealed partial class JudgeFilters(ProviderQuery query, KnownFacts known)
{
    public IReadOnlyList<FilterFinding> Run(Provider provider)
    {
        if (query.Filters.Count == 0) return [];
        var facts = known.Of(provider.Id);
        return [.. query.Filters.Select(f => Turned(f, Judge(f, provider, facts)))];
    }

    /// <summary>What all filters come to: one that differs is enough, and one that is not stated.</summary>
    public static FilterStanding Together(IReadOnlyList<FilterFinding> findings) => findings.Count == 0 ? FilterStanding.Stated : findings.Max(f => f.Standing);

    // "Not CICs": who states CIC differs, who states another form has stated it, and who states nothing has still stated nothing.
    private static FilterFinding Turned(ProviderFilter filter, FilterFinding found) => !filter.Not ? found : found with
    {
        Standing = found.Standing switch
        {
            FilterStanding.Stated => FilterStanding.Differs,
            FilterStanding.Differs => FilterStanding.Stated,
            var other => other,
        },
    };

    private FilterFinding Judge(ProviderFilter filter, Provider provider, IReadOnlyList<SourceFacts> facts) => filter.Kind switch
    {
        FilterKind.Size => Income(filter, provider, facts),
        FilterKind.LegalForm => Form(filter, provider),
        FilterKind.QualityMark => Listed(filter, facts, f => f.QualityMarks, "quality marks"),
        FilterKind.Policy => Listed(filter, facts, f => f.Policies, "policies"),
        FilterKind.LedBy => Leader(filter, provider, facts),
        _ => Funding(filter, provider),
    };

    private static FilterFinding Income(ProviderFilter filter, Provider provider, IReadOnlyList<SourceFacts> facts) =>
        StatedIncome.Of(provider, facts) is { } income ? Finding(filter, income.In(filter), income.Text, income.Source, income.Date) : Silent(filter);

    private static FilterFinding Form(ProviderFilter filter, Provider provider)
    {
        if (provider.LegalForm is not { } stated || FilterWords.Authored.Find(FilterKind.LegalForm, filter.Id) is not { } asked) return Silent(filter);
        var form = FilterWords.Authored.Form(stated);
        var standing = form is null || asked.MayBe.Contains(form.Id) ? FilterStanding.NotStated
            : form.Id == asked.Id || asked.Includes.Contains(form.Id) ? FilterStanding.Stated
            : FilterStanding.Differs;
        return Finding(filter, standing, "legal form " + stated, provider.DataSet, provider.LastSeen);
    }

    private static FilterFinding Listed(ProviderFilter filter, IReadOnlyList<SourceFacts> facts, Func<SourceFacts, IReadOnlyList<string>> of, string what)
    {
        if (FilterWords.Authored.Find(filter.Kind, filter.Id) is not { } asked) return Silent(filter);
        foreach (var source in facts)
        {
            foreach (var said in of(source))
            {
                if (None().IsMatch(said) || asked.Id != "any" && !asked.Stated.IsMatch(said)) continue;
                return Finding(filter, FilterStanding.Stated, $"it says it has {said}, which nobody has checked", source.DataSet, source.LastSeen);
            }
        }
        if (facts.FirstOrDefault(f => of(f).Any(s => None().IsMatch(s))) is { } none) return Finding(filter, FilterStanding.Differs, $"{what}: none", none.DataSet, none.LastSeen);
        return facts.FirstOrDefault(f => of(f).Count > 0) is { } other
            ? Finding(filter, FilterStanding.NotStated, $"{what} it names: {string.Join(", ", of(other))}", other.DataSet, other.LastSeen)
            : Silent(filter);
    }

    // A list may say it in a column, and a group may say it of itself.
    private static FilterFinding Leader(ProviderFilter filter, Provider provider, IReadOnlyList<SourceFacts> facts)
    {
        if (FilterWords.Authored.Find(FilterKind.LedBy, filter.Id) is not { } asked) return Silent(filter);
        foreach (var source in facts)
            if (source.LedBy.FirstOrDefault(s => asked.Stated.IsMatch(s)) is { } said) return Finding(filter, FilterStanding.Stated, $"{said}, as it says", source.DataSet, source.LastSeen);
        foreach (var text in provider.Texts.Where(t => t.GoneSince is null))
        {
            foreach (Match led in SaysLed().Matches(text.Text))
                if (asked.Stated.Match(led.Value) is { Success: true }) return Finding(filter, FilterStanding.Stated, $"it says \"{led.Value.Trim()}\"", text.Source, text.Date);
        }
        return Silent(filter);
    }

    // An award is stated; that there was none never is, since no data set holds all money that was ever given.
    private FilterFinding Funding(ProviderFilter filter, Provider provider)
    {
        var awards = Awards.Of(provider).Where(a => Awards.IsBy(a, filter.Id)).ToList();
        var meant = awards.Where(a => !filter.ForTheSame || Awards.IsFor(a, query.Services)).ToList();
        var counted = meant.Where(a => filter.From is null && filter.Until is null || a.Date is { } day && day >= (filter.From ?? day) && day <= (filter.Until ?? day)).ToList();
        if (counted.Count > 0) return Finding(filter, FilterStanding.Stated, "had " + Awards.Told(counted), null, counted[0].Date);
        var other = awards.Count == 0 ? "no award by " + FilterLabels.Funder(filter.Id) + " is in this data, which is no proof that there was none"
            : meant.Count == 0 ? $"whether it was for the same work is not stated: {Awards.Told(awards)}"
            : $"none is known of that time, but {Awards.Told(meant)}";
        return Finding(filter, FilterStanding.NotStated, other, null, awards.Count > 0 ? awards[0].Date : null);
    }

    private static FilterFinding Silent(ProviderFilter filter) => Finding(filter, FilterStanding.NotStated, null, null, null);

    private static FilterFinding Finding(ProviderFilter filter, FilterStanding standing, string? says, string? source, DateOnly? date) =>
        new(FilterLabels.Of(filter), standing, says, source, date);

    [GeneratedRegex(@"^\s*(?:none|no|no policies|not yet|none yet)\b[\s.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex None();

    [GeneratedRegex(@"\b[\w+-]+(?:\s+people)?[\s-]led\b|\b(?:led|run|controlled|governed)\s+by(?:\s+and\s+for)?(?:\s+(?!(?:for|with|to|who|in|at|on|of|from|that|which)\b)[\w+-]+){1,4}|\bby\s+and\s+for(?:\s+(?!(?:with|to|who|in|at|on|from|that|which)\b)[\w+-]+){1,3}", RegexOptions.IgnoreCase)]
    private static partial Regex SaysLed();
}
