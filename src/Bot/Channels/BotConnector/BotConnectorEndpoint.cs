using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// <c>POST /api/messages</c>, where Azure Bot channels and test tools bring activities. Replies go into the response if the activity asks for
/// that with <c>deliveryMode: expectReplies</c>.
/// </summary>
public static class BotConnectorEndpoint
{
    public static void MapBotConnector(this WebApplication app) => app.MapPost("/api/messages", Take);

    private static async Task<IResult> Take(HttpContext http, TurnEngine engine, IHostEnvironment environment, CancellationToken cancel)
    {
        // Nobody's word is taken outside Development until tokens of the Bot Connector are checked.
        if (!environment.IsDevelopment()) return ProtocolError.Result(401, "Unauthorized", "Unauthenticated activities are taken in Development only.");

        Activity? activity;
        try
        {
            activity = await http.Request.ReadFromJsonAsync(BotJson.Default.Activity, cancel);
        }
        catch (JsonException)
        {
            activity = null;
        }
        if (activity?.Conversation?.Id is not { Length: > 0 and <= 500 } id) return ProtocolError.Result(400, "BadArgument", "The body is not an activity with a conversation.");
        if (activity.DeliveryMode != "expectReplies") return ProtocolError.Result(501, "NotImplemented", "Only deliveryMode expectReplies is served.");

        // Unauthenticated is a group, whatever the activity says about its sender.
        var incoming = new IncomingActivity(
            $"{activity.ChannelId}/{id}",
            activity.Id is { Length: > 0 and <= 200 } known ? "activity:" + known : "server:" + Guid.CreateVersion7().ToString("N"),
            activity,
            Role.Group,
            Delivery.Response);
        try
        {
            var log = await engine.Run(incoming, cancel);
            return Results.Json(new ExpectedReplies([.. log.Skip(1)]), ConnectorJson.Default.ExpectedReplies);
        }
        catch (StoreUnavailableException)
        {
            return ProtocolError.NotSaved();
        }
    }
}

public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExpectedReplies))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
