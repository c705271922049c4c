using System.Globalization;
using System.Text.Json;

namespace CommissioningBot.Knowledge.Imports.Json;

/// <summary>Reads values of JSON that somebody else wrote: a value that is missing or of another type is null, never an error.</summary>
internal static class JsonValues
{
    /// <exception cref="InvalidOperationException">The text is not in UTF-8.</exception>
    public static string? Text(this JsonElement json, string name) =>
        !json.IsObject() || !json.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    /// <summary>The text at the end of a path of objects.</summary>
    /// <exception cref="InvalidOperationException">The text is not in UTF-8.</exception>
    public static string? Text(this JsonElement json, string first, params ReadOnlySpan<string> path)
    {
        var at = json.Object(first);
        for (var i = 0; i < path.Length - 1; i++) at = at?.Object(path[i]);
        return at?.Text(path[^1]);
    }

    public static JsonElement? Object(this JsonElement json, string name) =>
        json.IsObject() && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    public static IEnumerable<JsonElement> Objects(this JsonElement json, string name) => json.List(name).Where(IsObject);

    public static IEnumerable<string> Texts(this JsonElement json, string name) => json.List(name).Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString()!);

    /// <summary>True or false; null for anything else: not stated is not no.</summary>
    public static bool? Truth(this JsonElement json, string name) =>
        !json.IsObject() || !json.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.True ? true
        : value.ValueKind == JsonValueKind.False ? false
        : null;

    public static decimal? Amount(this JsonElement json, string name) =>
        decimal.TryParse(json.Text(name), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public static bool IsObject(this JsonElement json) => json.ValueKind == JsonValueKind.Object;

    private static IEnumerable<JsonElement> List(this JsonElement json, string name) =>
        json.IsObject() && json.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
