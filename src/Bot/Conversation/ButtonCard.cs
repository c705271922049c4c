using System.Buffers;
using System.Text.Json;

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

    /// <summary>Written by hand, not through a tree of nodes: nearly every reply has one.</summary>
    private static Attachment OneCard(Button[] buttons)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "AdaptiveCard"u8);
            json.WriteString("$schema"u8, "http://adaptivecards.io/schemas/adaptive-card.json"u8);
            // Teams shows no later version from a bot.
            json.WriteString("version"u8, "1.5"u8);
            json.WriteStartArray("body"u8);
            json.WriteEndArray();
            json.WriteStartArray("actions"u8);
            foreach (var button in buttons)
            {
                json.WriteStartObject();
                json.WriteString("type"u8, "Action.Submit"u8);
                json.WriteString("title"u8, button.Label);
                json.WritePropertyName("data"u8);
                JsonSerializer.Serialize(json, button.Act, BotJson.Default.UserAct);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return new Attachment { ContentType = ContentType, Content = JsonElement.Parse(bytes.WrittenSpan) };
    }

    /// <summary>The buttons of an activity that this made, as the conversation remembers them.</summary>
    public static IReadOnlyList<OfferedButton> Offered(Activity activity) =>
    [
        .. from attachment in activity.Attachments ?? []
           where attachment.ContentType == ContentType && attachment.Content is not null
           from action in attachment.Content!.Value.GetProperty("actions").EnumerateArray()
           select new OfferedButton(action.GetProperty("title").GetString()!, action.GetProperty("data")),
    ];

    /// <summary>The buttons of an activity that this made: label and the act as JSON.</summary>
    public static IEnumerable<(string Label, string Act)> Read(Activity activity) => Offered(activity).Select(b => (b.Label, b.Act.GetRawText()));
}
