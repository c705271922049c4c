using System.Globalization;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;

/// <summary>Makes providers of the organisations that a grant went to.</summary>
internal sealed class GrantTranslator(string dataSet, string licence, DateOnly today)
{
    /// <param name="grant">The grant as read.</param>
    /// <param name="number">Its place in the list, counted from 1.</param>
    public IEnumerable<ImportedRow> Translate(RawGrant grant, int number)
    {
        var place = $"grant {number.ToString(CultureInfo.InvariantCulture)}" + (ImportedText.Visible(grant.Id) is { } id ? $" ({id})" : "");
        if (WhyRefused(grant) is { } reason)
        {
            yield return new ImportedRow(null, new Refusal(place, reason, WholeRow: true));
            yield break;
        }
        foreach (var recipient in grant.Recipients) yield return Translate(grant, recipient, place);
    }

    private static string? WhyRefused(RawGrant grant) =>
        grant.Problem is { } problem ? problem
        : ImportedText.Visible(grant.Id) is null ? "It has no id."
        : grant.ToPerson ? "It went to a person, not an organisation; people are not taken over."
        : grant.Recipients.Count == 0 ? "It names no recipient organisation."
        : grant.AwardDate is { } date && ImportedText.Date(date) is null ? $"Its award date \"{ImportedText.Shortened(date)}\" is not a date."
        : grant.Amount is { } amount && Pounds(amount) is null ? $"Its amount \"{ImportedText.Shortened(amount)}\" is not a number."
        : null;

    private ImportedRow Translate(RawGrant grant, RawOrganisation recipient, string place)
    {
        if (ImportedText.Visible(recipient.Name) is not { } name || ImportedText.Visible(recipient.Id) is not { } id)
        {
            return new ImportedRow(null, new Refusal(place, "Its recipient has no name or no identifier.", WholeRow: true));
        }
        var postcode = Postcode.Read(recipient.Postcode);
        var provider = new Provider
        {
            Id = id,
            Name = name,
            Locality = ImportedText.Visible(recipient.Locality),
            Outward = postcode?.Outward,
            Postcode = postcode?.ToString(),
            Website = ImportedText.Website(recipient.Url),
            DataSet = dataSet,
            Licence = licence,
            LastSeen = today,
            Texts = [Text(grant)],
        };
        var unread = postcode is null && ImportedText.Visible(recipient.Postcode) is not null;
        string?[] numbers = [OrganisationNumber.Charity(recipient.CharityNumber), OrganisationNumber.Company(recipient.CompanyNumber)];
        var further = numbers.OfType<string>().Where(n => n != id).ToList();
        return new ImportedRow(
            provider,
            unread ? new Refusal(place, $"The postcode \"{ImportedText.Shortened(recipient.Postcode!)}\" cannot be read; {name} was kept without it.", WholeRow: false) : null,
            further.Count > 0 ? new ProviderFacts { Identifiers = further } : null);
    }

    private static ProviderText Text(RawGrant grant) => new(
        ImportedText.Visible(grant.Id)!,
        ImportedText.WithoutContacts(grant.Description) ?? ImportedText.WithoutContacts(grant.Title) ?? "",
        ImportedText.Visible(grant.Funder) is { } funder ? $"grant from {funder}" : "grant",
        ImportedText.Date(grant.AwardDate),
        // Other currencies are not pounds, and an amount without its currency would mislead.
        grant.Currency is null or "GBP" ? Pounds(grant.Amount) : null);

    private static decimal? Pounds(string? amount) =>
        decimal.TryParse(amount, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds) ? pounds : null;
}
