using System.Buffers.Text;
using System.Text.Json;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>A place in a list of results: the query, the data that it was asked of, and the week whose order it had.</summary>
public sealed record PageToken(ProviderQuery Query, long DataVersion, int Week)
{
    private const int Longest = 8000;

    private static readonly JsonSerializerOptions Strict = new() { RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    public string Write() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, Strict));

    /// <summary>The token, or null if it is none: it comes back from outside and may be anything.</summary>
    public static PageToken? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text)) return null;
        try
        {
            var token = JsonSerializer.Deserialize<PageToken>(Base64Url.DecodeFromChars(text), Strict);
            return token?.Query is { Page: > 0 and < 10_000 } query && query.Filters.All(f => f is { IsKnown: true }) ? token : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
