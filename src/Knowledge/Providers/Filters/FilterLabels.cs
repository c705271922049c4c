using System.Globalization;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>How a filter is shown to whoever asked for it.</summary>
internal static class FilterLabels
{
    public const string Council = "a council";

    public static string Of(ProviderFilter filter)
    {
        var not = filter.Not ? "not " : "";
        return filter.Kind switch
        {
            FilterKind.Size => "size: " + not + Size(filter),
            FilterKind.LegalForm => "legal form: " + not + NameOf(filter),
            FilterKind.QualityMark => "quality mark: " + not + NameOf(filter),
            FilterKind.Policy => "policy that they say they have: " + not + NameOf(filter),
            FilterKind.LedBy => "led by: " + not + NameOf(filter),
            _ => not + "funded by: " + Funding(filter),
        };
    }

    /// <summary>The same in a few words, for a button.</summary>
    public static string Short(ProviderFilter filter) => filter.Kind switch
    {
        FilterKind.Size => (filter.Not ? "not " : "") + (FilterWords.Authored.Find(FilterKind.Size, filter.Id)?.Name ?? Range(filter)),
        FilterKind.Policy => NameOf(filter) + " policy",
        FilterKind.LedBy => "led by " + NameOf(filter),
        FilterKind.FundedBy => (filter.Not ? "not " : "") + "funded by " + Funder(filter.Id),
        _ => (filter.Not ? "not " : "") + NameOf(filter).Split(" (")[0],
    };

    /// <summary>What it narrows by, in a word.</summary>
    public static string Kind(ProviderFilter filter) => filter.Kind switch
    {
        FilterKind.Size => "size",
        FilterKind.LegalForm => "legal form",
        FilterKind.QualityMark => "quality mark",
        FilterKind.Policy => "policy",
        FilterKind.LedBy => "who leads them",
        _ => "money that they had",
    };

    /// <summary>A range of income: "under £100,000", "£50,000 to £200,000".</summary>
    public static string Range(ProviderFilter filter) => (filter.Least, filter.Most) switch
    {
        ({ } least, { } most) => $"{Sterling.Say(least)} to {Sterling.Say(most)}",
        (null, { } most) => (filter.IncludesEnds ? "up to " : "under ") + Sterling.Say(most),
        ({ } least, null) => Sterling.Say(least) + " or more",
        _ => "any income",
    };

    public static string Funder(string id) => id.Length == 0 ? "anybody" : id == "council" ? Council : id;

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Size(ProviderFilter filter) =>
        FilterWords.Authored.Find(FilterKind.Size, filter.Id) is { } band ? $"{band.Name} ({(filter.Not ? band.Name + " is a " : "")}yearly income {Range(filter)})" : $"yearly income {Range(filter)}";

    private static string Funding(ProviderFilter filter) =>
        Funder(filter.Id) + Period(filter) + (filter.ForTheSame ? ", for the same work" : "");

    private static string Period(ProviderFilter filter) => (filter.From, filter.Until) switch
    {
        ({ } from, { } until) when from.Year == until.Year && from is { Month: 1, Day: 1 } && until is { Month: 12, Day: 31 } => FormattableString.Invariant($" in {from.Year}"),
        ({ } from, { } until) => $", {Day(from)} to {Day(until)}",
        ({ } from, null) => from is { Month: 1, Day: 1 } ? FormattableString.Invariant($" since {from.Year}") : $" since {Day(from)}",
        (null, { } until) => $" until {Day(until)}",
        _ => "",
    };

    private static string NameOf(ProviderFilter filter) => FilterWords.Authored.Find(filter.Kind, filter.Id)?.Name ?? filter.Id;
}
