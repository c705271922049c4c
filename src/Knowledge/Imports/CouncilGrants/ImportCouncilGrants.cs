using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.CouncilGrants;

/// <summary>
/// Imports a council's list of the grants it gave to VCSE organisations, as the Local Government Transparency Code asks every council to publish it. They
/// are past awards: no proof that a group still runs, and no sign that a fund is open.
/// </summary>
public sealed partial class ImportCouncilGrants(IKnowledgeStore store)
{
    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null) =>
        new FileImport(new FormatRules("grants"), store, options).Run(path, (file, source) => Rows(file, source, DateOnly.FromDateTime(options.At.UtcDateTime), progress));

    private static IEnumerable<ImportedRow> Rows(Stream file, ImportSource source, DateOnly today, IProgress<ImportProgress>? progress)
    {
        var rows = 0;
        var met = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in new CsvTable<GrantColumn>(file, GrantColumns.Names, [GrantColumn.Beneficiary, GrantColumn.Amount], "the beneficiary and the amount").Read())
        {
            if (Translate(line, source, today, met) is { } row) yield return row;
            if (++rows % 100 == 0) progress?.Report(new ImportProgress(rows, file.Position, file.Length));
        }
        progress?.Report(new ImportProgress(rows, file.Length, file.Length));
    }

    // Null for the line of totals that many sheets end with.
    private static ImportedRow? Translate(CsvLine<GrantColumn> line, ImportSource source, DateOnly today, Dictionary<string, int> met)
    {
        var name = ImportedText.WithoutContacts(line[GrantColumn.Beneficiary]);
        if (name is null) return Total().IsMatch(string.Join(' ', line.Cells.Values)) || line.Cells.Count == 1 ? null : Refused(line, "It names no beneficiary.");
        if (Total().IsMatch(name)) return null;
        if (Person().IsMatch(name)) return Refused(line, "It went to a person, or the name is withheld; people are not taken over.");
        if (ImportedAmount.Pounds(line[GrantColumn.Amount]) is not { } amount) return Refused(line, $"Its amount \"{ImportedText.Shortened(line[GrantColumn.Amount] ?? "")}\" is not a sum.");
        var date = ImportedText.Date(line[GrantColumn.Date]);
        if (date is null && line[GrantColumn.Date] is { } unread) return Refused(line, $"Its date \"{ImportedText.Shortened(unread)}\" is not a date.");
        var id = OrganisationNumber.Charity(line[GrantColumn.Number]) ?? OrganisationNumber.Company(line[GrantColumn.CompanyNumber]) ?? (line[GrantColumn.Number] is { Length: >= 8 } number ? OrganisationNumber.Company(number) : null);
        var provider = new Provider
        {
            Id = id ?? Provider.OwnId(source.DataSet, name),
            Name = name,
            DataSet = source.DataSet,
            Licence = source.Licence,
            LastSeen = today,
            Texts = [new ProviderText(Reference(line, source, name, met), Purpose(line), $"grant from {source.DataSet}{(ImportedText.WithoutContacts(line[GrantColumn.Department]) is { } department ? ", " + department : "")}", date, amount)],
        };
        var unknown = id is null && OrganisationNumber.IsStated(line[GrantColumn.Number]);
        return new ImportedRow(provider, unknown ? new Refusal(line.Place, $"\"{ImportedText.Shortened(line[GrantColumn.Number]!)}\" is no charity or company number; {name} was kept without it.", WholeRow: false) : null);
    }

    // The lists have no number for a grant: what it says is its number, and of two that say the same the second is another.
    private static string Reference(CsvLine<GrantColumn> line, ImportSource source, string name, Dictionary<string, int> met)
    {
        var said = string.Join('\n', name, line[GrantColumn.Date], line[GrantColumn.Period], line[GrantColumn.Purpose], line[GrantColumn.Amount], source.DataSet);
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..16];
        var count = met[key] = met.GetValueOrDefault(key) + 1;
        return count == 1 ? "grant " + key : FormattableString.Invariant($"grant {key} no. {count}");
    }

    private static string Purpose(CsvLine<GrantColumn> line) =>
        string.Join(". ", new[] { ImportedText.WithoutContacts(line[GrantColumn.Purpose]) ?? "Purpose not stated", ImportedText.WithoutContacts(line[GrantColumn.Period]) is { } period ? "For " + period : null }.OfType<string>());

    private static ImportedRow Refused(CsvLine<GrantColumn> line, string reason) => new(null, new Refusal(line.Place, reason, WholeRow: true));

    [GeneratedRegex(@"^\s*(grand )?total\b", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"^(redacted|withheld|individual|private individual|personal data|n/?a|mr|mrs|ms|miss|dr)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Person();
}
