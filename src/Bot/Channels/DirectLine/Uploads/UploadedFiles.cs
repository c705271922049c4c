using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Channels.DirectLine.Uploads;

/// <summary>A file that somebody sent, under the name that we gave it.</summary>
public sealed record UploadedFile(string Name, string Path, FileKind Kind);

/// <summary>
/// Keeps what people upload for a day in the data folder. Names on the disk are ours: the conversation's id, a random number and the
/// extension of what was found in it.
/// </summary>
public sealed partial class UploadedFiles(DataFolder data, TimeProvider time) : IHoldsPersonalData
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // All conversations together, so that strangers cannot fill the disk that the conversations need.
    private const long MostBytes = 512L * 1024 * 1024;

    private readonly string folder = System.IO.Path.Combine(data.Path, "uploads");

    /// <summary>Puts a file aside; null if there is no room for it.</summary>
    public UploadedFile? Keep(string conversation, byte[] content, FileKind kind)
    {
        data.Create();
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length) + content.Length > MostBytes) return null;

        var name = $"{Visitors.NewId()}.{kind.Extension}";
        var path = PathOf(conversation, name);
        using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }
        File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        return new UploadedFile(name, path, kind);
    }

    /// <summary>A file of a conversation, or null if there is none of that name or its day is over.</summary>
    public UploadedFile? Find(string conversation, string name)
    {
        if (!FileName().IsMatch(name) || !ConversationId().IsMatch(conversation) || FileKind.WithExtension(name[33..]) is not { } kind) return null;
        var path = PathOf(conversation, name);
        return File.Exists(path) && !IsExpired(path) ? new UploadedFile(name, path, kind) : null;
    }

    public void DeleteExpired()
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder).Where(IsExpired)) File.Delete(path);
    }

    public ValueTask<IReadOnlyList<string>> Held(Turn turn, CancellationToken cancel) =>
        new([.. Of(turn) is { Count: > 0 and var many } ? [$"{many} {(many == 1 ? "file" : "files")} that you sent; kept for a day and read by nobody."] : Array.Empty<string>()]);

    /// <summary>Deletes at once, not with the turn: a file that is gone although the turn failed was to go anyway.</summary>
    public ValueTask<IReadOnlyList<string>> Delete(Turn turn, CancellationToken cancel)
    {
        var files = Of(turn);
        foreach (var path in files) File.Delete(path);
        return new(files.Count > 0 ? ["the files that you sent"] : Array.Empty<string>());
    }

    private List<string> Of(Turn turn) =>
        turn.Activity.Conversation?.Id is { } id && ConversationId().IsMatch(id) && Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, id + "-*")] : [];

    private bool IsExpired(string path) => time.GetUtcNow() - File.GetLastWriteTimeUtc(path) >= Kept;

    private string PathOf(string conversation, string name) => System.IO.Path.Combine(folder, $"{conversation}-{name}");

    [GeneratedRegex(@"\A[0-9a-f]{32}\.[a-z]{3,4}\z")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\A[0-9a-f]{32}\z")]
    private static partial Regex ConversationId();
}
