using System.Text.Json;
using CommissioningBot.Knowledge.Imports.Json;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Ocds;

/// <summary>
/// Imports release packages of the Open Contracting Data Standard: notices of Find a Tender (https://www.find-tender.service.gov.uk) and Contracts
/// Finder (https://www.contractsfinder.service.gov.uk). A file is a part of what they publish, so what is not in it has not gone.
/// </summary>
public sealed class ImportOcds(IKnowledgeStore store)
{
    private static readonly FormatRules Rules = new("ocds", "Public procurement notices", "as each notice states", Complete: false);

    /// <param name="path">A package, or a folder of packages.</param>
    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) return ImportResult.NotDone($"{path} is not there.");
        var files = Directory.Exists(path) ? Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToArray() : [path];
        if (files.Length == 0) return ImportResult.NotDone($"There are no JSON files in {path}.");
        if (files.Any(f => new FileInfo(f).Length == 0)) return ImportResult.NotDone($"{files.First(f => new FileInfo(f).Length == 0)} is empty.");
        return new FileImport(Rules, store, options).RunFiles(path, files, source => Rows(files, source, options, progress));
    }

    private static IEnumerable<ImportedRow> Rows(string[] files, ImportSource source, ImportOptions options, IProgress<ImportProgress>? progress)
    {
        var (done, all, number) = (0L, files.Sum(f => new FileInfo(f).Length), 0);
        foreach (var path in files)
        {
            using var file = File.OpenRead(path);
            var name = files.Length > 1 ? Path.GetFileName(path) + ", " : "";
            foreach (var row in WithName(Rows(file, name, source, options), name))
            {
                yield return row;
                if (++number % 100 == 0) progress?.Report(new ImportProgress(number, done + file.Position, all));
            }
            done += file.Length;
        }
        progress?.Report(new ImportProgress(number, all, all));
    }

    private static IEnumerable<ImportedRow> Rows(Stream file, string name, ImportSource source, ImportOptions options)
    {
        var list = new JsonList(file, ["releases", "records"], "This is not a package of notices: it should be an object with a list called \"releases\".");
        var suppliers = new SupplierTranslator(source, DateOnly.FromDateTime(options.At.UtcDateTime));
        var number = 0;
        foreach (var json in list.Read())
        {
            var place = FormattableString.Invariant($"{name}release {++number}");
            foreach (var release in Releases(json))
            {
                var licence = options.Licence ?? Licence(list.Top.GetValueOrDefault("license"));
                foreach (var row in Translate(release, place, licence, suppliers)) yield return row;
            }
        }
    }

    // A record holds the releases of one procurement, most often put together already.
    private static IEnumerable<JsonElement> Releases(JsonElement json) =>
        json.Object("compiledRelease") is { } compiled ? [compiled] : json.IsObject() && json.TryGetProperty("releases", out _) ? json.Objects("releases") : [json];

    private static IEnumerable<ImportedRow> Translate(JsonElement json, string place, string licence, SupplierTranslator suppliers)
    {
        if (Read(json) is not { } release) return [Refused(place, "It is not a notice whose text can be read: a bare value, or letters that are not UTF-8.")];
        if (ImportedText.Visible(release.Ocid) is not { Length: < 200 } ocid || ocid != release.Ocid) return [Refused(place, "It has no ocid, so it cannot be told which procurement it is about.")];
        place += $" ({ocid})";
        if (UkClock.Read(release.Date) is not { } published) return [Refused(place, $"Its date \"{ImportedText.Shortened(release.Date ?? "")}\" is not a date.")];
        if ((OpportunityTranslator.Plain(release.Tender?.Title) ?? release.Awards.Select(a => OpportunityTranslator.Plain(a.Title)).FirstOrDefault(t => t is not null)) is not { } title)
        {
            return [Refused(place, "It has no title, so nobody could tell what it is.")];
        }
        var opportunity = OpportunityTranslator.Translate(release, title, published, DataSet(ocid), licence);
        return [new ImportedRow(null, null, Opportunity: opportunity), .. suppliers.Translate(release, opportunity)];
    }

    private static RawRelease? Read(JsonElement json)
    {
        try
        {
            return json.IsObject() ? RawRelease.From(json) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static IEnumerable<ImportedRow> WithName(IEnumerable<ImportedRow> rows, string name)
    {
        using var each = rows.GetEnumerator();
        while (true)
        {
            try
            {
                if (!each.MoveNext()) yield break;
            }
            catch (UnreadableFileException problem) when (name.Length > 0)
            {
                throw new UnreadableFileException(name + problem.Message);
            }
            yield return each.Current;
        }
    }

    private static string DataSet(string ocid) => ocid.StartsWith("ocds-h6vhtk-", StringComparison.Ordinal) ? "Find a Tender" : ocid.StartsWith("ocds-b5fd17", StringComparison.Ordinal) ? "Contracts Finder" : "Public procurement notices";

    private static string Licence(string? address) =>
        address is null ? "not stated"
        : address.Contains("open-government-licence/version/3", StringComparison.Ordinal) ? "Open Government Licence v3.0"
        : address.Contains("open-government-licence/version/2", StringComparison.Ordinal) ? "Open Government Licence v2.0"
        : ImportedText.Website(address) ?? "not stated";

    private static ImportedRow Refused(string place, string reason) => new(null, new Refusal(place, reason, WholeRow: true));
}
