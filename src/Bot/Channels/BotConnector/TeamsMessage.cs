using System.Text;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// A reply as Teams can show it: it cuts off what does not fit a button, and shows suggested actions beside a card not at all. So long choices
/// stand in the text with numbers that their buttons repeat, and what may be typed is written out.
/// </summary>
public static class TeamsMessage
{
    private const int LongestTitle = 40;

    public static Activity Of(Activity reply)
    {
        var text = new StringBuilder(reply.Text);
        var buttons = Buttons(reply);
        if (buttons.Exists(b => b.Label.Length > LongestTitle))
        {
            // Not a Markdown list: Teams on a phone shows none.
            for (var i = 0; i < buttons.Count; i++) text.Append(FormattableString.Invariant($"\n\n**{i + 1}** {Markdown.Plain(buttons[i].Label)}"));
            buttons = [.. buttons.Select((b, i) => b with { Label = FormattableString.Invariant($"{i + 1}. {Short(b.Label)}") })];
        }
        if (reply.SuggestedActions is { Actions: { Count: > 0 } prompts }) text.Append("\n\nYou can also type: ").AppendJoin(", ", prompts.Select(p => $"**{p.Value}**"));
        return reply with { Text = text.ToString(), SuggestedActions = null, Attachments = buttons.Count > 0 ? ButtonCard.Of(buttons) : null };
    }

    private static List<Button> Buttons(Activity reply) =>
        [.. ButtonCard.Read(reply).Select(b => new Button(b.Label, JsonSerializer.Deserialize(b.Act, BotJson.Default.UserAct)!))];

    /// <summary>What stands before a colon, as in "Started: we have a draft"; else the first words.</summary>
    private static string Short(string label)
    {
        if (label.IndexOf(':', StringComparison.Ordinal) is > 0 and < LongestTitle - 4 and var colon) return label[..colon];
        if (label.Length <= LongestTitle - 4) return label;
        var end = label.LastIndexOf(' ', LongestTitle - 8);
        return label[..(end > 0 ? end : LongestTitle - 8)] + " ...";
    }
}
