using System.Security.Cryptography;
using System.Text;
using CommissioningBot.Knowledge.Questions.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>
/// Imports a host's own papers, a file or a folder of them. A file that cannot be read is refused with its reason, and the others are taken over; what an
/// earlier import took from it stays.
/// </summary>
public sealed class ImportDocuments(IKnowledgeStore store, ContentLibrary library, string pdfProgram = "pdftotext")
{
    public const string Format = "documents";

    // Raised when the readers get better, so that the same files are read again.
    private const string ReaderVersion = "documents 1";

    private static readonly TimeSpan LongestForPdf = TimeSpan.FromSeconds(60);

    private readonly DocumentReader reader = new(new PdfReader(pdfProgram, LongestForPdf));

    public ImportResult Run(string path, ImportOptions options, DocumentDetails? details = null, IProgress<ImportProgress>? progress = null)
    {
        details ??= DocumentDetails.None;
        try
        {
            var files = DocumentFiles.At(path);
            if (Directory.Exists(path) && (details.Id ?? details.Title) is not null)
                return ImportResult.NotDone("An id or a title belongs to one document: give a file, or write it at the top of each file (docs/running.md).");
            var source = new ImportSource(Format, options.DataSet ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), options.Licence ?? "not stated", Digest(files, options, details));
            var rows = Rows(files, source, details, progress);
            return options.DryRun ? Check(rows) : FileImport.Commit(store, () => store.ImportDocuments(source, rows, options.At));
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

    private IEnumerable<ImportedDocument> Rows(List<DocumentFile> files, ImportSource source, DocumentDetails details, IProgress<ImportProgress>? progress)
    {
        var translator = new DocumentTranslator(library, details, source.DataSet, source.Licence);
        var others = store.Documents().Where(d => d.DataSet != source.DataSet).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        var (total, read) = (files.Sum(f => f.Length), 0L);
        foreach (var file in files)
        {
            var row = Row(file, translator);
            if (row.Document is { } document && Clash(document, taken, others) is { } clash)
                row = new ImportedDocument(file.Name, null, new Refusal(file.Name, clash, WholeRow: true));
            if (row.Document is { Id: var id }) taken.Add(id, file.Name);
            progress?.Report(new ImportProgress(taken.Count, read += file.Length, total));
            yield return row;
        }
    }

    private static string? Clash(LocalDocument document, Dictionary<string, string> taken, Dictionary<string, LocalDocument> others)
    {
        const string HowTo = "Give one of them an id or a title of its own at the top of the file";
        if (taken.TryGetValue(document.Id, out var file)) return $"it has the same title as {file}. {HowTo}";
        return others.TryGetValue(document.Id, out var other) && Path.GetFileName(other.File) != Path.GetFileName(document.File) && other.Digest != document.Digest
            ? $"it has the same title as {other.File} of \"{other.DataSet}\". {HowTo}"
            : null;
    }

    private ImportedDocument Row(DocumentFile file, DocumentTranslator translator)
    {
        ImportedDocument Refused(string reason) => new(file.Name, null, new Refusal(file.Name, char.ToUpperInvariant(reason[0]) + reason[1..], WholeRow: true));
        if (file.Problem is { } problem) return Refused(problem);
        try
        {
            var bytes = Bytes(file);
            return new ImportedDocument(file.Name, translator.Translate(file, reader.Read(file, bytes), Convert.ToHexStringLower(SHA256.HashData(bytes))), null);
        }
        catch (UnreadableFileException e)
        {
            return Refused(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refused($"it could not be read: {e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            // A reader that stumbles over a file that was made to trip it must not lose the other files.
            return Refused($"it is damaged, or not what its name says ({e.GetType().Name})");
        }
    }

    private static byte[] Bytes(DocumentFile file)
    {
        using var stream = File.OpenRead(file.Path);
        var bytes = new byte[file.Length + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > file.Length ? throw new UnreadableFileException("it was written to while it was read; import it again") : bytes[..length];
    }

    private static string Digest(List<DocumentFile> files, ImportOptions options, DocumentDetails details)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(Encoding.UTF8.GetBytes($"{ReaderVersion}\n{options.Licence}\n{details}\n"));
        foreach (var file in files)
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{file.Name}\n{file.Problem}\n"));
            if (file.Problem is not null) continue;
            using var stream = File.OpenRead(file.Path);
            all.AppendData(SHA256.HashData(stream));
        }
        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static ImportResult Check(IEnumerable<ImportedDocument> rows)
    {
        var all = rows.Select(r => (Taken: r.Document is not null, r.Refusal)).ToList();
        return FileImport.Result(all.Count, all.Count(r => r.Taken), [.. all.Select(r => r.Refusal).OfType<Refusal>()]);
    }
}
