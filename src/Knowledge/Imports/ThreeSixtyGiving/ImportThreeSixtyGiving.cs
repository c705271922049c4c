using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;

/// <summary>
/// Imports grants that were given, published as 360Giving JSON (https://www.360giving.org). They are past awards: they show what an organisation
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
        foreach (var grant in new GrantReader(file).Read())
        {
            foreach (var row in translator.Translate(grant, ++number)) yield return row;
            if (number % 100 == 0) progress?.Report(new ImportProgress(number, file.Position, file.Length));
        }
        progress?.Report(new ImportProgress(number, file.Length, file.Length));
    }
}
