using System.Globalization;
using System.IO.Compression;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Operating;

/// <summary>
/// Puts a backup in the place of what is in the data folder. Everything is checked before anything is moved; what was there is kept under a dated
/// name. A mark stands in the folder while files are moved, and no server starts on a folder that has it.
/// </summary>
public sealed class Restore(DataFolder folder, TimeProvider time)
{
    private static readonly string[] Databases = ["conversations.db", "knowledge.db"];

    /// <exception cref="InvalidOperationException">The folder holds half of a restore that was broken off.</exception>
    public static void RefuseHalfDone(DataFolder folder)
    {
        if (File.Exists(folder.RestoreMark)) throw new InvalidOperationException($"A restore of {folder.Path} was broken off. Run restore again with the same backup; what was there before is kept beside it.");
    }

    /// <summary>Restores, and gives the folder in which what was there is kept; null if nothing was.</summary>
    /// <exception cref="IOException">A server or another verb uses the folder, or the backup is not sound; nothing was changed.</exception>
    public string? From(string file)
    {
        var manifest = Backup.ManifestOf(file) ?? throw new IOException($"{file} is not a backup of this program, or is damaged. Nothing was changed.");
        if (manifest.Format > BackupManifest.NewestFormat) throw new IOException($"{file} was made by a newer release ({manifest.Program}). Use that one. Nothing was changed.");
        folder.Create();
        using var conversations = FileLock.Take(folder.Conversations);
        using var knowledge = FileLock.Take(folder.Knowledge);

        var stamp = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var work = Path.Combine(folder.Path, $".restore-{stamp}-{Environment.ProcessId}");
        DataFolder.CreatePrivate(work);
        try
        {
            foreach (var part in manifest.Files) Unpack(file, part, work);
            File.WriteAllText(folder.RestoreMark, file);
            var before = PutAside(Path.Combine(folder.Path, "before-restore-" + stamp));
            foreach (var part in manifest.Files) Move(Path.Combine(work, part.Name), Path.Combine(folder.Path, part.Name));
            File.Delete(folder.RestoreMark);
            return before;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void Unpack(string file, BackupFile part, string work)
    {
        // Names come from a file that anybody may have made.
        var isKey = part.Name.StartsWith("keys/", StringComparison.Ordinal) && part.Name.EndsWith(".key", StringComparison.Ordinal) && Path.GetFileName(part.Name) == part.Name["keys/".Length..];
        if (!isKey && !Databases.Contains(part.Name)) throw new IOException($"The backup names a file that it should not hold: {part.Name}. Nothing was changed.");
        var to = Path.Combine(work, part.Name);
        DataFolder.CreatePrivate(Path.GetDirectoryName(to)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var zip = ZipFile.OpenRead(file))
        using (var target = new FileStream(to, options))
        {
            var entry = zip.GetEntry(part.Name) ?? throw new IOException($"{part.Name} is missing from the backup. Nothing was changed.");
            using var stream = entry.Open();
            try
            {
                stream.CopyTo(target);
            }
            catch (InvalidDataException e)
            {
                throw Damaged(part, e);
            }
            target.Flush(flushToDisk: true);
        }
        if (Backup.Digest(to) != part.Digest) throw Damaged(part, null);
        if (isKey) return;
        var newest = DatabaseCopy.NewestSchema(Path.GetFileNameWithoutExtension(part.Name));
        if (DatabaseCopy.SchemaOf(to) > newest) throw new IOException($"{part.Name} of the backup was written by a newer release (schema {DatabaseCopy.SchemaOf(to)}, this one knows {newest}). Use that release. Nothing was changed.");
        if (!DatabaseCopy.IsSound(to)) throw Damaged(part, null);
    }

    private static IOException Damaged(BackupFile part, Exception? inner) => new($"{part.Name} of the backup is not as it was written: its digest differs. Nothing was changed.", inner);

    private string? PutAside(string aside)
    {
        string[] names = [.. Databases.SelectMany(d => new[] { d, d + "-wal", d + "-shm" }), "keys", "signing.key"];
        var there = names.Where(n => Path.Exists(Path.Combine(folder.Path, n))).ToList();
        if (there.Count == 0) return null;
        DataFolder.CreatePrivate(aside);
        foreach (var name in there) Move(Path.Combine(folder.Path, name), Path.Combine(aside, name));
        return aside;
    }

    private static void Move(string from, string to)
    {
        DataFolder.CreatePrivate(Path.GetDirectoryName(to)!);
        if (Directory.Exists(from)) Directory.Move(from, to);
        else File.Move(from, to);
    }
}
