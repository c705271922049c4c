using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommissioningBot.Bot.Conversation;

/// <summary>Adaptive Cards of buttons and nothing else: the words stand in the message, where every channel and screen reader finds them.</summary>
public static class ButtonCard
{
    private const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>Teams shows no more on one card: https://learn.microsoft.com/microsoftteams/platform/concepts/deploy-and-publish/appsource/prepare/teams-store-validation-guidelines.</summary>
    private const int MostOnOneCard = 6;

    /// <summary>As few cards as hold all buttons, each about as full as the others.</summary>
    public static IReadOnlyList<Attachment> Of(IReadOnlyList<Button> buttons)
    {
        var cards = (buttons.Count + MostOnOneCard - 1) / MostOnOneCard;
        return [.. buttons.Chunk((buttons.Count + cards - 1) / cards).Select(OneCard)];
    }

    private static Attachment OneCard(Button[] buttons)
    {
        var actions = new JsonArray();
        foreach (var button in buttons)
        {
            actions.Add((JsonNode)new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = button.Label,
                ["data"] = JsonSerializer.SerializeToNode(button.Act, BotJson.Default.UserAct),
            });
        }
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            // Teams shows no later version from a bot.
            ["version"] = "1.5",
            ["body"] = new JsonArray(),
            ["actions"] = actions,
        };
        return new Attachment { ContentType = ContentType, Content = JsonSerializer.SerializeToElement(card, BotJson.Default.JsonObject) };
    }

    /// <summary>The buttons of an activity that this made: label and the act as JSON.</summary>
    public static IEnumerable<(string Label, string Act)> Read(Activity activity) =>
        from attachment in activity.Attachments ?? []
        where attachment.ContentType == ContentType && attachment.Content is not null
        from action in attachment.Content!.Value.GetProperty("actions").EnumerateArray()
        select (action.GetProperty("title").GetString()!, action.GetProperty("data").GetRawText());
}
