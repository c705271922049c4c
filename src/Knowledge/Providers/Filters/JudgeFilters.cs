using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>
/// Says how a provider stands to each filter of a query. Only what states the contrary differs: who says nothing, or whose list of policies leaves one
/// out, has not said no.
/// </summary>
internal sealed partial class JudgeFilters(ProviderQuery query, ProviderIndex index)
{
    private readonly IReadOnlyList<ProviderFilter> filters = [.. query.Filters.Take(FilterStandings.Most)];

    private readonly record struct Told(string? Says, string? Source, DateOnly? Date);

    // Telling is work that only those that are shown are worth.
    private readonly record struct Judged(FilterStanding Standing, Func<Told> Tell);

    // Thousands of charities list the same few policies.
    private readonly Dictionary<(string Filter, string Text), bool> said = [];

    public bool IsNone => filters.Count == 0;

    /// <summary>Whether a filter hangs on what the texts of a provider say.</summary>
    public bool NeedsTexts => filters.Any(f => f.Kind is FilterKind.LedBy or FilterKind.FundedBy);

    /// <param name="number">The provider's number in the index.</param>
    /// <param name="texts">The provider with its texts; null if no filter needs them, or it has gone.</param>
    public FilterStandings Standings(int number, Provider? texts)
    {
        if (filters.Count == 0) return default;
        var (outline, facts, standings) = (index.Outlines[number], index.Facts.Of(number), default(FilterStandings));
        foreach (var filter in filters) standings = standings.And(Turned(filter, Judge(filter, outline, texts, facts).Standing));
        return standings;
    }

    /// <summary>The same with what is told of each.</summary>
    public IReadOnlyList<FilterFinding> Run(int number, Provider texts)
    {
        if (filters.Count == 0) return [];
        var (outline, facts) = (index.Outlines[number], index.Facts.Of(number));
        return [.. filters.Select(filter =>
        {
            var judged = Judge(filter, outline, texts, facts);
            var told = judged.Tell();
            return new FilterFinding(FilterLabels.Of(filter), Turned(filter, judged.Standing), told.Says, told.Source, told.Date);
        })];
    }

    // "Not CICs": who states CIC differs, who states another form has stated it, and who states nothing has still stated nothing.
    private static FilterStanding Turned(ProviderFilter filter, FilterStanding standing) => !filter.Not ? standing : standing switch
    {
        FilterStanding.Stated => FilterStanding.Differs,
        FilterStanding.Differs => FilterStanding.Stated,
        var other => other,
    };

    private Judged Judge(ProviderFilter filter, ProviderOutline outline, Provider? texts, IReadOnlyList<SourceFacts> facts) => filter.Kind switch
    {
        FilterKind.Size => Income(filter, outline, facts),
        FilterKind.LegalForm => Form(filter, outline),
        FilterKind.QualityMark => Listed(filter, facts, f => f.QualityMarks, "quality marks"),
        FilterKind.Policy => Listed(filter, facts, f => f.Policies, "policies"),
        FilterKind.LedBy => Leader(filter, texts, facts),
        _ => Funding(filter, texts),
    };

    private static Judged Income(ProviderFilter filter, ProviderOutline outline, IReadOnlyList<SourceFacts> facts) =>
        StatedIncome.Of(outline, facts) is { } income ? Say(income.In(filter), () => new Told(income.Text, income.Source, income.Date)) : Silent;

    private static Judged Form(ProviderFilter filter, ProviderOutline outline)
    {
        if (outline.LegalForm is not { } stated || FilterWords.Authored.Find(FilterKind.LegalForm, filter.Id) is not { } asked) return Silent;
        var form = FilterWords.Authored.Form(stated);
        var standing = form is null || asked.MayBe.Contains(form.Id) ? FilterStanding.NotStated
            : form.Id == asked.Id || asked.Includes.Contains(form.Id) ? FilterStanding.Stated
            : FilterStanding.Differs;
        return Say(standing, () => new Told("legal form " + stated, outline.DataSet, outline.LastSeen));
    }

