using System.Text.Json.Serialization;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Activities after a watermark, and the watermark to ask with next.</summary>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

/// <summary>What a client needs to talk: a token for one conversation and, when it starts or reconnects, where the stream is.</summary>
/// <param name="ReturnToken">What a page of another site keeps, to come back to the conversation after the token has expired.</param>
public sealed record ConversationGrant(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null,
    string? UserId = null,
    string? ReturnToken = null);

public sealed record PostedActivity(string Id);

public sealed record SessionId([property: JsonPropertyName("sessionId")] string Id);

/// <summary>What a site's back end asks a token for. Fields of the protocol that we do not act on are ignored.</summary>
public sealed record TokenParameters(NamedUser? User);

public sealed record NamedUser(string? Id, string? Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 32)]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ConversationGrant))]
[JsonSerializable(typeof(PostedActivity))]
[JsonSerializable(typeof(SessionId))]
[JsonSerializable(typeof(TokenParameters))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
