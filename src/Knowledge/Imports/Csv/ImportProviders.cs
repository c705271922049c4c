using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>Imports a list of providers as a CVS keeps it: a CSV file with the columns of the template, or with what people usually call them.</summary>
public sealed class ImportProviders(IKnowledgeStore store)
{
    /// <summary>An empty list with its columns and one example, to be filled in.</summary>
    public static string Template => AuthoredContent.Text("providers/template.csv");

    public ImportResult Run(string path, ImportOptions options, IProgress<ImportProgress>? progress = null) =>
        new FileImport(new FormatRules("providers", Authority: 2), store, options).Run(path, (file, source) => Rows(file, source, DateOnly.FromDateTime(options.At.UtcDateTime), progress));

    internal static IEnumerable<ImportedRow> Rows(Stream file, ImportSource source, DateOnly today, IProgress<ImportProgress>? progress)
    {
        var translator = new ProviderTranslator(source, today);
        var rows = 0;
        foreach (var raw in new ProviderListReader(file).Read())
        {
            foreach (var row in translator.Translate(raw)) yield return row;
            if (++rows % 100 == 0) progress?.Report(new ImportProgress(rows, file.Position, file.Length));
        }
        progress?.Report(new ImportProgress(rows, file.Length, file.Length));
    }
}
