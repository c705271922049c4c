namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>Reference files that may lie beside the repository; what needs them is skipped where they do not.</summary>
internal static class SharedFiles
{
    public static IReadOnlyList<string> Lines(params string[] path)
    {
        var file = Path.Combine([Root(), "..", "shared", .. path]);
        Skip.IfNot(File.Exists(file), $"{Path.Combine(path)} is not beside the repository");
        return [.. File.ReadAllLines(file).Where(l => l.Length > 0)];
    }

    /// <summary>The top folder of the repository.</summary>
    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommissioningBot.sln"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
