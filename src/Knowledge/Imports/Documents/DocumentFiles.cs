namespace CommissioningBot.Knowledge.Imports.Documents;

/// <param name="Name">Its path inside what is imported, parted by slashes.</param>
/// <param name="Problem">Why it is not read; null if it may be.</param>
internal sealed record DocumentFile(string Name, string Path, long Length, DateTime Saved, string? Problem);

/// <summary>Lists the files of an import. No link is followed, so that nothing outside of the folder is read.</summary>
internal static class DocumentFiles
{
    public const long Longest = 20L * 1024 * 1024;

    private const int Deepest = 16;
    private const int Most = 5000;

    /// <exception cref="UnreadableFileException">There is nothing at the path, or far too much.</exception>
    public static List<DocumentFile> At(string path)
    {
        if (File.Exists(path)) return [Look(new FileInfo(path), Path.GetFileName(path), mayBeLink: true)];
        if (!Directory.Exists(path)) throw new UnreadableFileException($"There is no file or folder {path}.");
        var files = new List<DocumentFile>();
        Walk(new DirectoryInfo(path), "", files, 0);
        return files.Count > 0 ? files : throw new UnreadableFileException($"{path} holds no files.");
    }

    private static void Walk(DirectoryInfo folder, string before, List<DocumentFile> files, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var name = before + entry.Name;
            // Hidden files and the locks of office programs are nobody's documents.
            if (entry.Name[0] == '.' || entry.Name.StartsWith("~$", StringComparison.Ordinal)) continue;
            if (files.Count >= Most) throw new UnreadableFileException(FormattableString.Invariant($"The folder holds more than {Most} files. Import a folder of documents only."));
            if (entry.LinkTarget is not null) files.Add(new DocumentFile(name, entry.FullName, 0, entry.LastWriteTimeUtc, "it is a link to another place, and links are not followed"));
            else if (entry is FileInfo file) files.Add(Look(file, name, mayBeLink: false));
            else if (depth >= Deepest) files.Add(new DocumentFile(name, entry.FullName, 0, entry.LastWriteTimeUtc, "it lies too deep in folders"));
            else Walk((DirectoryInfo)entry, name + "/", files, depth + 1);
        }
    }

    private static DocumentFile Look(FileInfo file, string name, bool mayBeLink)
    {
        if (mayBeLink && file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target) file = target;
        var problem = file.Length switch
        {
            // Pipes and devices say nought too, and reading them would never end.
            0 => "it is empty",
            > Longest => "it is larger than 20 MB",
            _ => null,
        };
        return new DocumentFile(name, file.FullName, file.Length, file.LastWriteTimeUtc, problem);
    }
}
