using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
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
/// Direct Line clients read the <c>user</c> claim, so the form is not ours to choose. The key lives in the data folder.
/// </summary>
public sealed class SignedTokens
{
    public const string DirectLine = "directline";
    public const string Stream = "stream";
    public const string Visitor = "visitor";
    public const string Result = "result";
    public const string Return = "return";
    public const string UploadedFile = "file";

    private static readonly string Header = Base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"u8);
    private readonly byte[] key;
    private readonly TimeProvider time;

    public SignedTokens(DataFolder folder, TimeProvider time)
    {
        this.time = time;
        key = ReadOrMakeKey(folder.Create().SigningKey);
    }

    public string Sign(string use, string user, string conversation, Role role, TimeSpan valid) => Sign(use, new TokenClaims(use, user, conversation, role, 0), valid);

    /// <summary>The same claims for another use or time.</summary>
    public string Sign(string use, TokenClaims same, TimeSpan valid)
    {
        var claims = same with { Use = use, Expires = (time.GetUtcNow() + valid).ToUnixTimeSeconds() };
        var body = $"{Header}.{Base64Url(JsonSerializer.SerializeToUtf8Bytes(claims, TokenJson.Default.TokenClaims))}";
        return $"{body}.{Base64Url(Mac(body))}";
    }

    /// <summary>The claims of a token that we signed for this use and that has not expired; else null, and whether it was ours but late.</summary>
    public TokenClaims? Read(string? token, string use, out bool expired)
    {
        expired = false;
        if (token is null || token.Length > 2048 || token.Split('.') is not [var header, var payload, var signature] || header != Header) return null;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Base64Url(Mac($"{header}.{payload}"))))) return null;

        var claims = JsonSerializer.Deserialize(FromBase64Url(payload), TokenJson.Default.TokenClaims);
        if (claims is null || claims.Use != use) return null;
        expired = claims.Expires <= time.GetUtcNow().ToUnixTimeSeconds();
        return expired ? null : claims;
    }

    public TokenClaims? Read(string? token, string use) => Read(token, use, out _);

    /// <summary>A keyed hash, for secrets that people type and we only need to recognise.</summary>
    public string Fingerprint(string purpose, string secret) => Base64Url(Mac($"{purpose}\n{secret}"));

    private byte[] Mac(string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static byte[] ReadOrMakeKey(string path)
    {
        if (File.Exists(path)) return Convert.FromBase64String(File.ReadAllText(path));
        var made = RandomNumberGenerator.GetBytes(64);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(made)));
        file.Flush(flushToDisk: true);
        return made;
    }

    private static string Base64Url(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static byte[] FromBase64Url(string text) => System.Buffers.Text.Base64Url.DecodeFromChars(text);
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class TokenJson : JsonSerializerContext;
