using System.Globalization;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.OpenReferral;

/// <summary>Makes providers of the organisations behind services; each service is one text of its organisation.</summary>
internal sealed class ServiceTranslator(ImportSource source, DateOnly today)
{
    // An organisation has several services, and what they say of it adds up.
    private readonly Dictionary<string, ProviderFacts> facts = new(StringComparer.Ordinal);

    public IEnumerable<ImportedRow> Translate(RawService service, int number)
    {
        var place = $"{(service.IsOrganization ? "organisation" : "service")} {number.ToString(CultureInfo.InvariantCulture)}" + (ImportedText.Visible(service.Id) is { } id ? $" ({ImportedText.Shortened(id)})" : "");
        if (WhyRefused(service) is { } reason)
        {
            yield return new ImportedRow(null, new Refusal(place, reason, WholeRow: true));
            yield break;
        }
        var problems = new List<string>();
        var (provider, said) = Provider(service, problems);
        facts[provider.Id] = facts.TryGetValue(provider.Id, out var known) ? Together(known, said) : said;
        yield return new ImportedRow(provider, problems.Count > 0 ? new Refusal(place, problems[0], WholeRow: false) : null, facts[provider.Id]);
        foreach (var problem in problems.Skip(1)) yield return new ImportedRow(null, new Refusal(place, problem, WholeRow: false));
    }

    private static string? WhyRefused(RawService service) =>
        ImportedText.Visible(service.Id) is null ? "It has no id."
        : ImportedText.Visible(service.Name) is null ? "It has no name."
        : !service.IsOrganization && service.Status is null ? "It has no status, so it cannot be told whether it runs."
        : !service.IsOrganization && service.Status is not ("active" or "temporarily closed") ? $"Its status is \"{ImportedText.Shortened(service.Status!)}\": it does not run."
        : service.Organization is null ? "It names no organisation."
        : ImportedText.Visible(service.Organization.Id) is null || ImportedText.Visible(service.Organization.Name) is null ? "Its organisation has no id or no name."
        : null;

    private (Provider Provider, ProviderFacts Facts) Provider(RawService service, List<string> problems)
    {
        var organization = service.Organization!;
        var name = ImportedText.Visible(organization.Name)!;
        var ids = Identifiers(organization, problems).Append("oruk-" + ImportedText.Visible(organization.Id)).ToList();
        var address = Address(service, problems);
        var postcode = Postcode.Read(address?.Postcode);
        if (postcode is null && ImportedText.Visible(address?.Postcode) is { } unread) problems.Add($"The postcode \"{ImportedText.Shortened(unread)}\" cannot be read; {name} was kept without it.");
        foreach (var url in new[] { organization.Website, service.Url }.OfType<string>().Where(u => ImportedText.Website(u) is null)) problems.Add($"\"{ImportedText.Shortened(url)}\" is not a web address; it was left out.");
        var provider = new Provider
        {
            Id = ids[0],
            Name = name,
            Locality = ImportedText.WithoutContacts(address?.City),
            Outward = postcode?.Outward,
            Postcode = postcode?.ToString(),
            Website = ImportedText.Website(organization.Website) ?? ImportedText.Website(service.Url),
            DataSet = source.DataSet,
            Licence = source.Licence,
            LastSeen = today,
            Texts = [Text(service)],
        };
        return (provider, new ProviderFacts
        {
            Identifiers = [.. ids.Skip(1)],
            Services = [.. service.Terms.Select(ImportedText.WithoutContacts).OfType<string>()],
            WhoFor = Ages(service) is { } ages ? [ages] : [],
            WorksIn = [.. service.Areas.Select(ImportedText.WithoutContacts).OfType<string>()],
            QualityMarks = ImportedText.WithoutContacts(service.Accreditations) is { } marks ? [marks] : [],
            Mailbox = ImportedText.RoleMailbox(organization.EMail) ?? ImportedText.RoleMailbox(service.EMail),
        });
    }

    private static IEnumerable<string> Identifiers(RawOrganization organization, List<string> problems)
    {
        foreach (var (scheme, number) in organization.Identifiers)
        {
            var id = scheme switch
            {
                "GB-CHC" => OrganisationNumber.Charity(number),
                "GB-COH" => OrganisationNumber.Company(number),
                _ => null,
            };
            if (id is not null) yield return id;
            else if (scheme is "GB-CHC" or "GB-COH") problems.Add($"\"{ImportedText.Shortened(number ?? "")}\" is no number of the register {scheme}; it was left out.");
        }
    }

    // The first place that is on this island: examples and slips stand at 100 degrees north or in another country.
    private static RawAddress? Address(RawService service, List<string> problems)
    {
        foreach (var address in service.Addresses)
        {
            if (address.Country is not (null or "" or "GB" or "UK" or "GBR")) problems.Add($"An address in \"{ImportedText.Shortened(address.Country)}\" was left out.");
            else if (address.Latitude is < 49 or > 61.5m || address.Longitude is < -9 or > 2.5m) problems.Add("An address whose coordinates are not in the United Kingdom was left out.");
            else return address;
        }
        return null;
    }

    private ProviderText Text(RawService service)
    {
        var parts = new[]
        {
            ImportedText.WithoutContacts(service.Name), ImportedText.WithoutContacts(service.Description), Ages(service),
            ImportedText.WithoutContacts(service.Fees) is { } fees ? "Cost: " + fees : null, service.Status == "temporarily closed" ? "Temporarily closed" : null,
            service.Areas.Count > 0 ? "Works in: " + ImportedText.WithoutContacts(string.Join("; ", service.Areas)) : null,
        };
        return new ProviderText(
            "oruk: " + ImportedText.Visible(service.Id), string.Join(". ", parts.OfType<string>().Select(p => p.TrimEnd('.', ' '))),
            $"{(service.IsOrganization ? "organisation" : "service")} listed in {source.DataSet}", ImportedText.Date(service.ModifiedOn) ?? ImportedText.Date(service.AssuredOn), null);
    }

    private static string? Ages(RawService service) => (service.MinimumAge, service.MaximumAge) switch
    {
        ({ } least, { } most) when least <= most => string.Create(CultureInfo.InvariantCulture, $"Ages {least:0} to {most:0}"),
        ({ } least, null) => string.Create(CultureInfo.InvariantCulture, $"Ages {least:0} and over"),
        (null, { } most) => string.Create(CultureInfo.InvariantCulture, $"Ages up to {most:0}"),
        _ => null,
    };

    private static ProviderFacts Together(ProviderFacts known, ProviderFacts fresh) => known with
    {
        Identifiers = [.. known.Identifiers.Union(fresh.Identifiers)],
        Services = [.. known.Services.Union(fresh.Services)],
        WhoFor = [.. known.WhoFor.Union(fresh.WhoFor)],
        WorksIn = [.. known.WorksIn.Union(fresh.WorksIn)],
        QualityMarks = [.. known.QualityMarks.Union(fresh.QualityMarks)],
        Mailbox = known.Mailbox ?? fresh.Mailbox,
    };
}
