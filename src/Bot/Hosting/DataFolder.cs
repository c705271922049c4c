namespace CommissioningBot.Bot.Hosting;

/// <summary>The folder that holds everything a host must keep: <c>COMMISSIONINGBOT_DATA</c>, else <c>./data</c> of whoever started the program.</summary>
public sealed record DataFolder(string Path)
{
    public static DataFolder FromEnvironment() =>
        new(System.IO.Path.GetFullPath(Environment.GetEnvironmentVariable("COMMISSIONINGBOT_DATA") is { Length: > 0 } set ? set : "data"));

    /// <summary>Makes the folder if it is not there, readable by its owner alone.</summary>
    public DataFolder Create()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this;
    }

    public string Knowledge => System.IO.Path.Combine(Path, "knowledge.db");
    public string SigningKey => System.IO.Path.Combine(Path, "signing.key");
}
