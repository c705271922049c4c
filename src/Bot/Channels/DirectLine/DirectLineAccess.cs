using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Checks tokens and gives new ones. A token belongs to one user and one conversation.</summary>
public sealed class DirectLineAccess(SignedTokens tokens)
{
    // Clients refresh every fifteen minutes, so a token must hold for at least thirty.
    private static readonly TimeSpan TokenValid = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan StreamMustOpenWithin = TimeSpan.FromSeconds(60);

    /// <summary>The claims of the request's bearer token if it is good for the conversation; else null and what to answer.</summary>
    public TokenClaims? Check(HttpContext http, string? conversation, out IResult refusal)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
        var claims = tokens.Read(token, SignedTokens.DirectLine, out var expired);
        refusal = expired ? ProtocolError.Result(403, "TokenExpired", "The token has expired.")
            : claims is null ? ProtocolError.Result(401, "Unauthorized", "A valid token is needed.")
            : ProtocolError.Result(403, "BadArgument", "The token belongs to another conversation.");
        return claims is not null && (conversation is null || claims.Conversation == conversation) ? claims : null;
    }

    /// <summary>The conversation that a stream address is good for, or null.</summary>
    public TokenClaims? CheckStream(string? token, string conversation) =>
        tokens.Read(token, SignedTokens.Stream) is { } claims && claims.Conversation == conversation ? claims : null;

    /// <summary>A fresh token for the same user and conversation.</summary>
    public ConversationGrant Grant(TokenClaims claims) =>
        new(claims.Conversation, tokens.Sign(SignedTokens.DirectLine, claims.User, claims.Conversation, claims.Role, TokenValid), (int)TokenValid.TotalSeconds, UserId: claims.User);

    /// <summary>A fresh token and an address of the stream, which sends what comes after the watermark.</summary>
    public ConversationGrant Grant(TokenClaims claims, HttpContext http, long watermark)
    {
        var scheme = http.Request.IsHttps ? "wss" : "ws";
        var stream = tokens.Sign(SignedTokens.Stream, claims.User, claims.Conversation, claims.Role, StreamMustOpenWithin);
        return Grant(claims) with
        {
            StreamUrl = FormattableString.Invariant($"{scheme}://{http.Request.Host}/v3/directline/conversations/{claims.Conversation}/stream?watermark={watermark}&t={stream}"),
        };
    }
}
