using System.Security.Cryptography;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports;

/// <summary>What every import of a file does around the format's own reader: digest, dry run, count, commit, and plain words when it fails.</summary>
internal sealed class FileImport(string format, IKnowledgeStore store, ImportOptions options)
{
    /// <param name="path">The file.</param>
    /// <param name="read">The format's reader; it throws <see cref="UnreadableFileException"/> if the file as a whole cannot be read.</param>
    public ImportResult Run(string path, Func<Stream, ImportSource, IEnumerable<ImportedRow>> read) =>
        Run(path, read, (source, rows) => store.Import(source, rows, options.At), Check);

    /// <param name="path">The file.</param>
    /// <param name="read">As above.</param>
    /// <param name="commit">Takes the rows over.</param>
    /// <param name="check">Reads the rows and counts them.</param>
    public ImportResult Run<TRow>(
        string path, Func<Stream, ImportSource, IEnumerable<TRow>> read, Func<ImportSource, IEnumerable<TRow>, ImportRecord> commit, Func<IEnumerable<TRow>, ImportResult> check)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length == 0) return ImportResult.NotDone($"{path} is empty.");
            var digest = Convert.ToHexStringLower(SHA256.HashData(file));
            file.Position = 0;
            var source = new ImportSource(format, options.DataSet ?? Path.GetFileName(path), options.Licence ?? "not stated", digest);
            return options.DryRun ? check(read(file, source)) : Commit(store, () => commit(source, read(file, source)));
        }
        catch (UnreadableFileException problem)
        {
            return ImportResult.NotDone(problem.Message);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return ImportResult.NotDone($"{path} could not be read: {problem.Message}");
        }
    }

    /// <summary>Runs an import and says what became of it.</summary>
    internal static ImportResult Commit(IKnowledgeStore store, Func<ImportRecord> commit)
    {
        var before = store.DataVersion;
        var record = commit();
        return Result(record.Rows, record.Named, store.RefusalsOf(record.Version)) with { Record = record, Unchanged = record.Version <= before };
    }

    private static ImportResult Check(IEnumerable<ImportedRow> rows)
    {
        var count = 0;
        var refusals = new List<Refusal>();
        var providers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Provider is { } provider) providers.Add(provider.Id);
            if (row.Refusal is { } refusal) refusals.Add(refusal);
            if (row.Provider is not null || row.Refusal is { WholeRow: true }) count++;
        }
        return Result(count, providers.Count, refusals);
    }

    internal static ImportResult Result(int rows, int named, IReadOnlyList<Refusal> refusals) =>
        new(refusals.Any(r => r.WholeRow) ? ImportOutcome.DoneWithRefusals : ImportOutcome.Done, "", rows, named, refusals, null, false);
}
