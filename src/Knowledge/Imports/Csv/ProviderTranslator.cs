using System.Globalization;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>Makes providers of the lines of a list.</summary>
internal sealed class ProviderTranslator(ImportSource source, DateOnly today)
{
    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    public IEnumerable<ImportedRow> Translate(RawProvider row)
    {
        var place = $"line {row.Line.ToString(CultureInfo.InvariantCulture)}";
        if (ImportedText.Visible(row[ProviderColumn.Name]) is not { } name)
        {
            yield return Refused(place, "It has no name.");
            yield break;
        }
        var problems = new List<string>();
        if (IdOf(row, name, problems) is not { } id)
        {
            yield return Refused(place, problems[0]);
            yield break;
        }
        if (!lines.TryAdd(id, row.Line))
        {
            yield return Refused(place, $"{name} is already on line {lines[id].ToString(CultureInfo.InvariantCulture)} ({id}).");
            yield break;
        }
        var provider = Provider(row, id, name, problems);
        var facts = Facts(row, id, name, problems);
        yield return new ImportedRow(provider, problems.Count > 0 ? new Refusal(place, problems[0], WholeRow: false) : null, facts);
        foreach (var problem in problems.Skip(1)) yield return new ImportedRow(null, new Refusal(place, problem, WholeRow: false));
    }

    private Provider Provider(RawProvider row, string id, string name, List<string> problems)
    {
        var postcode = Postcode.Read(row[ProviderColumn.Postcode]);
        if (postcode is null && row[ProviderColumn.Postcode] is { } unread) problems.Add($"The postcode \"{ImportedText.Shortened(unread)}\" cannot be read; {name} was kept without it.");
        var website = ImportedText.Website(row[ProviderColumn.Website]);
        if (website is null && row[ProviderColumn.Website] is { } address) problems.Add($"\"{ImportedText.Shortened(address)}\" is not a web address; {name} was kept without it.");
        var seen = ImportedText.Date(row[ProviderColumn.LastChecked]);
        if (seen is null && row[ProviderColumn.LastChecked] is { } day) problems.Add($"\"{ImportedText.Shortened(day)}\" is not a date; {name} was kept without it.");
        return new Provider
        {
            Id = id,
            Name = name,
            Locality = ImportedText.WithoutContacts(row[ProviderColumn.Town]),
            Outward = postcode?.Outward,
            Postcode = postcode?.ToString(),
            Website = website,
            LegalForm = ImportedText.WithoutContacts(row[ProviderColumn.LegalForm]),
            IncomeBand = ImportedText.WithoutContacts(row[ProviderColumn.IncomeBand]),
            DataSet = source.DataSet,
            Licence = source.Licence,
            LastSeen = seen ?? today,
            Sample = source.Sample,
            Texts = [.. Texts(row, seen)],
        };
    }

    // Null if the row says no more than the provider itself shows.
    private static ProviderFacts? Facts(RawProvider row, string id, string name, List<string> problems)
    {
        var company = OrganisationNumber.Company(row[ProviderColumn.CompanyNumber]);
        DateOnly? Day(ProviderColumn column)
        {
            var day = ImportedText.Date(row[column]);
            if (day is null && row[column] is { } unread) problems.Add($"\"{ImportedText.Shortened(unread)}\" is not a date; {name} was kept without it.");
            return day;
        }
        var facts = new ProviderFacts
        {
            Identifiers = company is not null && company != id ? [company] : [],
            // A band is no sum, and stays the provider's.
            Income = ImportedAmount.Pounds(row[ProviderColumn.IncomeBand]),
            YearEnd = Day(ProviderColumn.YearEnd),
            Registered = Day(ProviderColumn.Registered),
            Policies = List(row[ProviderColumn.Policies]),
            QualityMarks = List(row[ProviderColumn.QualityMarks]),
            LedBy = List(row[ProviderColumn.LedBy]),
        };
        return facts is { Identifiers.Count: 0, Income: null, YearEnd: null, Registered: null, Policies.Count: 0, QualityMarks.Count: 0, LedBy.Count: 0 } ? null : facts;
    }

    private static string[] List(string? cell) =>
        cell is null ? [] : [.. cell.Split(';').Select(ImportedText.WithoutContacts).OfType<string>()];

    private IEnumerable<ProviderText> Texts(RawProvider row, DateOnly? seen)
    {
        foreach (var text in ListedGrants.Of(row[ProviderColumn.Grants], source.DataSet)) yield return text;
        foreach (var (column, label) in new[] { (ProviderColumn.WhatYouDo, "what they do"), (ProviderColumn.WhoFor, "who for") })
        {
            if (ImportedText.WithoutContacts(row[column]) is not { } text) continue;
            yield return new ProviderText($"{source.DataSet}: {label}", text, $"{label}, {source.DataSet}", seen, null);
        }
    }

    private string? IdOf(RawProvider row, string name, List<string> problems)
    {
        if (OrganisationNumber.IsStated(row[ProviderColumn.CharityNumber]))
        {
            if (OrganisationNumber.Charity(row[ProviderColumn.CharityNumber]) is { } charity) return charity;
            problems.Add($"\"{ImportedText.Shortened(row[ProviderColumn.CharityNumber]!)}\" is not a charity number (6 or 7 figures). Correct it, or leave it empty.");
            return null;
        }
        if (OrganisationNumber.IsStated(row[ProviderColumn.CompanyNumber]))
        {
            if (OrganisationNumber.Company(row[ProviderColumn.CompanyNumber]) is { } company) return company;
            problems.Add($"\"{ImportedText.Shortened(row[ProviderColumn.CompanyNumber]!)}\" is not a company number (8 figures, or 2 letters and 6 figures). Correct it, or leave it empty.");
            return null;
        }
        return Providers.Provider.OwnId(source.DataSet, name);
    }

    private static ImportedRow Refused(string place, string reason) => new(null, new Refusal(place, reason, WholeRow: true));
}
