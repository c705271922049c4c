using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Postcodes;

/// <summary>
/// Imports a directory of postcodes: the ONS Postcode Directory (https://geoportal.statistics.gov.uk, search for ONSPD), or any CSV file of postcodes
/// or outward codes with their coordinates and, if it has them, their councils. It makes exact what is authored only roughly.
/// </summary>
public sealed class ImportPlaces(IKnowledgeStore store)
{
    public const string Format = "places";

    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null) =>
        new FileImport(new FormatRules(Format), store, options).Run(path, (file, _) => Rows(file, progress), (source, rows) => store.ImportPlaces(source, rows, options.At), Check);

    private static IEnumerable<ImportedPlace> Rows(Stream file, IProgress<ImportProgress>? progress)
    {
        var translator = new PlaceTranslator();
        var rows = 0;
        foreach (var raw in new DirectoryReader(file).Read())
        {
            if (translator.Translate(raw) is { } row) yield return row;
            if (++rows % 10_000 == 0) progress?.Report(new ImportProgress(rows, file.Position, file.Length));
        }
        foreach (var summary in translator.Summary()) yield return summary;
        progress?.Report(new ImportProgress(rows, file.Length, file.Length));
    }

    private static ImportResult Check(IEnumerable<ImportedPlace> rows)
    {
        var (count, taken) = (0, 0);
        var refusals = new List<Refusal>();
        foreach (var row in rows)
        {
            if (row.Location is not null) taken++;
            if (row.Refusal is { } refusal) refusals.Add(refusal);
            if (row.Location is not null || row.Refusal is { WholeRow: true }) count++;
        }
        return FileImport.Result(count, taken, refusals);
    }
}
