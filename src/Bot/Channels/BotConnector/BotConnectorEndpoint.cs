using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// <c>POST /api/messages</c>, where Azure Bot channels and test tools bring activities. What a turn says is committed before it is acknowledged
/// and then goes to the activity's service URL; with <c>deliveryMode: expectReplies</c> it goes into the response instead.
/// </summary>
public static class BotConnectorEndpoint
{
    private const string ChannelsId = "activity:";

    public static void AddBotConnector(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TeamsSettings.Read(configuration));
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<ConnectorAuthentication>();
        services.AddSingleton<TeamsIdentity>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<ConnectorTurns>();
        services.AddSingleton<ConnectorDelivery>();
        services.AddHostedService(s => s.GetRequiredService<ConnectorDelivery>());
    }

    public static void MapBotConnector(this WebApplication app) => app.MapPost("/api/messages", Take);

    /// <summary>True for a turn whose activity had an id of its channel's, which replies can refer to.</summary>
    public static bool HasChannelsId(string turnKey) => turnKey.StartsWith(ChannelsId, StringComparison.Ordinal);

    /// <summary>Under what the same activity would be known again.</summary>
    public static string TurnKey(Activity activity) =>
        activity.Id is { Length: > 0 and <= 200 } known ? ChannelsId + known : "server:" + Guid.CreateVersion7().ToString("N");

    private static async Task<IResult> Take(
        HttpContext http, ConnectorAuthentication authentication, TeamsIdentity identity, ServiceUrls serviceUrls, ConnectorTurns turns, IHostEnvironment environment, CancellationToken cancel)
    {
        var proved = authentication.IsProved(http.Request);
        if (!proved && !environment.IsDevelopment()) return ProtocolError.Result(401, "Unauthorized", "Unauthenticated activities are taken in Development only.");
        // Any page in a browser on this computer could send other types here without asking first.
        if (!http.Request.HasJsonContentType()) return ProtocolError.Result(415, "BadArgument", "The body must be application/json.");
        if (await Read(http.Request, cancel) is not { Conversation.Id.Length: > 0 and <= 500 } activity)
            return ProtocolError.Result(400, "BadArgument", "The body is not an activity with a conversation.");

        var fromThisComputer = WebChatTokens.IsThisComputer(http);
        var needsServiceUrl = activity.ServiceUrl is not null || activity.DeliveryMode != "expectReplies";
        if (needsServiceUrl && !(serviceUrls.Allows(activity.ServiceUrl) && (fromThisComputer || !new Uri(activity.ServiceUrl!).IsLoopback)))
            return ProtocolError.Result(403, "Forbidden", "Replies are not sent to that service URL.");

        try
        {
            return await turns.Run(activity, identity.RoleOf(activity, proved, fromThisComputer), cancel);
        }
        catch (StoreUnavailableException)
        {
            return ProtocolError.NotSaved();
        }
    }

    private static async Task<Activity?> Read(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await request.ReadFromJsonAsync(BotJson.Default.Activity, cancel);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <param name="Body">The answer to an invoke, whose response this takes the place of.</param>
public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities, InvokeAnswer? Body = null);

/// <summary>
/// What an <c>adaptiveCard/action</c> gets back: https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format.
/// </summary>
public sealed record InvokeAnswer(int StatusCode, string Type, JsonElement Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(InvokeAnswer))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
