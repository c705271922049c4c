using System.Globalization;
using System.Text.Json;
using CommissioningBot.Bot.Channels.DirectLine.Uploads;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>
/// Direct Line 3.0: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference.
/// </summary>
public static class DirectLineEndpoints
{
    private const int LargestActivity = 256 * 1024;

    public static void MapDirectLine(this WebApplication app)
    {
        var directLine = app.MapGroup("/v3/directline").RequireCors(Embedding.Policy);
        directLine.MapPost("/tokens/generate", DirectLineTokens.Generate).LimitedBy(RequestKind.SiteToken);
        directLine.MapPost("/tokens/refresh", DirectLineTokens.Refresh).LimitedBy(RequestKind.Token);
        directLine.MapGet("/session/getsessionid", Session);
        directLine.MapPost("/conversations", Start).LimitedBy(RequestKind.Token);
        directLine.MapGet("/conversations/{id}", Reconnect);
        directLine.MapGet("/conversations/{id}/activities", Activities);
        directLine.MapPost("/conversations/{id}/activities", Post).LimitedBy(RequestKind.Message);
        directLine.MapPost("/conversations/{id}/upload", UploadEndpoint.Take).LimitedBy(RequestKind.Upload)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(UploadEndpoint.LongestPatience));
        directLine.MapGet("/conversations/{id}/files/{file}", UploadEndpoint.Give);
        directLine.MapGet("/conversations/{id}/stream", DirectLineStream.Serve);
    }

    public static IResult Unknown() => ProtocolError.Result(404, "NotFound", "There is no such conversation, or it has been deleted.");

    public static IResult TooBig() => ProtocolError.Result(413, "MessageSizeTooBig", "An activity may hold at most 256 KB.");

    /// <summary>The activity of a request's body; null if it is none.</summary>
    public static Activity? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, BotJson.Default.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Session(HttpContext http, DirectLineAccess access) =>
        access.Check(http, conversation: null, out var refusal) is { } claims ? Results.Json(new SessionId(claims.Session ?? ""), DirectLineJson.Default.SessionId) : refusal;

    private static async Task<IResult> Start(HttpContext http, DirectLineAccess access, ReturnTokens returns, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, conversation: null, out var refusal, starting: true) is not { } claims) return refusal;
        try
        {
            // Before a return is used up, so that a conversation that is gone begins anew.
            var isNew = await conversations.Open(claims, http, cancel);
            if (!await Begin(claims, returns, cancel)) return DirectLineAccess.UsedUp();
            return Results.Json(access.Grant(claims with { Replaces = null }, http, watermark: 0), DirectLineJson.Default.ConversationGrant, statusCode: isNew ? 201 : 200);
        }
        catch (StoreUnavailableException)
        {
            return ProtocolError.NotSaved();
        }
    }

    private static async Task<IResult> Reconnect(HttpContext http, string id, string? watermark, DirectLineAccess access, ReturnTokens returns, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, id, out var refusal, starting: true) is not { } claims) return refusal;
        if (!await conversations.Known(id, cancel)) return Unknown();
        try
        {
            if (!await Begin(claims, returns, cancel)) return DirectLineAccess.UsedUp();
        }
        catch (StoreUnavailableException)
        {
            return ProtocolError.NotSaved();
        }
        // Without a watermark the client knows nothing yet, for example after a reload: it gets the whole history.
        return Results.Json(access.Grant(claims with { Replaces = null }, http, Position(watermark)), DirectLineJson.Default.ConversationGrant);
    }

    private static async Task<bool> Begin(TokenClaims claims, ReturnTokens returns, CancellationToken cancel) =>
        claims.Replaces is not { } former || await returns.UseUp(claims, former, claims.Session!, cancel);

    private static async Task<IResult> Activities(HttpContext http, string id, string? watermark, DirectLineAccess access, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, id, out var refusal) is not { } claims) return refusal;
        if (!await conversations.Known(id, cancel)) return Unknown();
        // A client that polls gives up for good at any error, so trouble that will pass looks like nothing new.
        var set = await conversations.TryAfter(claims.Conversation, Position(watermark), cancel) ?? new ActivitySet([], Position(watermark).ToString(CultureInfo.InvariantCulture));
        return Results.Json(set, DirectLineJson.Default.ActivitySet);
    }

    private static async Task<IResult> Post(HttpContext http, string id, DirectLineAccess access, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, id, out var refusal) is not { } claims) return refusal;
        if (await RequestBody.Read(http.Request, LargestActivity, cancel) is not { } body) return TooBig();
        if (Parse(body) is not { } activity) return ProtocolError.Result(400, "BadArgument", "The body is not an activity.");
        if (!await conversations.Known(id, cancel)) return Unknown();
        try
        {
            return Results.Json(new PostedActivity((await conversations.Post(claims, activity, http, cancel)).Id!), DirectLineJson.Default.PostedActivity);
        }
        catch (StoreUnavailableException)
        {
            return ProtocolError.NotSaved();
        }
    }

    private static long Position(string? watermark) => long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : 0;
}
