using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.Questions;

/// <summary>An answer for programs: <c>channelData.answer</c>, which is also what <c>ask --json</c> prints, and schema.org claims.</summary>
public static class AnswerOnTheWire
{
    /// <param name="text">The answer as it is said, without the list of sources.</param>
    public static JsonObject Of(Answer answer, string text, IReadOnlyList<Citation> citations) => new()
    {
        ["answer"] = new JsonObject
        {
            ["outcome"] = Name(answer.Outcome),
            ["text"] = text,
            ["citations"] = new JsonArray([.. citations.Select(Cited)]),
            ["choices"] = new JsonArray([.. answer.Choices.Select(c => (JsonNode)JsonValue.Create(c.Label))]),
        },
    };

    /// <summary>The message with its citations as linked data: https://github.com/microsoft/BotFramework-WebChat/blob/main/docs/CITATION.md.</summary>
    public static IReadOnlyList<JsonElement> Claims(IReadOnlyList<Citation> citations)
    {
        if (citations.Count == 0) return [];
        var message = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@id"] = "",
            ["@type"] = "Message",
            ["type"] = "https://schema.org/Message",
            ["citation"] = new JsonArray([.. citations.Select((c, i) => (JsonNode)new JsonObject
            {
                ["@type"] = "Claim",
                ["position"] = (i + 1).ToString(CultureInfo.InvariantCulture),
                ["appearance"] = new JsonObject
                {
                    ["@type"] = "DigitalDocument",
                    ["name"] = c.Source,
                    ["abstract"] = $"{c.Section} {c.Date} ({AnswerText.Badge(c.Currency)})".Trim(),
                    ["url"] = c.Url,
                },
            })]),
        };
        return [JsonSerializer.SerializeToElement(message, BotJson.Default.JsonObject)];
    }

    private static string Name(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.Partly => "partly",
        Outcome.Clarify => "clarify",
        Outcome.Declined => "declined",
        Outcome.Signpost => "signpost",
        Outcome.Nothing => "nothing",
        _ => "chat",
    };

    private static string Name(Currency currency) => currency switch
    {
        Currency.LocalPaper => "local paper",
        Currency.InForce => "in force",
        Currency.Announced => "announced",
        Currency.Closed => "closed",
        _ => "unconfirmed",
    };

    private static JsonNode Cited(Citation c) => new JsonObject
    {
        ["id"] = c.Id,
        ["source"] = c.Source,
        ["section"] = c.Section,
        ["date"] = c.Date,
        ["currency"] = Name(c.Currency),
        ["url"] = c.Url,
    };
}
