using System.Globalization;
using System.Text.Json.Nodes;
using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Bot.Opportunities;

/// <summary>A search for opportunities for programs: what <c>opportunities --json</c> prints.</summary>
public static class OpportunitiesOnTheWire
{
    /// <param name="text">The message as it is said.</param>
    /// <param name="most">How many of the matches it tells of.</param>
    public static JsonObject Of(OpportunityResult result, string text, int most) => new()
    {
        ["answer"] = new JsonObject
        {
            ["outcome"] = result.Total > 0 ? "answered" : "nothing",
            ["text"] = text,
            ["citations"] = new JsonArray([.. result.Matches.Take(most).Select(m => (JsonNode)new JsonObject
            {
                ["id"] = m.Opportunity.Ocid,
                ["source"] = m.Opportunity.DataSet,
                ["section"] = m.Opportunity.NoticeType ?? "",
                ["date"] = UkClock.At(m.Opportunity.Published).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["currency"] = "unconfirmed",
                ["url"] = m.Opportunity.NoticeUrl,
            })]),
            ["choices"] = new JsonArray(),
        },
        ["opportunities"] = Result(result with { Matches = [.. result.Matches.Take(most)] }),
    };

    public static JsonObject Result(OpportunityResult result) => new()
    {
        ["understood"] = List(result.Understood),
        ["asOf"] = Moment(result.AsOf),
        ["total"] = result.Total,
        ["past"] = result.Past,
        ["matches"] = new JsonArray([.. result.Matches.Select(Match)]),
    };

    private static JsonNode Match(OpportunityMatch match)
    {
        var o = match.Opportunity;
        return new JsonObject
        {
            ["id"] = o.Ocid,
            ["ocid"] = o.Ocid,
            ["name"] = o.Title,
            ["title"] = o.Title,
            ["buyer"] = o.Buyer,
            ["stage"] = o.Stage.ToString(),
            ["deadline"] = Moment(o.Deadline),
            ["deadlineHere"] = o.Deadline is { } deadline ? UkClock.Say(deadline) : null,
            ["questionsUntil"] = Moment(o.QuestionsUntil),
            ["value"] = OpportunityTerms.Value(o.Value),
            ["valueWithoutVat"] = o.Value?.WithoutVat,
            ["valueWithVat"] = o.Value?.WithVat,
            ["valueVatNotStated"] = o.Value?.VatNotStated,
            ["currency"] = o.Value?.Currency,
            ["place"] = string.Join("; ", o.Places.Select(p => p.Locality ?? p.Region ?? p.Postcode)),
            ["cpv"] = new JsonArray([.. o.Classes.Select(c => (JsonNode)new JsonObject { ["code"] = c.Code, ["name"] = c.Name })]),
            ["suitableForSme"] = o.SuitableForSmall,
            ["suitableForVcse"] = o.SuitableForVcse,
            ["reservedFor"] = List(o.ReservedFor),
            ["reservedArea"] = o.ReservedArea,
            ["regime"] = o.Regime.ToString(),
            ["lightTouch"] = o.LightTouch,
            ["aboveThreshold"] = o.AboveThreshold,
            ["procedure"] = o.Procedure,
            ["whereToBid"] = o.WhereToBid,
            ["notice"] = o.NoticeUrl,
            ["noticeType"] = o.NoticeType,
            ["reasons"] = List(match.Reasons),
            ["notStated"] = List(match.NotStated),
            ["warnings"] = List(o.Warnings),
            ["source"] = o.DataSet,
            ["licence"] = o.Licence,
            ["outside"] = false,
        };
    }

    private static string? Moment(DateTimeOffset? moment) => moment is { } at ? UkClock.At(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null;

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);
}
