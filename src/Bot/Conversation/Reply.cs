using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommissioningBot.Bot.Conversation;

/// <summary>Something the person may press instead of typing. On channels without buttons its number or letter does the same.</summary>
public sealed record Button(string Label, UserAct Act);

/// <summary>A button of the newest reply, as the conversation remembers it; its act is read when it is chosen, and like one that comes from outside.</summary>
public sealed record OfferedButton(string Label, JsonElement Act);

/// <summary>What the bot says back. Becomes one activity.</summary>
/// <param name="Text">Markdown. Text from outside (providers, documents, people) goes through <see cref="Markdown.Plain"/> first.</param>
public sealed record Reply(string Text)
{
    /// <summary>What may be pressed, in order.</summary>
    public IReadOnlyList<Button> Buttons { get; init; } = [];

    /// <summary>Short things that may be typed next ("go back"), offered as buttons that go away.</summary>
    public IReadOnlyList<string> Prompts { get; init; } = [];

    /// <summary>Fields for programs, such as <c>answer</c> with what <c>ask --json</c> prints.</summary>
    public JsonObject? Data { get; init; }

    public IReadOnlyList<JsonElement> Entities { get; init; } = [];

    /// <summary>The name of an event for the page around the chat, sent instead of a message.</summary>
    public string? Event { get; init; }

    public static Reply ForPage(string eventName) => new("") { Event = eventName };

    /// <summary>The activity, still without what the engine knows: id, time and addressees.</summary>
    public Activity ToActivity()
    {
        if (Event is not null) return new Activity { Type = ActivityTypes.Event, Name = Event };
        return new Activity
        {
            Text = Text,
            TextFormat = "markdown",
            Locale = "en-GB",
            InputHint = Buttons.Count > 0 ? "expectingInput" : "acceptingInput",
            Attachments = Buttons.Count > 0 ? ButtonCard.Of(Buttons) : null,
            SuggestedActions = Prompts.Count > 0 ? new SuggestedActions([.. Prompts.Select(p => new CardAction("imBack", p, p))]) : null,
            ChannelData = Data is null ? null : JsonSerializer.SerializeToElement(Data, BotJson.Default.JsonObject),
            Entities = Entities.Count > 0 ? Entities : null,
        };
    }
}
