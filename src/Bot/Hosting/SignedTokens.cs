using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Hosting;

/// <summary>What a token says. <paramref name="Use"/> keeps a token for one thing from being used for another.</summary>
public sealed record TokenClaims(
    [property: JsonPropertyName("use")] string Use,
    [property: JsonPropertyName("user")] string User,
    [property: JsonPropertyName("conv")] string Conversation,
    [property: JsonPropertyName("role")] Role Role,
    [property: JsonPropertyName("exp")] long Expires)
{
    /// <summary>One opening of the chat: a tab. Kept when the token is refreshed.</summary>
    [JsonPropertyName("sid")]
    public string? Session { get; init; }

    /// <summary>The session that ends when this one starts; the token is good for nothing before.</summary>
    [JsonPropertyName("was")]
    public string? Replaces { get; init; }

    /// <summary>The site that the token was made for; null on our own pages.</summary>
    [JsonPropertyName("site")]
    public string? Site { get; init; }

    /// <summary>What the site calls the person.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>When the site named the person, in seconds since 1970; kept when the token is refreshed.</summary>
    [JsonPropertyName("named")]
    public long? NamedAt { get; init; }
}

/// <summary>
/// Signs what browsers carry for us (chat tokens, the visitor's cookie, links to results) as JSON Web Tokens with HMAC-SHA256 (RFC 7519, 7515).
/// Direct Line clients read the <c>user</c> claim, so the form is not ours to choose. The header names the key (<c>kid</c>) among <see cref="SigningKeys"/>.
/// </summary>
public sealed partial class SignedTokens(SigningKeys keys, TimeProvider time)
{
    public const string DirectLine = "directline";
    public const string Stream = "stream";
    public const string Visitor = "visitor";
    public const string Result = "result";
    public const string Shared = "shared";
    public const string AreaReport = "area-report";
    public const string Market = "market";
    public const string ProviderList = "provider-list";
    public const string Return = "return";
    public const string UploadedFile = "file";

    // Before keys had ids.
    private static readonly string HeaderOfFirst = Base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"u8);

    public string Sign(string use, string user, string conversation, Role role, TimeSpan valid) => Sign(use, new TokenClaims(use, user, conversation, role, 0), valid);

    /// <summary>The same claims for another use or time.</summary>
    public string Sign(string use, TokenClaims same, TimeSpan valid)
    {
        var claims = same with { Use = use, Expires = (time.GetUtcNow() + valid).ToUnixTimeSeconds() };
        var key = keys.Newest;
        var body = $"{Header(key.Id)}.{Base64Url(JsonSerializer.SerializeToUtf8Bytes(claims, TokenJson.Default.TokenClaims))}";
        return $"{body}.{Base64Url(Mac(key.Key, body))}";
    }

    /// <summary>The claims of a token that we signed for this use and that has not expired; else null, and whether it was ours but late.</summary>
    public TokenClaims? Read(string? token, string use, out bool expired)
    {
        expired = false;
        if (token is null || token.Length > 2048 || token.Split('.') is not [var header, var payload, var signature] || KeyOf(header) is not { } key) return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Base64Url(Mac(key.Key, $"{header}.{payload}"))))) return null;

        var claims = JsonSerializer.Deserialize(FromBase64Url(payload), TokenJson.Default.TokenClaims);
        if (claims is null || claims.Use != use) return null;
        expired = claims.Expires <= time.GetUtcNow().ToUnixTimeSeconds();
        return expired ? null : claims;
    }

    public TokenClaims? Read(string? token, string use) => Read(token, use, out _);

    /// <summary>A keyed hash, for secrets that people type and we only need to recognise.</summary>
    public string Fingerprint(string purpose, string secret) => Base64Url(Mac(keys.Fingerprint, $"{purpose}\n{secret}"));

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    // The key's id is a word of ours, so nothing in it needs escaping.
    private static string Header(string keyId) => Base64Url(Encoding.ASCII.GetBytes($"{{\"alg\":\"HS256\",\"typ\":\"JWT\",\"kid\":\"{keyId}\"}}"));

    /// <summary>The key that a header names, if the header is exactly one that we write: no other algorithm is ever looked at.</summary>
    private SigningKey? KeyOf(string header)
    {
        foreach (var key in keys.All)
        {
            if (header == Header(key.Id)) return key;
        }
        if (header == HeaderOfFirst) return keys.Find(SigningKeys.First);
        if (header.Length > 100 || !System.Buffers.Text.Base64Url.IsValid(header)) return null;
        var id = KeyId().Match(Encoding.ASCII.GetString(FromBase64Url(header))).Groups[1].Value;
        return id.Length > 0 && header == Header(id) ? keys.Find(id) : null;
    }

    private static string Base64Url(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static byte[] FromBase64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);

    [GeneratedRegex("\"kid\":\"([0-9a-f]{16})\"")]
    private static partial Regex KeyId();
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class TokenJson : JsonSerializerContext;
