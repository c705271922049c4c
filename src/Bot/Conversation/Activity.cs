using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// One Bot Framework activity, in or out: https://github.com/microsoft/Agents/blob/main/specs/activity/protocol-activity.md.
/// Fields that are not named here are kept and written back.
/// </summary>
public sealed record Activity
{
    public string Type { get; init; } = ActivityTypes.Message;
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Name { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? InputHint { get; init; }
    public string? DeliveryMode { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<JsonElement>? Entities { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }

    /// <summary>True in a group chat or a channel, where others read along.</summary>
    [JsonIgnore]
    public bool IsInCompany => Conversation is { IsGroup: true } or { ConversationType: "groupChat" or "channel" };

    /// <summary>One line of JSON, as the log keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, BotJson.Default.Activity);

    public static Activity FromJson(string json) => JsonSerializer.Deserialize(json, BotJson.Default.Activity)!;
}

public static class ActivityTypes
{
    public const string Message = "message";
    public const string Event = "event";
    public const string Typing = "typing";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
}

/// <summary>Whoever says something: a person or the bot.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Role { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

public sealed record ConversationAccount
{
    public string? Id { get; init; }
    public bool? IsGroup { get; init; }

    /// <summary>On Teams: personal, groupChat or channel.</summary>
    public string? ConversationType { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

public sealed record Attachment
{
    public string? ContentType { get; init; }
    public JsonElement? Content { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Other { get; set; }
}

public sealed record SuggestedActions(IReadOnlyList<CardAction> Actions);

public sealed record CardAction(string Type, string Title, string Value);
