using CommissioningBot.Knowledge.Recognisers;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Providers.Filters;

/// <summary>The money that a provider was given, as far as the data has it.</summary>
internal static class Awards
{
    private const int MostTold = 3;

    public static IEnumerable<ProviderText> Of(Provider provider) => provider.Texts.Where(IsAward);

    /// <summary>Sums in other currencies are not kept, but the award is.</summary>
    public static bool IsAward(ProviderText text) => text.Amount is not null || text.Source.StartsWith("grant", StringComparison.Ordinal) || text.Source.StartsWith("contract", StringComparison.Ordinal);

    /// <summary>Whether the source of an award bears that name; a council is any whose name says so.</summary>
    public static bool IsBy(ProviderText award, string funder) => funder.Length == 0 || Contains(award.Source, funder);

    public static bool Contains(string source, string funder) =>
        Key(funder) is { Length: > 1 } key && $" {Key(source)} ".Contains($" {key} ", StringComparison.Ordinal);

    /// <summary>Whether it was for one of these services.</summary>
    public static bool IsFor(ProviderText award, IReadOnlyList<string> services) =>
        services.Count > 0 && ServiceWords.Authored.Said.Services.Find(Words.Split(award.Text)).Exists(f => services.Contains(f.Idea));

    /// <summary>Each with sum, funder and day, the newest first, and how many more there are.</summary>
    public static string Told(IReadOnlyList<ProviderText> awards)
    {
        var more = awards.Count > MostTold ? FormattableString.Invariant($"; and {awards.Count - MostTold} more") : "";
        return string.Join("; ", awards.Take(MostTold).Select(Told)) + more;
    }

    private static string Told(ProviderText award) =>
        $"{(award.Amount is { } amount ? Sterling.Say(amount) : "sum not stated")}, {award.Source}, {(award.Date is { } day ? FilterLabels.Day(day) : "date not stated")}";

    private static string Key(string text) => string.Join(' ', Words.Split(text).Select(w => w.Text));
}
