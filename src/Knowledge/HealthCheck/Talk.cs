namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>How people talk about one item.</summary>
/// <param name="Also">Ways to name it.</param>
/// <param name="IfNot">What happens to a group that does nothing about it.</param>
/// <param name="IsDocument">True if it is a thing on paper, so that "signed" or "a draft" tell the level.</param>
/// <param name="Says">Words that suggest level 0, 1, 2 and 3.</param>
public sealed record Talk(IReadOnlyList<string> Also, string IfNot, bool IsDocument, IReadOnlyList<IReadOnlyList<string>> Says);

internal sealed class TalkFile
{
    public Dictionary<string, TalkEntry>? Items { get; set; }
}

internal sealed class TalkEntry
{
    public List<string>? Also { get; set; }

    public string? IfNot { get; set; }

    public bool Document { get; set; }

    public List<List<string>>? Says { get; set; }
}

/// <summary>Turns <c>talk.yaml</c> into what every item is called and heard by.</summary>
internal sealed class TalkReader(Problems problems)
{
    private const string File = "talk.yaml";

    public IReadOnlyDictionary<string, Talk> Read(TalkFile file, IReadOnlyList<Item> items)
    {
        var entries = file.Items ?? [];
        foreach (var id in items.Select(i => i.Id).Except(entries.Keys)) problems.Add($"{File}, item {id}", "row", "is missing");
        foreach (var id in entries.Keys.Except(items.Select(i => i.Id))) problems.Add($"{File}, item {id}", "id", "is no item");
        return entries.ToDictionary(e => e.Key, e => Read($"{File}, item {e.Key}", e.Value));
    }

    private Talk Read(string where, TalkEntry entry)
    {
        if (entry.Also is not { Count: > 0 }) problems.Add(where, "also", "is missing");
        if (entry.Says is not { Count: 4 }) problems.Add(where, "says", $"has {entry.Says?.Count ?? 0} levels, not 4");
        return new Talk(entry.Also ?? [], problems.Text(where, "if_not", entry.IfNot), entry.Document, [.. (entry.Says ?? []).Select(s => s.AsReadOnly())]);
    }
}
