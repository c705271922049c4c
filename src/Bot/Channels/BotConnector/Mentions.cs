using System.Text.Json;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// In company somebody speaks to the bot by naming it: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations.
/// </summary>
public static class Mentions
{
    public static bool OfBot(Activity activity) => TextsFor(activity).Any();

    /// <summary>What was said without the bot's own name in it. Other people's names stay.</summary>
    public static Activity WithoutBot(Activity activity)
    {
        if (activity.Text is not { } text) return activity;
        foreach (var mention in TextsFor(activity)) text = text.Replace(mention, " ", StringComparison.OrdinalIgnoreCase);
        // Teams separates a name from what follows by a space that does not break.
        return activity with { Text = text.Replace("&nbsp;", " ", StringComparison.Ordinal).Trim() };
    }

    private static IEnumerable<string> TextsFor(Activity activity) =>
        from entity in activity.Entities ?? []
        where entity.ValueKind == JsonValueKind.Object && Text(entity, "type") == "mention"
        where entity.TryGetProperty("mentioned", out var mentioned) && mentioned.ValueKind == JsonValueKind.Object
              && Text(mentioned, "id") is { } id && id == activity.Recipient?.Id
        select Text(entity, "text") is { Length: > 0 } text ? text : $"<at>{activity.Recipient!.Name}</at>";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
