using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>Reads what takes something back: "any size", "drop the size", "the place does not matter", "all of them, not the top five".</summary>
internal static partial class CorrectQuery
{
    /// <param name="key">What was typed, as <see cref="Gazetteer.Key"/> makes it.</param>
    /// <param name="previous">The query that it speaks of.</param>
    /// <param name="gazetteer">The places of the data.</param>
    /// <returns>The query as it is meant now; null if nothing is taken back.</returns>
    public static ProviderQuery? Run(string key, ProviderQuery previous, Gazetteer gazetteer)
    {
        if (Everything().IsMatch(key)) return previous with { All = true };
        if (WhatOf(key) is not { } what) return null;
        var parts = QueryParts.Of(previous, gazetteer).Where(p => p.IsMeantBy(what)).ToList();
        return parts.Count == 0 ? null : parts.Aggregate(previous, (query, part) => part.Drop(query));
    }

    private static string? WhatOf(string key) =>
        Drop().Match(key) is { Success: true } drop ? drop.Groups["what"].Value
        : NoMatter().Match(key) is { Success: true } matter ? matter.Groups["what"].Value
        : null;

    [GeneratedRegex(@"^(?:actually |sorry |oh |ok |please |no |but |and |i want |give me |show me |show )*(?:all of them|all|them all|everything|everyone|the (?:whole|full|complete) list|all please)(?: please)?(?: and)?(?: not (?:just |only )?the (?:top|first|best) \w+)?(?: please)?$|^(?:please |i want |show )*(?:not|more than) (?:just |only )?the (?:top|first|best) \w+$")]
    private static partial Regex Everything();

    [GeneratedRegex(@"^(?:actually |sorry |oh |well |then |ok |please |no |and |but )*(?:drop|forget|ignore|remove|leave out|take out|take away|clear|never mind|without|any|whatever|regardless of)(?: about)? (?:(?:the|that|this|any|all) )*(?<what>.+?)(?: (?:please|filter|part|bit|thing|will do|is fine))*$")]
    private static partial Regex Drop();

    [GeneratedRegex(@"^(?:the )?(?<what>.+?) (?:does not|doesnt|do not|dont) matter$")]
    private static partial Regex NoMatter();
}
