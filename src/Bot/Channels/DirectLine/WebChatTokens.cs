using System.Net;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Gives the pages their tokens. A browser always gets the role of a group; a role above it never comes from here.</summary>
public static class WebChatTokens
{
    public static void MapWebChatTokens(this WebApplication app)
    {
        app.MapPost("/api/webchat/token", (HttpContext http, Visitors visitors, DirectLineAccess access) => Grant(http, visitors, access, Role.Group));
        app.MapPost("/api/webchat/forget", (HttpContext http) =>
        {
            Visitors.Forget(http, Role.Group);
            Visitors.Forget(http, Role.Commissioner);
            return Results.NoContent();
        });

        if (!app.Environment.IsDevelopment()) return;
        // The one exception, for trying the product out: a demonstration commissioner, in Development and from this computer only.
        app.MapPost("/council/token", (HttpContext http, Visitors visitors, DirectLineAccess access) =>
            IsThisComputer(http) ? Grant(http, visitors, access, Role.Commissioner) : Results.NotFound());
    }

    public static bool IsThisComputer(HttpContext http) => http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress);

    private static IResult Grant(HttpContext http, Visitors visitors, DirectLineAccess access, Role role) =>
        Results.Json(access.Grant(visitors.Remember(http, role)), DirectLineJson.Default.ConversationGrant);
}
