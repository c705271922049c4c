using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Operating;

/// <summary>
/// Makes backups: one file with both databases, the keys and a manifest. It only reads, so it needs neither the server nor the folder's lock, and
/// a server that runs meanwhile goes on writing.
/// </summary>
public sealed class Backup(DataFolder folder, TimeProvider time)
{
    private const string Prefix = "commissioningbot-";
    private const string Suffix = ".backup.zip";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes a backup beside its place and renames it when it is whole and on the disk.</summary>
    /// <param name="target">A file that is not there yet, or a folder, in which the file gets a name with the time.</param>
    /// <returns>The file.</returns>
    public string Make(string target, out BackupManifest manifest)
    {
        if (!File.Exists(folder.Conversations)) throw new IOException($"There is nothing to back up in {folder.Path}.");
        var now = time.GetUtcNow();
        var file = Directory.Exists(target) ? Path.Combine(target, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{now:yyyyMMdd-HHmmss}{Suffix}")) : Path.GetFullPath(target);
        if (File.Exists(file)) throw new IOException($"{file} is there already; a backup overwrites nothing.");

        var work = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileName(file)}.{Environment.ProcessId}");
        DataFolder.CreatePrivate(work);
        try
        {
            List<BackupFile> files = [Database("conversations.db"), .. File.Exists(folder.Knowledge) ? [Database("knowledge.db")] : Array.Empty<BackupFile>(), .. Keys().Select(Key)];
            manifest = new BackupManifest(BackupManifest.NewestFormat, typeof(Backup).Assembly.GetName().Version!.ToString(), now, files, ["uploads: copy the folder uploads by itself, if there is one"]);
            var whole = Path.Combine(work, "whole");
            Zip(whole, manifest, work);
            File.Move(whole, file, overwrite: false);
            return file;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        BackupFile Database(string name)
        {
            var copy = Path.Combine(work, name);
            DatabaseCopy.Write(Path.Combine(folder.Path, name), copy);
            return Described(copy, name, DatabaseCopy.SchemaOf(copy));
        }

        BackupFile Key(string path)
        {
            var name = "keys/" + Path.GetFileName(path);
            DataFolder.CreatePrivate(Path.Combine(work, "keys"));
            File.Copy(path, Path.Combine(work, name));
            return Described(Path.Combine(work, name), name, null);
        }
    }

    /// <summary>Deletes the backups of a folder that this program made more than so many days ago, and gives them.</summary>
    public IReadOnlyList<string> DeleteOlderThan(string backups, int days)
    {
        var limit = time.GetUtcNow().AddDays(-days);
        // The manifest says when it was made: a file's own time changes when it is copied. What has none was not made here.
        var old = Directory.GetFiles(backups, "*.zip").Where(f => ManifestOf(f) is { } m && m.Made < limit).Order(StringComparer.Ordinal).ToList();
        foreach (var file in old) File.Delete(file);
        return old;
    }

    /// <summary>The manifest of a backup; null if the file is none, or is damaged.</summary>
    public static BackupManifest? ManifestOf(string file)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            if (zip.GetEntry(BackupManifest.EntryName) is not { } entry) return null;
            using var stream = entry.Open();
            return JsonSerializer.Deserialize(stream, BackupJson.Default.BackupManifest) is { Files: not null } manifest ? manifest : null;
        }
        catch (Exception e) when (e is InvalidDataException or JsonException)
        {
            return null;
        }
    }

    public static string Digest(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    private IEnumerable<string> Keys() => Directory.Exists(folder.Keys) ? Directory.GetFiles(folder.Keys, "*.key").Order(StringComparer.Ordinal) : [];

    private static BackupFile Described(string path, string name, int? schema) => new(name, new FileInfo(path).Length, Digest(path), schema);

    private static void Zip(string target, BackupManifest manifest, string from)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        // It holds people's words and the keys.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(target, options);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = zip.CreateEntry(BackupManifest.EntryName).Open()) JsonSerializer.Serialize(entry, manifest, BackupJson.Default.BackupManifest);
            foreach (var part in manifest.Files) zip.CreateEntryFromFile(Path.Combine(from, part.Name), part.Name, CompressionLevel.Fastest);
        }
        file.Flush(flushToDisk: true);
    }
}
