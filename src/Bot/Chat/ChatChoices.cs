using System.Text.Json;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Chat;

/// <summary>Turns the log into messages with plain buttons, and a pressed button into an activity.</summary>
public static class ChatChoices
{
    /// <summary>What the form sent, as an activity: a button's act, or text that was typed or stood on a prompt.</summary>
    public static Activity Activity(string text, string choice)
    {
        if (!choice.StartsWith('{')) return new Activity { Text = choice.Length > 0 ? choice : text };
        try
        {
            using var act = JsonDocument.Parse(choice);
            return new Activity { Value = act.RootElement.Clone() };
        }
        catch (JsonException)
        {
            return new Activity { Text = choice };
        }
    }

    public static IReadOnlyList<ChatMessage> Messages(IReadOnlyList<Activity> log)
    {
        var messages = new List<ChatMessage>();
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < log.Count; i++)
        {
            var activity = log[i];
            if (activity.Type != ActivityTypes.Message) continue;
            if (activity.From?.Role != "bot")
            {
                var said = activity.Value is { } value ? labels.GetValueOrDefault(Canonical(value.GetRawText()), "(pressed a button)") : activity.Text ?? "";
                messages.Add(new ChatMessage(Speaker.Person, Markdown.ToHtml(Markdown.Plain(said)), [], []));
                continue;
            }
            var buttons = ButtonCard.Read(activity).ToList();
            foreach (var (label, act) in buttons) labels[Canonical(act)] = label;
            // Prompts are for now only; the buttons of older questions still work, and say so if they are too old.
            var prompts = i == log.Count - 1 ? activity.SuggestedActions?.Actions ?? [] : [];
            messages.Add(new ChatMessage(Speaker.Assistant, Markdown.ToHtml(activity.Text ?? ""),
                [.. buttons.Select(b => new ChatChoice(b.Label, b.Act))], [.. prompts.Select(p => new ChatChoice(p.Title, p.Value))]));
        }
        return messages;
    }

    // The same act may come back with its fields written differently.
    private static string Canonical(string json) => JsonNode.Parse(json)!.ToJsonString();
}
