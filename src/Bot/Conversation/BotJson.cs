using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CommissioningBot.Bot.Conversation;

/// <summary>How everything of the bot's own is written as JSON: no reflection at run time, no type names from outside.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(UserAct))]
[JsonSerializable(typeof(ConversationState))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class BotJson : JsonSerializerContext;
