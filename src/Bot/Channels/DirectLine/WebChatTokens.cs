using System.Net;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>
/// Gives pages their tokens. A browser always gets the role of a group; a role above it never comes from here. Our own pages know the visitor
/// by a cookie. Pages of other sites may have none, so the browser keeps a return token there (<see cref="ReturnTokens"/>).
/// </summary>
public static class WebChatTokens
{
    public static void MapWebChatTokens(this WebApplication app)
    {
        var webChat = app.MapGroup("/api/webchat").RequireCors(Embedding.Policy);
        webChat.MapPost("/token", Give).LimitedBy(RequestKind.Token);
        webChat.MapPost("/return", Return).LimitedBy(RequestKind.Token);
        webChat.MapPost("/forget", Forget).LimitedBy(RequestKind.Token);

        if (!app.Environment.IsDevelopment()) return;
        // The one exception, for trying the product out: a demonstration commissioner, in Development and from this computer only.
        app.MapPost("/council/token", (HttpContext http, Visitors visitors, DirectLineAccess access) =>
            !IsThisComputer(http) ? Results.NotFound()
            : access.ForeignOrigin(http) is not null ? DirectLineAccess.WrongOrigin()
            : Json(access.Grant(access.NewSession(visitors.Remember(http, Role.Commissioner)))));
    }

    public static bool IsThisComputer(HttpContext http) => http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress);

    private static IResult Give(HttpContext http, Visitors visitors, DirectLineAccess access, ReturnTokens returns, DirectLineSites sites)
    {
        if (access.ForeignOrigin(http) is not { } origin) return Json(access.Grant(access.NewSession(visitors.Remember(http, Role.Group))));
        if (sites.WithOrigin(origin) is not { } site) return DirectLineAccess.WrongOrigin();
        var visitor = access.NewSession(new TokenClaims(SignedTokens.DirectLine, "dl_" + Visitors.NewId(), Visitors.NewId(), Role.Group, 0) { Site = site.Name });
        return Json(access.Grant(visitor) with { ReturnToken = returns.For(visitor) });
    }

    private static async Task<IResult> Return(HttpContext http, DirectLineAccess access, ReturnTokens returns, WebConversations conversations, DirectLineSites sites, CancellationToken cancel)
    {
        if (access.ForeignOrigin(http) is not { } origin || sites.WithOrigin(origin) is not { } site) return DirectLineAccess.WrongOrigin();
        if (returns.Read(DirectLineAccess.Bearer(http)) is not { } claims || claims.Site != site.Name) return ProtocolError.Result(401, "Unauthorized", "A return token of this site is needed.");
        if (!await conversations.Known(claims.Conversation, cancel)) return DirectLineEndpoints.Unknown();
        if (await returns.Replaced(claims, cancel) is not { } former) return DirectLineAccess.UsedUp();
        var visitor = access.NewSession(claims) with { Replaces = former };
        return Json(access.Grant(visitor) with { ReturnToken = returns.For(visitor) });
    }

    /// <summary>Makes the device forget; a return token that is sent along opens nothing any more.</summary>
    private static async Task<IResult> Forget(HttpContext http, DirectLineAccess access, ReturnTokens returns, WebConversations conversations, DirectLineSites sites, CancellationToken cancel)
    {
        if (access.ForeignOrigin(http) is not { } origin)
        {
            Visitors.Forget(http, Role.Group);
            Visitors.Forget(http, Role.Commissioner);
            return Results.NoContent();
        }
        if (sites.WithOrigin(origin) is null) return DirectLineAccess.WrongOrigin();
        try
        {
            if (returns.Read(DirectLineAccess.Bearer(http)) is { } claims && await conversations.Known(claims.Conversation, cancel)) await returns.Forget(claims, cancel);
            return Results.NoContent();
        }
        catch (StoreUnavailableException)
        {
            return ProtocolError.NotSaved();
        }
    }

    private static IResult Json(ConversationGrant grant) => Results.Json(grant, DirectLineJson.Default.ConversationGrant);
}
