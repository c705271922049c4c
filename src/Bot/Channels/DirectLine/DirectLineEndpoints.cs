using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>
/// The part of Direct Line 3.0 that Web Chat needs to talk, reload and come back:
/// https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-api-reference.
/// </summary>
public static class DirectLineEndpoints
{
    private const int LargestActivity = 256 * 1024;

    public static void MapDirectLine(this WebApplication app)
    {
        var directLine = app.MapGroup("/v3/directline");
        directLine.MapPost("/tokens/refresh", (HttpContext http, DirectLineAccess access) =>
            access.Check(http, conversation: null, out var refusal) is { } claims ? Results.Json(access.Grant(claims), DirectLineJson.Default.ConversationGrant) : refusal);
        directLine.MapPost("/conversations", Start);
        directLine.MapGet("/conversations/{id}", Reconnect);
        directLine.MapGet("/conversations/{id}/activities", Activities);
        directLine.MapPost("/conversations/{id}/activities", Post);
        directLine.MapGet("/conversations/{id}/stream", DirectLineStream.Serve);
    }

    private static async Task<IResult> Start(HttpContext http, DirectLineAccess access, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, conversation: null, out var refusal) is not { } claims) return refusal;
        var isNew = await conversations.Open(claims, http, cancel);
        return Results.Json(access.Grant(claims, http, watermark: 0), DirectLineJson.Default.ConversationGrant, statusCode: isNew ? 201 : 200);
    }

    private static async Task<IResult> Reconnect(HttpContext http, string id, string? watermark, DirectLineAccess access, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, id, out var refusal) is not { } claims) return refusal;
        await conversations.Open(claims, http, cancel);
        // Without a watermark the client knows nothing yet, for example after a reload: it gets the whole history.
        return Results.Json(access.Grant(claims, http, Position(watermark)), DirectLineJson.Default.ConversationGrant);
    }

    private static async Task<IResult> Activities(HttpContext http, string id, string? watermark, DirectLineAccess access, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, id, out var refusal) is not { } claims) return refusal;
        return Results.Json(await conversations.After(claims.Conversation, Position(watermark), cancel), DirectLineJson.Default.ActivitySet);
    }

    private static async Task<IResult> Post(HttpContext http, string id, DirectLineAccess access, WebConversations conversations, CancellationToken cancel)
    {
        if (access.Check(http, id, out var refusal) is not { } claims) return refusal;
        if (http.Request.ContentLength > LargestActivity) return ProtocolError.Result(413, "MessageSizeTooBig", "An activity may hold at most 256 KB.");
        Activity? activity;
        try
        {
            activity = await http.Request.ReadFromJsonAsync(BotJson.Default.Activity, cancel);
        }
        catch (JsonException)
        {
            activity = null;
        }
        if (activity is null) return ProtocolError.Result(400, "BadArgument", "The body is not an activity.");
        try
        {
            return Results.Json(new PostedActivity(await conversations.Post(claims, activity, http, cancel)), DirectLineJson.Default.PostedActivity);
        }
        catch (StoreUnavailableException)
        {
            return ProtocolError.NotSaved();
        }
    }

    private static long Position(string? watermark) => long.TryParse(watermark, out var position) && position > 0 ? position : 0;
}
