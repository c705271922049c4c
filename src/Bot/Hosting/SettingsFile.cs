namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// The host's one settings file: <c>COMMISSIONINGBOT_SETTINGS</c>, else <c>settings.json</c> in the data folder. Environment variables win over it.
/// </summary>
public static class SettingsFile
{
    public static string PathFor(DataFolder folder) =>
        Path.GetFullPath(Environment.GetEnvironmentVariable("COMMISSIONINGBOT_SETTINGS") is { Length: > 0 } set ? set : Path.Combine(folder.Path, "settings.json"));

    /// <exception cref="InvalidOperationException">The file is there and cannot be read; the message says why.</exception>
    public static void AddTo(ConfigurationManager configuration, string path)
    {
        var isNamed = Environment.GetEnvironmentVariable("COMMISSIONINGBOT_SETTINGS") is { Length: > 0 };
        try
        {
            configuration.AddJsonFile(path, optional: !isNamed, reloadOnChange: false);
            configuration.AddEnvironmentVariables();
        }
        catch (Exception e) when (e is InvalidDataException or FileNotFoundException)
        {
            throw new InvalidOperationException($"The settings file {path} cannot be read: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    /// <summary>The settings for a verb that only talks to whoever typed it: the host's own if there are any, else made-up names and no council.</summary>
    public static HostSettings ForVerb(DataFolder folder)
    {
        using var configuration = new ConfigurationManager();
        var path = PathFor(folder);
        AddTo(configuration, path);
        return configuration.GetSection("Host").Exists() ? HostSettings.Read(configuration, isDevelopment: false, path) : HostSettings.ForDevelopment with { Council = null };
    }
}
