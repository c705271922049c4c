namespace CommissioningBot.Knowledge.Providers.Judging;

/// <summary>How one search went.</summary>
/// <param name="Why">What was wrong; empty if nothing.</param>
/// <param name="Precision">Of the first five shown that were judged, the part that is relevant; null if it does not apply.</param>
/// <param name="Recall">Of the relevant ones, the part among the first ten; null if there are none.</param>
public sealed record SearchVerdict(SearchRow Row, string Why, double? Precision, double? Recall, IReadOnlyList<ProviderMatch> Shown)
{
    public bool IsRight => Why.Length == 0;
}

/// <summary>Runs judged searches: what must be there is in the top five, what must not is not there unless it says that it is outside, none found is said, a shared name is asked about.</summary>
public sealed class JudgeSearches(ProviderIndex index)
{
    private const int Top = 5;
    private const int Wide = 10;

    public SearchVerdict Run(SearchRow row, int week = 0)
    {
        var query = new UnderstandProviderQuery(index).Run(row.Query);
        var result = new FindProviders(index, Wide).Find(query, week);
        var shown = result.Matches;
        var why = row.Expect switch
        {
            "clarify" => MissingChoices(row, result),
            "empty" => result.Total > 0 || shown.Any(m => !m.Outside) ? $"{shown.Count} shown where none is expected" : "",
            _ => Missing(row, shown),
        };
        if (why.Length == 0) why = Forbidden(row, shown);
        return new SearchVerdict(row, why, Precision(row, shown), Recall(row, shown), shown);
    }

    private static string MissingChoices(SearchRow row, ProviderResult result)
    {
        var labels = result.Clarify.Select(c => c.Label).ToList();
        var missing = row.Options.Where(o => !labels.Contains(o)).ToList();
        return labels.Count < 2 ? "nothing was asked back" : missing.Count > 0 ? "not offered: " + string.Join("; ", missing) : "";
    }

    private static string Missing(SearchRow row, IReadOnlyList<ProviderMatch> shown)
    {
        var missing = row.MustInclude.Except(shown.Take(Top).Select(m => m.Id)).ToList();
        return missing.Count > 0 ? "not in the top five: " + string.Join(", ", missing) : "";
    }

    private static string Forbidden(SearchRow row, IReadOnlyList<ProviderMatch> shown)
    {
        var wrong = shown.Where(m => !m.Outside).Select(m => m.Id).Intersect(row.MustNotInclude).ToList();
        return wrong.Count > 0 ? "must not be there: " + string.Join(", ", wrong) : "";
    }

    private static double? Precision(SearchRow row, IReadOnlyList<ProviderMatch> shown)
    {
        var judged = shown.Take(Top).Where(m => !row.Maybe.Contains(m.Id)).ToList();
        return row.Relevant.Count == 0 || judged.Count == 0 ? null : judged.Count(m => row.Relevant.Contains(m.Id)) / (double)judged.Count;
    }

    private static double? Recall(SearchRow row, IReadOnlyList<ProviderMatch> shown) =>
        row.Relevant.Count == 0 ? null : row.Relevant.Intersect(shown.Take(Wide).Select(m => m.Id)).Count() / (double)row.Relevant.Count;
}
