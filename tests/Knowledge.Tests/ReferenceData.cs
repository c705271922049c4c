namespace CommissioningBot.Knowledge.Tests;

/// <summary>Real data sets that may lie beside the repository; a test over them is skipped where they do not.</summary>
public static class ReferenceData
{
    public const string Lloyds = "data/360giving/lloyds-bank-foundation-2010-2015.json";

    public static string Require(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "CommissioningBot.sln"))) root = root.Parent;
        var file = root?.Parent is { } parent ? Path.Combine(parent.FullName, "shared", path) : path;
        Skip.IfNot(File.Exists(file), $"{path} is not beside the repository.");
        return file;
    }
}
