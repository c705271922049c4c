using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;

/// <summary>
/// Imports grants that were given, published as 360Giving JSON or as its spreadsheet saved as CSV (https://www.360giving.org). They are past awards: they show what an organisation
/// was funded for, not that it still does it, and not that the fund is open.
/// </summary>
public sealed class ImportThreeSixtyGiving(IKnowledgeStore store)
{
    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null) =>
        new FileImport(new FormatRules("360giving"), store, options).Run(path, (file, source) => Rows(file, source, options, progress));

    private static IEnumerable<ImportedRow> Rows(Stream file, ImportSource source, ImportOptions options, IProgress<ImportProgress>? progress)
    {
        var translator = new GrantTranslator(source.DataSet, source.Licence, DateOnly.FromDateTime(options.At.UtcDateTime));
        var number = 0;
        foreach (var grant in IsSheet(file) ? new GrantSheet(file).Read() : new GrantReader(file).Read())
        {
            foreach (var row in translator.Translate(grant, ++number)) yield return row;
            if (number % 100 == 0) progress?.Report(new ImportProgress(number, file.Position, file.Length));
        }
        progress?.Report(new ImportProgress(number, file.Length, file.Length));
    }

    // JSON begins with a bracket, or with a mark of its encoding and then a bracket; what else a file may be, its reader says.
    private static bool IsSheet(Stream file)
    {
        Span<byte> start = stackalloc byte[4096];
        var text = System.Text.Encoding.UTF8.GetString(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
        file.Position = 0;
        var line = text.Replace("\0", "", StringComparison.Ordinal);
        return !line.TrimStart('\uFEFF', '\uFFFD', ' ', '\r', '\n', '\t').StartsWith('{') && line.Contains("Identifier", StringComparison.OrdinalIgnoreCase) && line.Contains("Recipient", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("grant_id,", StringComparison.Ordinal);
    }
}
