namespace CommissioningBot.Bot.Hosting;

/// <summary>The folder that holds everything a host must keep: <c>COMMISSIONINGBOT_DATA</c>, else <c>./data</c> of whoever started the program.</summary>
public sealed record DataFolder(string Path)
{
    public static DataFolder FromEnvironment() =>
        new(System.IO.Path.GetFullPath(Environment.GetEnvironmentVariable("COMMISSIONINGBOT_DATA") is { Length: > 0 } set ? set : "data"));

    /// <summary>Makes the folder if it is not there, readable by its owner alone.</summary>
    public DataFolder Create()
    {
        CreatePrivate(Path);
        return this;
    }

    /// <summary>Makes a folder if it is not there, readable by its owner alone.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Knowledge => System.IO.Path.Combine(Path, "knowledge.db");
    public string Conversations => System.IO.Path.Combine(Path, "conversations.db");
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Where the first version kept its only key.</summary>
    public string FirstSigningKey => System.IO.Path.Combine(Path, "signing.key");

    /// <summary>There while a restore is under way, and after one that was broken off: the folder is then neither the old nor the restored one.</summary>
    public string RestoreMark => System.IO.Path.Combine(Path, "restore-under-way");
}
