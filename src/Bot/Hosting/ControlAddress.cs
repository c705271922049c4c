using System.Text;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// Where the control socket is: <c>control.sock</c> in the data folder. The system allows a socket's path about a hundred bytes; where the data
/// folder's is longer, the socket is in a private temporary folder, and <c>control.sock.path</c> in the data folder says where.
/// </summary>
public sealed record ControlAddress(string Socket, string? Note)
{
    // 104 with the closing zero on macOS, 108 on Linux: https://man7.org/linux/man-pages/man7/unix.7.html
    private const int LongestPath = 100;
    private const string Name = "control.sock";

    public static ControlAddress Make(DataFolder folder)
    {
        var direct = Direct(folder);
        if (Encoding.UTF8.GetByteCount(direct) <= LongestPath) return new ControlAddress(direct, null);
        var elsewhere = Path.Combine(Directory.CreateTempSubdirectory("commissioningbot-").FullName, Name);
        if (Encoding.UTF8.GetByteCount(elsewhere) > LongestPath)
        {
            throw new InvalidOperationException($"Neither {folder.Path} nor the temporary folder {Path.GetTempPath()} has a path short enough for a socket. Set TMPDIR or COMMISSIONINGBOT_DATA to a shorter one.");
        }
        File.WriteAllText(NoteIn(folder), elsewhere);
        return new ControlAddress(elsewhere, NoteIn(folder));
    }

    /// <summary>Where a server of this folder listens, or did before it died; null if there is no trace of one.</summary>
    public static ControlAddress? Find(DataFolder folder)
    {
        if (File.Exists(NoteIn(folder))) return new ControlAddress(File.ReadAllText(NoteIn(folder)), NoteIn(folder));
        return File.Exists(Direct(folder)) ? new ControlAddress(Direct(folder), null) : null;
    }

    public static void RemoveStale(DataFolder folder)
    {
        while (Find(folder) is { } stale) stale.Remove();
    }

    public void Remove()
    {
        File.Delete(Socket);
        if (Note is null) return;
        if (Path.GetDirectoryName(Socket) is { } own && Directory.Exists(own) && !Directory.EnumerateFileSystemEntries(own).Any()) Directory.Delete(own);
        File.Delete(Note);
    }

    private static string Direct(DataFolder folder) => Path.Combine(folder.Path, Name);

    private static string NoteIn(DataFolder folder) => Direct(folder) + ".path";
}
