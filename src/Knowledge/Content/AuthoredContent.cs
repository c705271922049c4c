namespace CommissioningBot.Knowledge.Content;

/// <summary>The authored files that travel inside the assembly, by their path below <c>Content</c>.</summary>
public static class AuthoredContent
{
    private const string Prefix = "Content/";

    /// <exception cref="FileNotFoundException">No such file was built in; the message names it.</exception>
    public static string Text(string path)
    {
        using var reader = new StreamReader(Open(path));
        return reader.ReadToEnd();
    }

    /// <exception cref="FileNotFoundException">No such file was built in; the message names it.</exception>
    public static byte[] Bytes(string path)
    {
        using var stream = Open(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>Every text file whose path begins so, by its whole path.</summary>
    public static Dictionary<string, string> Files(string beginning) =>
        typeof(AuthoredContent).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + beginning, StringComparison.Ordinal) && !name.EndsWith(".bin", StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .ToDictionary(path => path, Text);

    private static Stream Open(string path) =>
        typeof(AuthoredContent).Assembly.GetManifestResourceStream(Prefix + path)
        ?? throw new FileNotFoundException($"The content file \"{path}\" is not part of this build.");
}
