using System.Security.Cryptography;
using System.Text;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports;

/// <summary>What holds for the files of a format unless the operator says otherwise.</summary>
/// <param name="DataSet">Null to go by the file's name.</param>
/// <param name="Licence">Null if the publisher's licence differs from file to file.</param>
/// <param name="Complete">True if a file is the whole data set, so that what is not in it has gone.</param>
/// <param name="Authority">See <see cref="ImportSource"/>.</param>
internal sealed record FormatRules(string Format, string? DataSet = null, string? Licence = null, bool Complete = true, int Authority = 1);

/// <summary>What every import of a file does around the format's own reader: digest, dry run, count, commit, and plain words when it fails.</summary>
internal sealed class FileImport(FormatRules rules, IKnowledgeStore store, ImportOptions options)
{
    // So many bad rows are not slips but another kind of file; single values may be bad oftener.
    private const int MostRefused = 10_000;
    private const int MostLeftOut = 100_000;

    /// <param name="path">The file.</param>
    /// <param name="read">The format's reader; it throws <see cref="UnreadableFileException"/> if the file as a whole cannot be read.</param>
    public ImportResult Run(string path, Func<Stream, ImportSource, IEnumerable<ImportedRow>> read) =>
        Run(path, read, (source, rows) => store.Import(source, Bounded(rows), options.At), Check);

    /// <param name="path">The file.</param>
    /// <param name="read">As above.</param>
    /// <param name="commit">Takes the rows over.</param>
    /// <param name="check">Reads the rows and counts them.</param>
    public ImportResult Run<TRow>(
        string path, Func<Stream, ImportSource, IEnumerable<TRow>> read, Func<ImportSource, IEnumerable<TRow>, ImportRecord> commit, Func<IEnumerable<TRow>, ImportResult> check) =>
        Careful(path, () =>
        {
            using var file = File.OpenRead(path);
            if (file.Length == 0) return ImportResult.NotDone($"{path} is empty.");
            var source = Source(path, Convert.ToHexStringLower(SHA256.HashData(file)));
            file.Position = 0;
            return options.DryRun ? check(read(file, source)) : Commit(store, () => commit(source, read(file, source)));
        });

    /// <summary>As <see cref="Run(string, Func{Stream, ImportSource, IEnumerable{ImportedRow}})"/> for a format of several files in one folder.</summary>
    public ImportResult RunFiles(string path, IReadOnlyList<string> files, Func<ImportSource, IEnumerable<ImportedRow>> read) =>
        Careful(path, () =>
        {
            using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var name in files.Order(StringComparer.Ordinal))
            {
                using var file = File.OpenRead(name);
                digest.AppendData(files.Count == 1 ? [] : Encoding.UTF8.GetBytes(Path.GetFileName(name)));
                digest.AppendData(SHA256.HashData(file));
            }
            var source = Source(path, Convert.ToHexStringLower(digest.GetHashAndReset()));
            return options.DryRun ? Check(read(source)) : Commit(store, () => store.Import(source, Bounded(read(source)), options.At));
        });

    private ImportSource Source(string path, string digest) => new(
        rules.Format, options.DataSet ?? rules.DataSet ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)),
        options.Licence ?? rules.Licence ?? "not stated", digest, Complete: rules.Complete, Authority: rules.Authority);

    private static ImportResult Careful(string path, Func<ImportResult> run)
    {
        try
        {
            return run();
        }
        catch (UnreadableFileException problem)
        {
            return ImportResult.NotDone(problem.Message);
        }
        catch (InvalidDataException)
        {
            return ImportResult.NotDone($"{path} is damaged: its compressed parts cannot be opened. Fetch it again. Nothing was changed.");
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
        return Result(record.Rows, record.Named, store.RefusalsOf(record.Version)) with { Opportunities = record.Opportunities, Record = record, Unchanged = record.Version <= before };
    }

    /// <summary>The rows as they are, until far too many of them are refused.</summary>
    /// <exception cref="UnreadableFileException">While they are read.</exception>
    internal static IEnumerable<ImportedRow> Bounded(IEnumerable<ImportedRow> rows)
    {
        var (refused, leftOut) = (0, 0);
        foreach (var row in rows)
        {
            if (row.Refusal is { } refusal && (refusal.WholeRow ? ++refused > MostRefused : ++leftOut > MostLeftOut))
            {
                throw new UnreadableFileException(FormattableString.Invariant($"More than {MostRefused} rows or {MostLeftOut} values cannot be read, the last of them {refusal.Place}: {refusal.Reason} Nothing was changed."));
            }
            yield return row;
        }
    }

    private static ImportResult Check(IEnumerable<ImportedRow> rows)
    {
        var count = 0;
        var refusals = new List<Refusal>();
        var providers = new HashSet<string>(StringComparer.Ordinal);
        var opportunities = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in Bounded(rows))
        {
            if (row.Provider is { } provider) providers.Add(provider.Id);
            if (row.Opportunity is { } opportunity) opportunities.Add(opportunity.Ocid);
            if (row.Refusal is { } refusal) refusals.Add(refusal);
            if (row.Provider is not null || row.Opportunity is not null || row.Refusal is { WholeRow: true }) count++;
        }
        return Result(count, providers.Count, refusals) with { Opportunities = opportunities.Count };
    }

    internal static ImportResult Result(int rows, int named, IReadOnlyList<Refusal> refusals) =>
        new(refusals.Any(r => r.WholeRow) ? ImportOutcome.DoneWithRefusals : ImportOutcome.Done, "", rows, named, refusals, null, false);
}
