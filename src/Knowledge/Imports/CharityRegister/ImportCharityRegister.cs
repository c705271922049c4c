using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.CharityRegister;

/// <summary>
/// Imports the Charity Commission's full register extract (Open Government Licence v3.0), JSON or tab-separated. The table of trustees is never
/// opened. Who is not on the register may still exist: small groups and companies are not.
/// </summary>
public sealed class ImportCharityRegister(IKnowledgeStore store)
{
    private const string Charities = "charity";

    private static readonly FormatRules Rules = new(
        "charity-register", "Register of charities in England and Wales", "Open Government Licence v3.0", Complete: true, Authority: 3);

    /// <param name="path">A folder with the published zips or the unpacked tables, or one zip.</param>
    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null)
    {
        if (!File.Exists(path) && !Directory.Exists(path)) return ImportResult.NotDone($"{path} is not there.");
        return new FileImport(Rules, store, options).RunFiles(path, ExtractTables.FilesOf(path), source => Ahead.Of(Rows(path, source, options, progress)));
    }

    private static IEnumerable<ImportedRow> Rows(string path, ImportSource source, ImportOptions options, IProgress<ImportProgress>? progress)
    {
        using var tables = new ExtractTables(ExtractTables.FilesOf(path), [Charities, .. CharityDetails.Tables]);
        if (tables[Charities] is not { } charities)
        {
            throw new UnreadableFileException("There is no table of charities here. The extract's file is called publicextract.charity.zip; put it into one folder with the others. Nothing was changed.");
        }
        var (read, rows) = (0L, 0);
        var telling = new Lock();
        void Told(long bytes)
        {
            lock (telling) progress?.Report(new ImportProgress(rows, read += bytes, tables.Length));
        }
        var translator = new CharityTranslator(source, CharityDetails.Read(tables, Told), DateOnly.FromDateTime(options.At.UtcDateTime));
        foreach (var charity in new TableReader(charities, RawCharity.Columns, Told).Read(RawCharity.From))
        {
            rows++;
            foreach (var row in translator.Translate(charity)) yield return row;
        }
        if (rows == 0) throw new UnreadableFileException("The table of charities has no rows. Nothing was changed.");
        foreach (var note in translator.Summary()) yield return note;
        foreach (var missing in CharityDetails.Tables.Where(t => tables[t] is null))
        {
            yield return new ImportedRow(null, new Refusal("whole file", $"The table {missing} is not here; what it says is not stated.", WholeRow: false));
        }
        progress?.Report(new ImportProgress(rows, tables.Length, tables.Length));
    }
}
