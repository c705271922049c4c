using System.Text.Json.Nodes;
using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.Questions;

/// <summary>Whether answers say for programs how they came about: <c>ask --json --why</c>. Never to people, whose words it would repeat.</summary>
public sealed record ExplainAnswers(bool Wanted)
{
    public static JsonObject OnTheWire(Why why) => new()
    {
        ["understood"] = new JsonObject
        {
            ["ideas"] = Texts(why.Ideas),
            ["places"] = Texts(why.Places),
            ["elsewhere"] = Texts(why.Elsewhere),
            ["date"] = why.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["leans"] = why.Leans,
        },
        ["candidates"] = new JsonArray([.. why.Candidates.Select(c => (JsonNode)new JsonObject
        {
            ["id"] = c.Id, ["score"] = Rounded(c.Score), ["coverage"] = Rounded(c.Coverage), ["likeness"] = Rounded(c.Likeness),
        })]),
        ["decision"] = why.Decision,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);

    private static double Rounded(float figure) => Math.Round(figure, 3);
}
