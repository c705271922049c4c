using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Checks tokens and gives new ones. A token belongs to one user, one conversation, one session (a tab) and one site.</summary>
public sealed class DirectLineAccess(SignedTokens tokens, DirectLineSites sites, HostSettings host, TimeProvider time)
{
    // Clients refresh every fifteen minutes, so a token must hold for at least thirty.
    private static readonly TimeSpan TokenValid = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan StreamMustOpenWithin = TimeSpan.FromSeconds(60);

    // Somebody who has left the council must not stay an officer here for as long as a tab is open.
    private static readonly TimeSpan NamingHolds = TimeSpan.FromHours(12);

    /// <summary>The claims of the request's bearer token if it is good for the conversation; else null and what to answer.</summary>
    /// <param name="starting">True where a session starts, which is all that a token of a return is good for.</param>
    public TokenClaims? Check(HttpContext http, string? conversation, out IResult refusal, bool starting = false)
    {
        var claims = tokens.Read(Bearer(http), SignedTokens.DirectLine, out var expired);
        refusal = Refusal(http, claims, expired, conversation, starting)!;
        return refusal is null ? claims : null;
    }

    /// <summary>The claims of a stream's address if it is good for the conversation and opened by a page that may; else null.</summary>
    public TokenClaims? CheckStream(HttpContext http, string conversation) =>
        tokens.Read(http.Request.Query["t"], SignedTokens.Stream) is { } claims && claims.Conversation == conversation && StillStands(claims) && MayCall(http, claims) ? claims : null;

    /// <summary>The conversation that a request says it is about, to count requests by; null if it proves none.</summary>
    public string? Conversation(HttpContext http) => tokens.Read(Bearer(http), SignedTokens.DirectLine)?.Conversation;

    /// <summary>The request's bearer token or secret, or null.</summary>
    public static string? Bearer(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;
    }

    /// <summary>The page that called, as the browser tells it; null if no page of another site did.</summary>
    public string? ForeignOrigin(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        return origin.Length == 0 || origin == $"{http.Request.Scheme}://{http.Request.Host}" || origin == PublicOrigin() ? null : origin;
    }

    /// <summary>Where we are for this request, with the scheme.</summary>
    public string Site(HttpContext http) => host.PublicUrl?.TrimEnd('/') ?? $"{http.Request.Scheme}://{http.Request.Host}";

    public static IResult WrongOrigin() => ProtocolError.Result(403, "Forbidden", "Pages of this origin may not use this assistant.");

    public static IResult UsedUp() => ProtocolError.Result(403, "TokenExpired", "Somebody has come back with this token before.");

    /// <summary>A fresh token for the same user, conversation and session.</summary>
    public ConversationGrant Grant(TokenClaims claims) =>
        new(claims.Conversation, tokens.Sign(SignedTokens.DirectLine, claims, TokenValid), (int)TokenValid.TotalSeconds, UserId: claims.User);

    /// <summary>A fresh token and an address of the stream, which sends what comes after the watermark.</summary>
    public ConversationGrant Grant(TokenClaims claims, HttpContext http, long watermark)
    {
        var stream = tokens.Sign(SignedTokens.Stream, claims, StreamMustOpenWithin);
        return Grant(claims) with
        {
            // http becomes ws, and https wss.
            StreamUrl = FormattableString.Invariant($"ws{Site(http)[4..]}/v3/directline/conversations/{claims.Conversation}/stream?watermark={watermark}&t={stream}"),
        };
    }

    /// <summary>Claims of a new session: of a visitor, of whom a site names, or of somebody who comes back.</summary>
    public TokenClaims NewSession(TokenClaims claims) =>
        claims with { Session = Visitors.NewId(), NamedAt = claims.Name is null && claims.Role == Role.Group ? null : claims.NamedAt ?? time.GetUtcNow().ToUnixTimeSeconds() };

    private IResult? Refusal(HttpContext http, TokenClaims? claims, bool expired, string? conversation, bool starting) =>
        expired ? ProtocolError.Result(403, "TokenExpired", "The token has expired.")
        : claims is null ? ProtocolError.Result(401, "Unauthorized", "A valid token is needed.")
        : !StillStands(claims) ? ProtocolError.Result(403, "TokenExpired", "The site has to name this user again.")
        : !MayCall(http, claims) ? WrongOrigin()
        : conversation is not null && claims.Conversation != conversation ? ProtocolError.Result(403, "BadArgument", "The token belongs to another conversation.")
        : claims.Replaces is not null && !starting ? ProtocolError.Result(403, "BadArgument", "The conversation has to be started with this token first.")
        : null;

    // A site that was taken out of the settings, or whose role was lowered, takes its tokens along.
    private bool StillStands(TokenClaims claims) =>
        claims.Site is null
        || (sites.Named(claims.Site) is { } site
            && (claims.Role == Role.Group || claims.Role == site.Role)
            && (claims.NamedAt is not { } named || time.GetUtcNow() < DateTimeOffset.FromUnixTimeSeconds(named) + NamingHolds));

    private bool MayCall(HttpContext http, TokenClaims claims) =>
        ForeignOrigin(http) is not { } origin || (claims.Site is not null && sites.Named(claims.Site) is { } site && site.Origins.Contains(origin));

    private string? PublicOrigin() => host.PublicUrl is { } url ? new Uri(url).GetLeftPart(UriPartial.Authority) : null;
}
