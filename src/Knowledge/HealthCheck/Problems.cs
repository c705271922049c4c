using System.Globalization;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Collects what is wrong with the content, so that an author sees all of it at once.</summary>
internal sealed class Problems
{
    private readonly List<string> found = [];

    public IReadOnlyList<string> Found => found;

    public void Add(string where, string field, string reason) => found.Add($"{where}, {field}: {reason}");

    public string Text(string where, string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) Add(where, field, "is missing");
        return text?.Trim() ?? "";
    }

    public T Member<T>(string where, string field, string? text) where T : struct, Enum
    {
        if (Names.TryRead<T>(text ?? "", out var value)) return value;
        Add(where, field, $"'{text}' is none of {string.Join(", ", Enum.GetValues<T>().Select(Names.Of))}");
        return default;
    }

    public IReadOnlyList<T>? Members<T>(string where, string field, List<string>? texts) where T : struct, Enum =>
        texts?.Select(t => Member<T>(where, field, t)).ToList();

    public IReadOnlyDictionary<T, TValue> EveryMember<T, TEntry, TValue>(
        string where, Dictionary<string, TEntry>? entries, Func<string, TEntry, TValue> read) where T : struct, Enum
    {
        var known = (entries ?? []).ToDictionary(e => Member<T>(where, e.Key, e.Key), e => read(e.Key, e.Value));
        foreach (var missing in Enum.GetValues<T>().Where(m => !known.ContainsKey(m))) Add(where, Names.Of(missing), "is missing");
        return known;
    }

    public Uri Link(string where, string field, string? text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps) return link;
        Add(where, field, $"'{text}' is not an https address");
        return new Uri("https://invalid.example");
    }

    public DateOnly Date(string where, string field, string? text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Add(where, field, $"'{text}' is not a date such as 2026-11-20");
        return default;
    }

    public void ThrowIfAny()
    {
        if (found.Count > 0) throw new InvalidCatalogueException(found);
    }
}
