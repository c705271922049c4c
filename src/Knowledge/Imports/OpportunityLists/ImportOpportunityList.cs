using System.Security.Cryptography;
using System.Text;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.OpportunityLists;

/// <summary>The columns that a list of opportunities can have.</summary>
internal enum OpportunityColumn
{
    Reference,
    Title,
    Description,
    Buyer,
    Deadline,
    Published,
    Value,
    Place,
    Postcode,
    Url,
    WhereToBid,
    ForVcse,
}

/// <summary>Imports a list of what can be bid or applied for as a council or a CVS keeps it: CSV with a title and a deadline. The list is whole: what is no longer on it has gone.</summary>
public sealed class ImportOpportunityList(IKnowledgeStore store)
{
    private static readonly IReadOnlyDictionary<OpportunityColumn, string[]> Names = new Dictionary<OpportunityColumn, string[]>
    {
        [OpportunityColumn.Reference] = ["reference", "ref", "id", "ocid", "notice number", "contract reference"],
        [OpportunityColumn.Title] = ["title", "opportunity", "name", "contract", "contract title", "fund", "grant", "scheme"],
        [OpportunityColumn.Description] = ["description", "summary", "about", "details", "what for"],
        [OpportunityColumn.Buyer] = ["buyer", "funder", "organisation", "council", "authority", "commissioner"],
        [OpportunityColumn.Deadline] = ["deadline", "closing date", "closes", "closing", "end date", "apply by", "closing date and time"],
        [OpportunityColumn.Published] = ["published", "opens", "date", "opening date", "start date"],
        [OpportunityColumn.Value] = ["value", "amount", "grant size", "maximum", "budget", "contract value"],
        [OpportunityColumn.Place] = ["place", "area", "town", "location", "region", "where"],
        [OpportunityColumn.Postcode] = ["postcode", "post code"],
        [OpportunityColumn.Url] = ["url", "link", "website", "web", "web address", "more information"],
        [OpportunityColumn.WhereToBid] = ["where to bid", "where to apply", "portal", "apply at", "how to apply"],
        [OpportunityColumn.ForVcse] = ["vcse", "suitable for vcse", "suitable for vcses", "vcse suitable"],
    };

    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null) =>
        new FileImport(new FormatRules("opportunities"), store, options).Run(path, (file, source) => Rows(file, source, options.At, progress));

    private static IEnumerable<ImportedRow> Rows(Stream file, ImportSource source, DateTimeOffset now, IProgress<ImportProgress>? progress)
    {
        var rows = 0;
        var met = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in new CsvTable<OpportunityColumn>(file, Names, [OpportunityColumn.Title, OpportunityColumn.Deadline], "Title and Deadline").Read())
        {
            yield return Translate(line, source, now, met);
            if (++rows % 100 == 0) progress?.Report(new ImportProgress(rows, file.Position, file.Length));
        }
        progress?.Report(new ImportProgress(rows, file.Length, file.Length));
    }

    private static ImportedRow Translate(CsvLine<OpportunityColumn> line, ImportSource source, DateTimeOffset now, Dictionary<string, string> met)
    {
        if (ImportedText.WithoutContacts(line[OpportunityColumn.Title]) is not { } title) return Refused(line, "It has no title.");
        var deadline = Moment(line[OpportunityColumn.Deadline]);
        if (deadline is null && line[OpportunityColumn.Deadline] is { } unread) return Refused(line, $"Its deadline \"{ImportedText.Shortened(unread)}\" is not a date.");
        var ocid = line[OpportunityColumn.Reference] is { } reference && reference.StartsWith("ocds-", StringComparison.Ordinal) ? reference
            : "list-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', source.DataSet, line[OpportunityColumn.Reference] ?? title, line[OpportunityColumn.Buyer]))))[..16];
        if (!met.TryAdd(ocid, line.Place)) return Refused(line, $"It is already on {met[ocid]}.");
        var (postcode, place) = (Postcode.Read(line[OpportunityColumn.Postcode])?.ToString(), ImportedText.WithoutContacts(line[OpportunityColumn.Place]));
        var amount = ImportedAmount.Pounds(line[OpportunityColumn.Value]);
        return new ImportedRow(
            null,
            amount is null && line[OpportunityColumn.Value] is { } value ? new Refusal(line.Place, $"\"{ImportedText.Shortened(value)}\" is not one sum; {title} was kept without it.", WholeRow: false) : null,
            Opportunity: new Opportunity
            {
                Ocid = ocid,
                Title = title,
                Description = ImportedText.WithoutContacts(line[OpportunityColumn.Description]),
                Stage = OpportunityStage.Advertised,
                Published = Moment(line[OpportunityColumn.Published]) is { } published && published < now ? published : now,
                Buyer = ImportedText.WithoutContacts(line[OpportunityColumn.Buyer]),
                Deadline = deadline,
                Value = amount is null ? null : new ContractValue(null, null, amount, null, "GBP"),
                Places = postcode is null && place is null ? [] : [new DeliveryPlace(postcode is null ? place : null, place, postcode)],
                SuitableForVcse = line[OpportunityColumn.ForVcse]?.ToUpperInvariant() switch { "Y" or "YES" or "TRUE" => true, "N" or "NO" or "FALSE" => false, _ => null },
                WhereToBid = ImportedText.Website(line[OpportunityColumn.WhereToBid]) ?? ImportedText.WithoutContacts(line[OpportunityColumn.WhereToBid]),
                NoticeUrl = ImportedText.Website(line[OpportunityColumn.Url]),
                DataSet = source.DataSet,
                Licence = source.Licence,
            });
    }

    // "5/11/2026 12:00" is noon by the clock here; a day alone is its end.
    private static DateTimeOffset? Moment(string? text)
    {
        if (UkClock.Read(text) is { } moment) return moment;
        if (ImportedText.Visible(text) is not { } visible) return null;
        if (ImportedText.Date(visible) is { } day) return UkClock.Of(day.ToDateTime(new TimeOnly(23, 59)));
        var space = visible.LastIndexOf(' ');
        return space > 0 && ImportedText.Date(visible[..space].TrimEnd(',')) is { } date && TimeOnly.TryParseExact(visible[(space + 1)..], ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss", "htt", "h:mmtt"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var time)
            ? UkClock.Of(date.ToDateTime(time)) : null;
    }

    private static ImportedRow Refused(CsvLine<OpportunityColumn> line, string reason) => new(null, new Refusal(line.Place, reason, WholeRow: true));
}
