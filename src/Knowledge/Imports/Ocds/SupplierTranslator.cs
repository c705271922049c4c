using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Ocds;

/// <summary>
/// Makes providers of those who won a contract and are VCSE organisations: by the notice's own word, by a charity's number, or by the legal form in
/// their name. Other suppliers stand in the award and nowhere else. The notice's word is the supplier's or the buyer's; nobody has checked it.
/// </summary>
internal sealed partial class SupplierTranslator(ImportSource source, DateOnly today)
{
    private const int LongestText = 1000;

    // Contracts Finder's own numbers change from notice to notice, so they name nobody.
    private static readonly string[] Lasting = ["GB-CHC", "GB-SC", "GB-NIC", "GB-COH", "GB-MPR", "GB-UKPRN", "GB-PPON"];

    public IEnumerable<ImportedRow> Translate(RawRelease release, Opportunity opportunity)
    {
        for (var i = 0; i < release.Awards.Count; i++)
        {
            var award = release.Awards[i];
            foreach (var supplier in award.Suppliers)
            {
                var party = release.Parties.FirstOrDefault(p => p.Id is not null && p.Id == supplier.Id && p.Roles.Contains("supplier")) ?? release.Parties.FirstOrDefault(p => p.Name is not null && p.Name == supplier.Name);
                if (party is not null && OpportunityTranslator.Plain(party.Name) is { } name && IsVcse(party, name)) yield return Row(party, name, award, opportunity, i + 1);
            }
        }
    }

    private ImportedRow Row(RawParty party, string name, RawAward award, Opportunity opportunity, int number)
    {
        var ids = Identifiers(party).ToList();
        var postcode = Postcode.Read(party.Place.Postcode) ?? Postcode.Read(LastPostcode().Match(party.Place.Street?.ToUpperInvariant() ?? "").Value);
        var text = opportunity.Title + (opportunity.Description is { } description && description != opportunity.Title ? ". " + description : "");
        var provider = new Provider
        {
            Id = ids.Count > 0 ? ids[0] : Provider.OwnId(source.DataSet, name),
            Name = name,
            Locality = OpportunityTranslator.Plain(party.Place.Locality),
            Outward = postcode?.Outward,
            Postcode = postcode?.ToString(),
            Website = ImportedText.Website(party.Url),
            DataSet = source.DataSet,
            Licence = opportunity.Licence,
            LastSeen = today,
            Texts =
            [
                new ProviderText(
                    FormattableString.Invariant($"{opportunity.Ocid} award {number}"), text[..Math.Min(text.Length, LongestText)], $"contract from {opportunity.Buyer ?? "a buyer that is not named"}",
                    UkClock.Read(award.Date) is { } moment ? DateOnly.FromDateTime(UkClock.At(moment).DateTime) : null, OpportunityTranslator.Pounds(award.Value)),
            ],
        };
        return new ImportedRow(provider, null, new ProviderFacts { Identifiers = [.. ids.Skip(1)], Standing = [.. Standing(party)] });
    }

    private static bool IsVcse(RawParty party, string name) =>
        party.Vcse == true || party.Mission == true || party.Sheltered == true || Identifiers(party).Any(i => i.StartsWith("GB-CHC-", StringComparison.Ordinal)) || Form().IsMatch(name);

    private static IEnumerable<string> Identifiers(RawParty party)
    {
        foreach (var scheme in Lasting)
        {
            foreach (var identifier in party.Identifiers.Where(i => i.Scheme == scheme && ImportedText.Visible(i.Id) is not null))
            {
                var id = scheme switch
                {
                    "GB-COH" => OrganisationNumber.Company(identifier.Id),
                    "GB-CHC" => OrganisationNumber.Charity(identifier.Id),
                    _ => $"{scheme}-{ImportedText.Visible(identifier.Id)}",
                };
                if (id is not null) yield return id;
            }
        }
    }

    private static IEnumerable<string> Standing(RawParty party)
    {
        if (party.Vcse == true) yield return "called a VCSE organisation by a contract notice";
        if (party.Scale is { } scale) yield return $"called {ImportedText.Shortened(scale)} by a contract notice";
        if (party.Mission == true) yield return "called a public service mission organisation by a contract notice";
        if (party.Sheltered == true) yield return "called a supported employer by a contract notice";
    }

    [GeneratedRegex(@"\b(C\.?I\.?C\.?|community interest company|C\.?I\.?O\.?|charit(y|able)|community benefit society)(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\s*$")]
    private static partial Regex LastPostcode();
}
