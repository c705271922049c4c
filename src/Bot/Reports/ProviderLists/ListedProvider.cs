using CommissioningBot.Bot.Providers;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Reports.ProviderLists;

/// <summary>A provider as it stands in a file.</summary>
/// <param name="Why">A sentence for each reason, with its source and date.</param>
/// <param name="LastSeen">The day on which an import of any of its data sets last met it; null if no data hold it any more.</param>
/// <param name="Sources">Each data set with its licence.</param>
public sealed record ListedProvider(
    string Id, string Name, string Place, bool Outside, IReadOnlyList<string> Why, IReadOnlyList<string> NotStated, IReadOnlyList<string> Notes,
    DateOnly? LastSeen, string? Website, string? RegisterLink, IReadOnlyList<string> Sources)
{
    private const string Companies = "GB-COH-";

    public static ListedProvider Of(ProviderMatch match, Provider? provider, IKnowledgeStore knowledge)
    {
        var sources = knowledge.SourcesOf(match.Id);
        IReadOnlyList<string> licences = sources.Count > 0 ? [.. sources.Select(s => $"{s.DataSet} (licence: {s.Licence})").Distinct()] : provider is null ? [] : [$"{provider.DataSet} (licence: {provider.Licence})"];
        return new ListedProvider(
            match.Id, match.Name, match.Place, match.Outside, [.. match.Reasons.Select(r => ProvidersWording.Why(r))], match.NotStated, match.Notes,
            provider?.LastSeen, match.Website, sources.Select(s => s.Facts?.RegisterLink).FirstOrDefault(l => l is not null) ?? CompanyPage(match.Id), licences);
    }

    // The register of companies is addressed by their number; the register of charities is not by theirs.
    private static string? CompanyPage(string id) =>
        id.StartsWith(Companies, StringComparison.Ordinal) ? "https://find-and-update.company-information.service.gov.uk/company/" + id[Companies.Length..] : null;
}
