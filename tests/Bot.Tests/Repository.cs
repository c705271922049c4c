namespace CommissioningBot.Bot.Tests;

/// <summary>Files of the repository that are not copied beside the tests.</summary>
internal static class Repository
{
    public static string File(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "CommissioningBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("CommissioningBot.sln is in no folder above the tests.");
        return Path.Combine(folder.FullName, path);
    }
}
