using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Procurement;

/// <summary>All dated amounts, and the writing of them into texts that name them as <c>{{threshold:id}}</c>.</summary>
public sealed partial class Thresholds
{
    private readonly ILookup<string, Threshold> byId;

    public Thresholds(IEnumerable<Threshold> all)
    {
        byId = all.ToLookup(t => t.Id, StringComparer.Ordinal);
        All = [.. byId.SelectMany(g => g)];
    }

    public IReadOnlyList<Threshold> All { get; }

    public bool Knows(string id) => byId.Contains(id);

    /// <summary>The amount that holds on a date; null if none is known for it.</summary>
    public Threshold? On(string id, DateOnly date) => byId[id].FirstOrDefault(t => t.HoldsOn(date));

    /// <summary>
    /// Writes the amounts of a date into a text, as "£207,720". <c>{{threshold:id@2025-12-31}}</c> asks for the amount of that day instead.
    /// Null if an amount is not known for the date: such a text must not be shown.
    /// </summary>
    public string? Resolve(string text, DateOnly date)
    {
        var missing = false;
        var resolved = Reference().Replace(text, match =>
        {
            var on = match.Groups["on"].Success ? DateOnly.ParseExact(match.Groups["on"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture) : date;
            if (On(match.Groups["id"].Value, on) is { } threshold) return Sterling.Say(threshold.Pounds);
            missing = true;
            return "";
        });
        return missing ? null : resolved;
    }

    /// <summary>The ids that a text refers to.</summary>
    public static IEnumerable<string> ReferencesIn(string text) => Reference().Matches(text).Select(m => m.Groups["id"].Value);

    [GeneratedRegex(@"\{\{threshold:(?<id>[a-z0-9-]+)(?:@(?<on>\d{4}-\d{2}-\d{2}))?\}\}")]
    private static partial Regex Reference();
}
