using System.Text.Json;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.Questions;

/// <summary>An answer for programs: <c>channelData.answer</c>, which is also what <c>ask --json</c> prints, and schema.org claims.</summary>
public static class AnswerOnTheWire
{
    private const int MostClaims = 20;

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

    /// <summary>
    /// The message with its citations as linked data: https://github.com/microsoft/BotFramework-WebChat/blob/main/docs/CITATION.md, within the
    /// limits of https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content. The text names every source in full.
    /// </summary>
    public static IReadOnlyList<JsonElement> Claims(IReadOnlyList<Citation> citations)
    {
        if (citations.Count == 0) return [];
        var message = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@id"] = "",
            ["@type"] = "Message",
            ["type"] = "https://schema.org/Message",
            ["citation"] = new JsonArray([.. citations.Take(MostClaims).Select((c, i) => (JsonNode)Claim(c, i + 1))]),
        };
        return [JsonSerializer.SerializeToElement(message, BotJson.Default.JsonObject)];
    }

    private static JsonObject Claim(Citation c, int position)
    {
        var document = new JsonObject
        {
            ["@type"] = "DigitalDocument",
            ["name"] = Cut(c.Source, 80),
            ["abstract"] = Cut($"{c.Section} {c.Date} ({AnswerText.Badge(c.Currency)})".Trim(), 160),
        };
        // Teams refuses the whole message for a field that is there and empty.
        if (c.Url is not null) document["url"] = c.Url;
        return new JsonObject { ["@type"] = "Claim", ["position"] = position, ["appearance"] = document };
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 3)] + "...";

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
