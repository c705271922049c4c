using System.Text.Json.Nodes;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Partners;

/// <summary>A search for partners for programs: <c>channelData.answer</c>, with each data set as a source. There is no list for programs on purpose.</summary>
public static class PartnersOnTheWire
{
    public static JsonObject Of(PartnerResult result, string text) => Answer(
        result.Shown.Count > 0 ? "answered" : "nothing",
        text,
        result.Shown.Select(p => p.DataSet).Distinct().Select(s => (JsonNode)new JsonObject { ["id"] = "providers", ["source"] = s, ["section"] = "", ["date"] = "", ["currency"] = "unconfirmed", ["url"] = null }),
        []);

    public static JsonObject Asking(string text, IEnumerable<string> choices) => Answer("clarify", text, [], choices);

    private static JsonObject Answer(string outcome, string text, IEnumerable<JsonNode> citations, IEnumerable<string> choices) => new()
    {
        ["answer"] = new JsonObject
        {
            ["outcome"] = outcome,
            ["text"] = text,
            ["citations"] = new JsonArray([.. citations]),
            ["choices"] = new JsonArray([.. choices.Select(c => (JsonNode)JsonValue.Create(c))]),
        },
    };
}
