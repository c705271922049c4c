using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>What is taken over of an activity that a browser sent: what the bot needs, of a bounded size, and nothing that claims an identity or an address.</summary>
public static class ClientFields
{
    // Ten times what the bot reads, so that whoever sent too much still sees what was sent.
    private const int LongestText = 10_000;
    private const int LongestValue = 8 * 1024;
    private const int LongestName = 100;

    /// <summary>Clients number what they send, because a sent message whose answer got lost is sent again.</summary>
    public static string? ActivityId(Activity activity) => Text(activity, "clientActivityID") is { Length: > 0 and <= 100 } id ? id : null;

    public static Activity Taken(Activity sent) => new()
    {
        Type = sent.Type,
        Name = Short(sent.Name),
        Text = sent.Text is null ? null : Start(Invisible.Remove(sent.Text)),
        TextFormat = "plain",
        Locale = Short(sent.Locale),
        Value = Value(sent),
        ChannelData = ChannelData(sent),
    };

    // A button's act is a short object. Of anything else the bot says that it does not know the button.
    private static JsonElement? Value(Activity sent)
    {
        if (sent.Value is not { ValueKind: JsonValueKind.Object } value) return null;
        try
        {
            var act = JsonNode.Parse(value.GetRawText())!.AsObject();
            // Finds fields that are there twice and text that is no Unicode, which would stop whoever reads the log later.
            if (act.ToJsonString().Length <= LongestValue) return value;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            // Answered like any other unknown button.
        }
        return JsonSerializer.SerializeToElement(new JsonObject(), BotJson.Default.JsonObject);
    }

    private static JsonElement? ChannelData(Activity sent)
    {
        var kept = new JsonObject();
        if (ActivityId(sent) is { } id) kept["clientActivityID"] = id;
        // By this Web Chat knows that a button was pressed and shows no message for it.
        if (sent.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("postBack", out var postBack) && postBack.ValueKind == JsonValueKind.True) kept["postBack"] = true;
        return kept.Count > 0 ? JsonSerializer.SerializeToElement(kept, BotJson.Default.JsonObject) : null;
    }

    private static string? Text(Activity activity, string field)
    {
        if (activity.ChannelData is not { ValueKind: JsonValueKind.Object } data || !data.TryGetProperty(field, out var value) || value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half a character, which is no text.
            return null;
        }
    }

    private static string? Short(string? text) => text is { Length: <= LongestName } ? text : null;

    private static string Start(string text)
    {
        if (text.Length <= LongestText) return text;
        var end = char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText;
        return new StringBuilder(text, 0, end, end + 1).Append('…').ToString();
    }
}
