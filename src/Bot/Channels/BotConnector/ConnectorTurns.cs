using System.Text.Json;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>Decides which activities of a channel become turns, runs those, and says what the channel gets back at once.</summary>
public sealed class ConnectorTurns(TurnEngine engine, ConnectorDelivery delivery, TeamsIdentity identity)
{
    private const string CardAction = "adaptiveCard/action";
    private const string CardMessage = "application/vnd.microsoft.activity.message";
    private const string CardError = "application/vnd.microsoft.error";

    /// <param name="activity">As the channel sent it.</param>
    /// <param name="role">What its sender may do; null if the sender is not served.</param>
    /// <param name="cancel">The channel has hung up.</param>
    /// <exception cref="StoreUnavailableException">Nothing was kept; the channel may send it again.</exception>
    public async Task<IResult> Run(Activity activity, Role? role, CancellationToken cancel)
    {
        if (activity.Type == ActivityTypes.Invoke) return await RunInvoke(activity, role, cancel);
        var isForBot = activity.Type switch
        {
            // In company everybody's messages may come by; a pressed card is always the bot's own.
            ActivityTypes.Message => !activity.IsInCompany || activity.Value is not null || Mentions.OfBot(activity),
            _ => role is not null && IsWelcome(activity),
        };
        return Response(activity, isForBot ? await RunTurn(Mentions.WithoutBot(activity), role, cancel) : []);
    }

    private async Task<IResult> RunInvoke(Activity activity, Role? role, CancellationToken cancel)
    {
        if (activity.Name != CardAction)
        {
            return role is null
                ? ProtocolError.Result(403, "Forbidden", identity.Refusal)
                : ProtocolError.Result(501, "NotImplemented", "This bot does not know that invoke.");
        }
        if (role is null) return Response(activity, [], Answer(403, CardError, Error("Forbidden", identity.Refusal)));
        if (Pressed(activity) is not { } data) return Response(activity, [], Answer(400, CardError, Error("BadRequest", "The action carries no data.")));
        var said = await RunTurn(activity with { Type = ActivityTypes.Message, Name = null, Text = null, Value = data }, role, cancel);
        return Response(activity, said, Answer(200, CardMessage, JsonValue.Create("Thank you, I have that.")));
    }

    /// <summary>What a turn said, in the log and, unless the channel waits for it, on its way.</summary>
    private async Task<IReadOnlyList<Activity>> RunTurn(Activity activity, Role? role, CancellationToken cancel)
    {
        // A prefix of their own keeps these apart from web conversations, whatever a channel calls itself.
        var conversation = $"connector/{activity.ChannelId}/{activity.Conversation!.Id}";
        var incoming = new IncomingActivity(conversation, BotConnectorEndpoint.TurnKey(activity), activity, role ?? Role.Group, WaitsForReplies(activity) ? Delivery.Response : Delivery.Connector)
        {
            Refusal = role is null ? identity.Refusal : null,
        };
        var log = await engine.Run(incoming, cancel);
        if (incoming.Delivery == Delivery.Connector) delivery.Wake(conversation);
        return [.. log.Skip(1)];
    }

    private static IResult Response(Activity activity, IReadOnlyList<Activity> said, InvokeAnswer? answer = null)
    {
        if (WaitsForReplies(activity)) return Results.Json(new ExpectedReplies(said, answer), ConnectorJson.Default.ExpectedReplies);
        return answer is null ? Results.Text("{}", "application/json") : Results.Json(answer, ConnectorJson.Default.InvokeAnswer);
    }

    private static bool WaitsForReplies(Activity activity) => activity.DeliveryMode == "expectReplies";

    /// <summary>True if the bot has come to somebody: they should hear from it once, and in company not again for everybody who joins.</summary>
    private static bool IsWelcome(Activity activity) => activity.Type switch
    {
        ActivityTypes.ConversationUpdate => activity.MembersAdded is { Count: > 0 } added && (!activity.IsInCompany || added.Any(m => m.Id == activity.Recipient?.Id)),
        ActivityTypes.InstallationUpdate => activity.Other?.GetValueOrDefault("action") is { ValueKind: JsonValueKind.String } action && action.ValueEquals("add"),
        _ => false,
    };

    private static JsonElement? Pressed(Activity activity) =>
        activity.Value is { ValueKind: JsonValueKind.Object } value
        && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data
            : null;

    private static JsonObject Error(string code, string message) => new() { ["code"] = code, ["message"] = message };

    private static InvokeAnswer Answer(int status, string type, JsonNode value) => new(status, type, JsonSerializer.SerializeToElement(value, BotJson.Default.JsonNode));
}
