using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Consortia;

/// <summary>
/// Imports a list of consortia, a line for each member. Who was in a consortium when it was procured is kept from one import to the next; a change
/// without its reason and its due diligence is not taken over.
/// </summary>
public sealed class ImportConsortia(IKnowledgeStore store)
{
    public const string Format = "consortia";

    /// <summary>An empty list with its columns and one made-up consortium, to be filled in.</summary>
    public static string Template => AuthoredContent.Text("providers/consortia-template.csv");

    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null) =>
        new FileImport(new FormatRules(Format, Authority: 2), store, options).Run(path, (file, source) => Rows(file, source, DateOnly.FromDateTime(options.At.UtcDateTime), progress));

    private IEnumerable<ImportedRow> Rows(Stream file, ImportSource source, DateOnly today, IProgress<ImportProgress>? progress)
    {
        var table = new CsvTable<ConsortiumColumn>(file, ConsortiumColumns.Names, [ConsortiumColumn.Consortium, ConsortiumColumn.Member], "Consortium and Member");
        var translator = new ConsortiumTranslator(source, today, id => Recorded(id, source.DataSet));
        var lines = table.Read().ToList();
        foreach (var line in lines.Where(l => ImportedText.Visible(l[ConsortiumColumn.Consortium]) is null)) yield return new ImportedRow(null, new Refusal(line.Place, "It names no consortium.", WholeRow: true));
        foreach (var consortium in lines.Where(l => ImportedText.Visible(l[ConsortiumColumn.Consortium]) is not null).GroupBy(l => ImportedText.Visible(l[ConsortiumColumn.Consortium])!, StringComparer.OrdinalIgnoreCase))
        {
            foreach (var row in translator.Translate(consortium.Key, [.. consortium])) yield return row;
        }
        progress?.Report(new ImportProgress(lines.Count, file.Length, file.Length));
    }

    private Consortium? Recorded(string id, string dataSet) => store.SourcesOf(id).FirstOrDefault(s => s.DataSet == dataSet)?.Facts?.Consortium;
}
