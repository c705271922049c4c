using System.IO.Compression;
using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Imports.CharityRegister;

/// <summary>One table of the extract: where it is and how it is written.</summary>
/// <param name="Name">Such as <c>charity_classification</c>.</param>
/// <param name="IsJson">True for JSON, false for tab-separated text.</param>
/// <param name="Length">Bytes when unpacked.</param>
/// <param name="Archive">The zip that it is in, of which one table at a time can be read; null for a file of its own.</param>
internal sealed record ExtractTable(string Name, bool IsJson, long Length, ZipArchive? Archive, Func<Stream> Open);

/// <summary>
/// Finds the tables of the Charity Commission's full register extract (https://register-of-charities.charitycommission.gov.uk/register/full-register-download):
/// a folder of the published zips, of unpacked tables, or one zip that holds either. Tables that are not named are never opened.
/// </summary>
internal sealed partial class ExtractTables : IDisposable
{
    private const long LargestTable = 6L * 1024 * 1024 * 1024;
    private const long LargestInnerZip = 1024L * 1024 * 1024;
    private const int MostEntries = 500;

    private readonly List<ZipArchive> archives = [];
    private readonly Dictionary<string, ExtractTable> tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> wanted;

    /// <param name="files">As <see cref="FilesOf"/> gives them.</param>
    /// <param name="wanted">The names of the tables that may be opened.</param>
    /// <exception cref="UnreadableFileException">Something in them is larger than any table of the register.</exception>
    public ExtractTables(IEnumerable<string> files, IEnumerable<string> wanted)
    {
        this.wanted = [.. wanted];
        foreach (var file in files)
        {
            if (file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) AddZip(ZipFile.OpenRead(file), mayHoldZips: true);
            else Add(Path.GetFileName(file), new FileInfo(file).Length, null, () => File.OpenRead(file));
        }
    }

    public ExtractTable? this[string name] => tables.GetValueOrDefault(name);

    /// <summary>True if a table can be read at the same time as the others.</summary>
    public bool LiesApart(string name) => this[name] is { } table && tables.Values.All(t => t == table || t.Archive is null || t.Archive != table.Archive);

    public long Length => tables.Values.Sum(t => t.Length);

    /// <summary>The files of an extract: the path itself, or what lies in it if it is a folder.</summary>
    public static IReadOnlyList<string> FilesOf(string path) =>
        Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Where(f => Table().IsMatch(Path.GetFileName(f)) || f.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal)] : [path];

    public void Dispose()
    {
        foreach (var archive in archives) archive.Dispose();
    }

    private void AddZip(ZipArchive archive, bool mayHoldZips)
    {
        archives.Add(archive);
        if (archive.Entries.Count > MostEntries) throw new UnreadableFileException("The zip holds far more files than the register's extract has tables. Nothing was changed.");
        foreach (var entry in archive.Entries)
        {
            if (entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            {
                if (!mayHoldZips) throw new UnreadableFileException("The zip holds a zip that holds a zip. The extract is nested once at most. Nothing was changed.");
                if (wanted.Contains(NameOf(entry.Name[..^4] + ".json") ?? "")) AddZip(new ZipArchive(Unpacked(entry), ZipArchiveMode.Read), mayHoldZips: false);
            }
            else
            {
                Add(entry.Name, entry.Length, archive, () => new BoundedStream(entry.Open(), LargestTable));
            }
        }
    }

    private void Add(string file, long length, ZipArchive? archive, Func<Stream> open)
    {
        if (NameOf(file) is not { } name || !wanted.Contains(name)) return;
        if (length > LargestTable) throw new UnreadableFileException($"{file} unpacks to more than 6 GB, which no table of the register has. Nothing was changed.");
        tables.TryAdd(name, new ExtractTable(name, file.EndsWith(".json", StringComparison.OrdinalIgnoreCase), length, archive, open));
    }

    // A zip inside a zip must lie on the disk to be read from its end.
    private static FileStream Unpacked(ZipArchiveEntry entry)
    {
        if (entry.Length > LargestInnerZip) throw new UnreadableFileException($"{entry.Name} inside the zip is larger than 1 GB. Nothing was changed.");
        var copy = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using var from = new BoundedStream(entry.Open(), LargestInnerZip);
        from.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static string? NameOf(string file) => Table().Match(file) is { Success: true } match ? match.Groups["name"].Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"^(publicextract\.)?(?<name>charity[a-z_]*)\.(json|txt)$", RegexOptions.IgnoreCase)]
    private static partial Regex Table();
}
