namespace CommissioningBot.Knowledge.Questions.Entries;

internal static class SourceFile
{
    private sealed class Fields
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Date { get; set; }
        public string? Url { get; set; }
        public bool Paper { get; set; }
        public string? Licence { get; set; }
    }

    public static Dictionary<string, Source> Read(string file, string yaml)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var f in Yaml.Read<List<Fields>>(file, yaml))
        {
            if (f.Id is null || f.Name is null || f.Licence is null)
                throw new ContentException(file, $"{f.Id ?? f.Name}: id, name or licence is missing");
            if (!sources.TryAdd(f.Id, new Source(f.Id, f.Name, f.Date ?? "", f.Url, f.Paper, f.Licence))) throw new ContentException(file, $"{f.Id} stands there twice");
        }
        return sources;
    }
}
