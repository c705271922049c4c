using System.Globalization;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.CharityRegister;

/// <summary>
/// Makes providers of charities. Parts of other charities (linked ones) are no providers of their own, and those that left the register are not
/// taken over: a provider that had come from it is then marked as gone. Income, areas and policies are what the charity itself reported.
/// </summary>
internal sealed class CharityTranslator(ImportSource source, CharityDetails details, DateOnly today)
{
    private readonly HashSet<int> numbers = [];
    private int linked;
    private int removed;

    /// <summary>What a charity comes to; nothing for one that is left out.</summary>
    public IEnumerable<ImportedRow> Translate(RawCharity charity)
    {
        var place = $"charity row {charity.Row.ToString(CultureInfo.InvariantCulture)}";
        if (charity.Number is not { } number || number is < 100_000 or > 9_999_999 || charity.Organisation is not { } organisation)
        {
            return [new ImportedRow(null, new Refusal(place, "It has no registered charity number of 6 or 7 figures.", WholeRow: true))];
        }
        if (charity.Linked is not 0)
        {
            linked++;
            return [];
        }
        if (!charity.IsRegistered)
        {
            removed++;
            return [];
        }
        if (ImportedText.Visible(charity.Name) is not { } name) return [new ImportedRow(null, new Refusal(place, $"Charity {number.ToString(CultureInfo.InvariantCulture)} has no name.", WholeRow: true))];
        if (name.Contains('\uFFFD')) return [new ImportedRow(null, new Refusal(place, $"The name of charity {number.ToString(CultureInfo.InvariantCulture)} is not in UTF-8, so its letters cannot be told.", WholeRow: true))];
        if (!numbers.Add(number)) return [new ImportedRow(null, new Refusal(place, $"Charity {number.ToString(CultureInfo.InvariantCulture)} has a row already.", WholeRow: true))];
        return Translate(charity, name, organisation, number, place);
    }

    /// <summary>What is told once for the whole file.</summary>
    public IEnumerable<ImportedRow> Summary()
    {
        if (linked > 0) yield return Note($"{linked.ToString(CultureInfo.InvariantCulture)} linked charities are parts of others and were left out.");
        if (removed > 0) yield return Note($"{removed.ToString(CultureInfo.InvariantCulture)} charities have left the register and were left out.");
    }

    private static ImportedRow Note(string text) => new(null, new Refusal("whole file", text, WholeRow: false));

    private IEnumerable<ImportedRow> Translate(RawCharity charity, string name, int organisation, int number, string place)
    {
        var detail = details[organisation];
        var postcode = Postcode.Read(charity.Postcode);
        var company = OrganisationNumber.Company(charity.Company);
        var provider = new Provider
        {
            Id = "GB-CHC-" + number.ToString(CultureInfo.InvariantCulture),
            Name = name,
            Outward = postcode?.Outward,
            Postcode = postcode?.ToString(),
            Website = charity.Web is null ? null : ImportedText.Website(charity.Web),
            LegalForm = charity.Type,
            IncomeBand = Income(charity),
            DataSet = source.DataSet,
            Licence = source.Licence,
            LastSeen = today,
            Texts = Texts(charity, detail),
        };
        var unread = postcode is null && charity.Postcode is not null && ImportedText.Visible(charity.Postcode) is not null;
        yield return new ImportedRow(
            provider,
            unread ? new Refusal(place, $"The postcode \"{ImportedText.Shortened(charity.Postcode!)}\" cannot be read; {name} was kept without it.", WholeRow: false) : null,
            Facts(charity, detail, organisation, company));
        if (company is null && OrganisationNumber.IsStated(charity.Company) && charity.Company!.Any(c => c != '0'))
        {
            yield return new ImportedRow(null, new Refusal(place, $"\"{ImportedText.Shortened(charity.Company!)}\" is no company number; {name} was kept without it.", WholeRow: false));
        }
    }

    private static ProviderFacts Facts(RawCharity charity, CharityDetail? detail, int organisation, string? company) => new()
    {
        Identifiers = company is null ? [] : [company],
        AlsoKnownAs = detail?.Names ?? [],
        Standing = Standing(charity),
        Registered = charity.Registered,
        Income = charity.Income,
        Expenditure = charity.Expenditure,
        YearEnd = charity.YearEnd,
        GovernmentContracts = detail?.Contracts,
        GovernmentGrants = detail?.Grants,
        Volunteers = detail?.Volunteers,
        Reserves = detail?.Reserves,
        Employees = detail?.Employees,
        Services = detail?.What ?? [],
        WhoFor = detail?.Who ?? [],
        How = detail?.How ?? [],
        WorksIn = detail?.Areas ?? [],
        Policies = detail?.Policies ?? [],
        Mailbox = charity.EMail is null ? null : ImportedText.RoleMailbox(charity.EMail),
        RegisterLink = "https://register-of-charities.charitycommission.gov.uk/charity-search/-/charity-details/" + organisation.ToString(CultureInfo.InvariantCulture),
    };

    private static string[] Standing(RawCharity charity)
    {
        if (!charity.IsInsolvent && !charity.IsInAdministration) return charity.Reporting is null ? [] : [charity.Reporting];
        return [.. new[] { charity.IsInsolvent ? "insolvent" : null, charity.IsInAdministration ? "in administration" : null, charity.Reporting }.OfType<string>()];
    }

    private List<ProviderText> Texts(RawCharity charity, CharityDetail? detail)
    {
        var texts = new List<ProviderText>(2);
        if (charity.Activities is not null && ImportedText.WithoutContacts(charity.Activities) is { } activities)
        {
            texts.Add(new ProviderText("register: activities", activities, "what the charity says it does, " + source.DataSet, charity.YearEnd, null));
        }
        if (detail is not null && Classes(detail) is { Length: > 0 } classes)
        {
            texts.Add(new ProviderText("register: classes", classes, "what the charity ticked, " + source.DataSet, charity.YearEnd, null));
        }
        return texts;
    }

    private static string Classes(CharityDetail detail)
    {
        string Part(string label, List<string>? list) => list is null ? "" : $"{label}: {string.Join("; ", list)}. ";
        return (Part("What", detail.What) + Part("For", detail.Who) + Part("How", detail.How) + Part("Works in", detail.Areas) + Part("Also known as", detail.Names)).TrimEnd();
    }

    private static string? Income(RawCharity charity) => charity.Income is not { } income ? null
        : string.Create(CultureInfo.InvariantCulture, $"£{income:#,0}") + (charity.YearEnd is { } end ? string.Create(CultureInfo.InvariantCulture, $" in the year to {end:d MMMM yyyy}, as it reported") : ", as it reported");
}
