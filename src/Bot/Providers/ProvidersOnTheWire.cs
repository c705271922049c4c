using System.Text.Json.Nodes;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;

namespace CommissioningBot.Bot.Providers;

/// <summary>A search for programs: <c>channelData.providers</c>, which is also what <c>providers --json</c> prints.</summary>
public static class ProvidersOnTheWire
{
    /// <param name="text">The message as it is said.</param>
    public static JsonObject Of(ProviderResult result, string text, IReadOnlyList<string> sources) => new()
    {
        ["answer"] = Answer(
            result.Clarify.Count > 0 || result.UnknownPlace is not null ? "clarify" : result.Total > 0 ? "answered" : "nothing",
            text,
            sources.Select(s => (JsonNode)new JsonObject { ["id"] = "providers", ["source"] = s, ["section"] = "", ["date"] = "", ["currency"] = "unconfirmed", ["url"] = null }),
            result.Clarify.Select(c => c.Label)),
        ["providers"] = Result(result),
    };

    public static JsonObject Refusal(string text) => new() { ["answer"] = Answer("declined", text, [], []) };

    private static JsonObject Answer(string outcome, string text, IEnumerable<JsonNode> citations, IEnumerable<string> choices) => new()
    {
        ["outcome"] = outcome,
        ["text"] = text,
        ["citations"] = new JsonArray([.. citations]),
        ["choices"] = List(choices),
    };

    public static JsonObject Result(ProviderResult result)
    {
        var u = result.Understood;
        return new JsonObject
        {
            ["understood"] = new JsonObject
            {
                ["services"] = List(u.Services),
                ["whoFor"] = List(u.WhoFor),
                ["words"] = List(u.Words),
                ["places"] = List(u.Places),
                ["near"] = u.Near,
                ["filters"] = List(u.Filters),
                ["notApplied"] = List(u.AskedForShared ? ["what a group shared of its health check (Procurement Act 2023, section 85)"] : []),
                ["name"] = u.Name,
                ["number"] = u.Number,
                ["notInData"] = List(u.NotInData),
                ["aboutPlaces"] = List(u.AboutPlaces),
            },
            ["total"] = result.Total,
            ["stateAll"] = result.StateAll,
            ["nearMisses"] = result.NearMisses,
            ["counts"] = new JsonArray([.. result.Counts.Select(c => (JsonNode)new JsonObject { ["filter"] = c.Label, ["stated"] = c.Stated, ["notStated"] = c.NotStated, ["differs"] = c.Differs })]),
            ["order"] = new JsonObject { ["seed"] = result.Seed, ["page"] = result.Page.Number, ["pages"] = result.Page.Of },
            ["matches"] = new JsonArray([.. result.Matches.Select(Match)]),
            ["clarify"] = List(result.Clarify.Select(c => c.Label)),
            ["suggestion"] = result.Suggestion,
            ["dataVersion"] = result.DataVersion,
            ["page"] = result.PageToken,
        };
    }

    private static JsonNode Match(ProviderMatch match) => new JsonObject
    {
        ["id"] = match.Id,
        ["name"] = match.Name,
        ["place"] = match.Place,
        ["reasons"] = new JsonArray([.. match.Reasons.Select(r => (JsonNode)new JsonObject
        {
            ["what"] = r.What,
            ["how"] = r.How.ToString(),
            ["text"] = r.Text,
            ["source"] = r.Source,
            ["date"] = Day(r.Date),
        })]),
        ["notStated"] = List(match.NotStated),
        ["standing"] = Name(match.Standing),
        ["filters"] = new JsonArray([.. match.Filters.Select(f => (JsonNode)new JsonObject
        {
            ["filter"] = f.Label,
            ["standing"] = Name(f.Standing),
            ["says"] = f.Says,
            ["source"] = f.Source,
            ["date"] = Day(f.Date),
        })]),
        ["facts"] = new JsonArray([.. match.Facts.Select(f => (JsonNode)new JsonObject { ["what"] = f.What, ["text"] = f.Text, ["source"] = f.Source, ["date"] = Day(f.Date) })]),
        ["awards"] = match.Awards,
        ["lastSeen"] = Day(match.LastSeen),
        ["outside"] = match.Outside,
        ["notes"] = List(match.Notes),
        ["website"] = match.Website,
        ["sample"] = match.Sample,
    };

    private static string Name(FilterStanding standing) => standing switch { FilterStanding.Stated => "stated", FilterStanding.NotStated => "notStated", _ => "differs" };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);
}
