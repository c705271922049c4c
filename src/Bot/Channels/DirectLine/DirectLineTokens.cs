using System.Text.Json;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>
/// Tokens for the back ends of other sites, which ask with their secret, and fresh ones for whoever has one:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-authentication.
/// </summary>
public static partial class DirectLineTokens
{
    private const int LargestRequest = 16 * 1024;
    private const int LongestName = 64;

    /// <summary>A token for a new conversation. Only a user whom the site names gets the site's role; nobody is believed who names himself.</summary>
    public static async Task<IResult> Generate(HttpContext http, DirectLineAccess access, DirectLineSites sites, CancellationToken cancel)
    {
        if (DirectLineAccess.Bearer(http) is not { } secret || sites.WithSecret(secret) is not { } site)
            return ProtocolError.Result(401, "Unauthorized", "The secret of a site is needed.");
        // A browser that sends the secret has been given it, and then everybody has it.
        if (http.Request.Headers.Origin.Count > 0) return ProtocolError.Result(403, "Forbidden", "Ask for tokens from the site's back end: the secret must not reach a browser.");

        if (await RequestBody.Read(http.Request, LargestRequest, cancel) is not { } body) return ProtocolError.Result(413, "BadArgument", "The request is too big.");
        TokenParameters? asked;
        try
        {
            asked = body.Length == 0 ? new TokenParameters(null) : JsonSerializer.Deserialize(body, DirectLineJson.Default.TokenParameters);
        }
        catch (JsonException)
        {
            asked = null;
        }
        if (asked is null) return ProtocolError.Result(400, "BadArgument", "The body is not JSON with a user.");

        var claims = new TokenClaims(SignedTokens.DirectLine, $"{site.Name}/dl_{Visitors.NewId()}", Visitors.NewId(), Role.Group, 0) { Site = site.Name };
        if (asked.User?.Id is { } id)
        {
            if (!UserId().IsMatch(id)) return ProtocolError.Result(400, "BadArgument", "user.id must begin with dl_ and go on with 1 to 64 letters, digits or any of . _ @ + -");
            var name = Invisible.Remove(asked.User.Name ?? "").Trim();
            if (name.Length > LongestName) return ProtocolError.Result(400, "BadArgument", "user.name may have at most 64 characters.");
            claims = claims with { User = $"{site.Name}/{id}", Name = name.Length > 0 ? name : id, Role = site.Role };
        }
        return Results.Json(access.Grant(access.NewSession(claims)), DirectLineJson.Default.ConversationGrant);
    }

    public static IResult Refresh(HttpContext http, DirectLineAccess access) =>
        access.Check(http, conversation: null, out var refusal) is { } claims ? Results.Json(access.Grant(claims), DirectLineJson.Default.ConversationGrant) : refusal;

    [GeneratedRegex(@"\Adl_[A-Za-z0-9._@+-]{1,64}\z")]
    private static partial Regex UserId();
}
