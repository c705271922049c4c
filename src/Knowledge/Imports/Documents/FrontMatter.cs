namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>
/// The lines "name: value" between two lines of three dashes at the start of a text. Read by hand and only so far: YAML's anchors, tags and nesting have no
/// use here and are known ways to trouble a reader.
/// </summary>
internal static class FrontMatter
{
    private const int MostLines = 50;
    private const int LongestValue = 300;

    /// <summary>The fields, and the text after them; the whole text if it has none.</summary>
    public static (IReadOnlyDictionary<string, string> Fields, string Text) Take(string text)
    {
        var lines = text.Split('\n');
        if (lines[0].TrimEnd() != "---") return (RawDocument.NoFields, text);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length && i <= MostLines; i++)
        {
            var line = lines[i].Trim();
            if (line is "---" or "...") return (fields, string.Join('\n', lines.Skip(i + 1)));
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) continue;
            var value = line[(colon + 1)..].Trim().Trim('"', '\'');
            if (value.Length is > 0 and <= LongestValue) fields.TryAdd(line[..colon].Trim().ToLowerInvariant(), value);
        }
        return (RawDocument.NoFields, text);
    }
}