    private Judged Listed(ProviderFilter filter, IReadOnlyList<SourceFacts> facts, Func<SourceFacts, IReadOnlyList<string>> of, string what)
    {
        if (FilterWords.Authored.Find(filter.Kind, filter.Id) is not { } asked) return Silent;
        foreach (var source in facts)
        {
            foreach (var said in of(source))
            {
                if (!States(asked, said)) continue;
                return Say(FilterStanding.Stated, () => new Told($"it says it has {said}, which nobody has checked", source.DataSet, source.LastSeen));
            }
        }
        if (facts.FirstOrDefault(f => of(f).Any(SaysNone)) is { } none) return Say(FilterStanding.Differs, () => new Told($"{what}: none", none.DataSet, none.LastSeen));
        return facts.FirstOrDefault(f => of(f).Count > 0) is { } other
            ? Say(FilterStanding.NotStated, () => new Told($"{what} it names: {string.Join(", ", of(other))}", other.DataSet, other.LastSeen))
            : Silent;
    }

    private bool States(FilterWord asked, string text) => !SaysNone(text) && Once(asked.Id, text, t => asked.Id == "any" || asked.Stated.IsMatch(t));

    private bool SaysNone(string text) => Once("", text, t => None().IsMatch(t));

    private bool Once(string filter, string text, Func<string, bool> judge)
    {
        if (!said.TryGetValue((filter, text), out var known)) said[(filter, text)] = known = judge(text);
        return known;
    }

    // A list may say it in a column, and a group may say it of itself.
    private static Judged Leader(ProviderFilter filter, Provider? provider, IReadOnlyList<SourceFacts> facts)
    {
        if (FilterWords.Authored.Find(FilterKind.LedBy, filter.Id) is not { } asked) return Silent;
        foreach (var source in facts)
            if (source.LedBy.FirstOrDefault(s => asked.Stated.IsMatch(s)) is { } said) return Say(FilterStanding.Stated, () => new Told($"{said}, as it says", source.DataSet, source.LastSeen));
        foreach (var text in (provider?.Texts ?? []).Where(t => t.GoneSince is null))
        {
            foreach (Match led in SaysLed().Matches(text.Text))
                if (asked.Stated.Match(led.Value) is { Success: true }) return Say(FilterStanding.Stated, () => new Told($"it says \"{led.Value.Trim()}\"", text.Source, text.Date));
        }
        return Silent;
    }

    // An award is stated; that there was none never is, since no data set holds all money that was ever given.
    private Judged Funding(ProviderFilter filter, Provider? provider)
    {
        if (provider is null) return Silent;
        var awards = Awards.Of(provider).Where(a => Awards.IsBy(a, filter.Id)).ToList();
        var meant = awards.Where(a => !filter.ForTheSame || Awards.IsFor(a, query.Services)).ToList();
        var counted = meant.Where(a => filter.From is null && filter.Until is null || a.Date is { } day && day >= (filter.From ?? day) && day <= (filter.Until ?? day)).ToList();
        if (counted.Count > 0) return Say(FilterStanding.Stated, () => new Told("had " + Awards.Told(counted), null, counted[0].Date));
        return Say(FilterStanding.NotStated, () => new Told(
            awards.Count == 0 ? "no award by " + FilterLabels.Funder(filter.Id) + " is in this data, which is no proof that there was none"
                : meant.Count == 0 ? $"whether it was for the same work is not stated: {Awards.Told(awards)}"
                : $"none is known of that time, but {Awards.Told(meant)}",
            null, awards.Count > 0 ? awards[0].Date : null));
    }

    private static Judged Silent => Say(FilterStanding.NotStated, () => default);

    private static Judged Say(FilterStanding standing, Func<Told> tell) => new(standing, tell);

    [GeneratedRegex(@"^\s*(?:none|no|no policies|not yet|none yet)\b[\s.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex None();

    [GeneratedRegex(@"\b[\w+-]+(?:\s+people)?[\s-]led\b|\b(?:led|run|controlled|governed)\s+by(?:\s+and\s+for)?(?:\s+(?!(?:for|with|to|who|in|at|on|of|from|that|which)\b)[\w+-]+){1,4}|\bby\s+and\s+for(?:\s+(?!(?:with|to|who|in|at|on|from|that|which)\b)[\w+-]+){1,3}", RegexOptions.IgnoreCase)]
    private static partial Regex SaysLed();
}
