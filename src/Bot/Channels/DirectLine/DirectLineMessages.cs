using System.Text.Json.Serialization;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Activities after a watermark, and the watermark to ask with next.</summary>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);

/// <summary>What a client needs to talk: a token for one conversation and, when it starts or reconnects, where the stream is.</summary>
public sealed record ConversationGrant(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null,
    string? UserId = null);

public sealed record PostedActivity(string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ConversationGrant))]
[JsonSerializable(typeof(PostedActivity))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
