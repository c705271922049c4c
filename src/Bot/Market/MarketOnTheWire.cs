using System.Text.Json.Nodes;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Providers.Market;

namespace CommissioningBot.Bot.Market;

/// <summary>The market for programs: <c>channelData.market</c>, which is also what <c>market --json</c> prints.</summary>
public static class MarketOnTheWire
{
    /// <param name="market">The figures; null where none are told.</param>
    public static JsonObject Answer(string outcome, string text, JsonObject? market, IReadOnlyList<Citation> citations, IEnumerable<string> choices)
    {
        var data = new JsonObject { ["answer"] = Told(outcome, text, citations, choices) };
        if (market is not null) data["market"] = market;
        return data;
    }

    private static JsonObject Told(string outcome, string text, IReadOnlyList<Citation> citations, IEnumerable<string> choices) => new()
    {
        ["outcome"] = outcome,
        ["text"] = text,
        ["citations"] = new JsonArray([.. citations.Select(c => (JsonNode)new JsonObject
        {
            ["id"] = c.Id, ["source"] = c.Source, ["section"] = c.Section, ["date"] = c.Date, ["currency"] = c.Currency == Currency.LocalPaper ? "local paper" : "in force", ["url"] = c.Url,
        })]),
        ["choices"] = List(choices),
    };

    public static JsonObject Of(MarketView view, MarketQuestion question) => With(view.Search, question, new JsonObject
    {
        ["found"] = view.Found,
        ["state"] = view.States,
        ["rows"] = view.Rows.ToString().ToLowerInvariant(),
        ["places"] = new JsonArray([.. view.Places.Select(p => (JsonNode)new JsonObject { ["name"] = p.Name, ["state"] = p.Count, ["perhaps"] = p.Perhaps, ["ofAnyKind"] = p.OfAnyKind, ["noneStated"] = p.NoneStated })]),
        ["notPlaced"] = view.NotPlaced,
        ["incomes"] = Counts(view.Sizes),
        ["incomeNotKnown"] = view.SizeNotKnown,
        ["for"] = Counts(view.For),
        ["forNotStated"] = view.ForNotStated,
        ["lastSaid"] = Counts(view.LastSaid),
        ["undated"] = view.Undated,
        ["gone"] = view.Gone,
        ["gaps"] = List(view.Gaps.Select(g => g.Name)),
        ["services"] = new JsonArray([.. view.Themes.Select(t => (JsonNode)new JsonObject { ["service"] = t.Service, ["state"] = t.Providers, ["noneStatedIn"] = List(t.NoneStatedIn) })]),
    });

    public static JsonObject Of(LeftOutView view) => With(view.Search, MarketQuestion.LeaveOut, new JsonObject
    {
        ["all"] = view.All,
        ["requirements"] = new JsonArray([.. view.Each.Select(e => (JsonNode)Standing(LeftOutWording.Name(e.Requirement), e.Count))]),
        ["together"] = view.Together is { } together ? Standing("all of it", together) : null,
    });

    public static JsonObject Of(PartnersView view) => With(view.Search, MarketQuestion.Cover, new JsonObject
    {
        ["parts"] = Counts(view.Parts),
        ["notStated"] = List(view.NotStated),
        ["notLookedFor"] = List(view.NotLookedFor),
        ["allSets"] = view.AllSets,
        ["sets"] = new JsonArray([.. view.Sets.Select(s => (JsonNode)new JsonArray([.. s.Select(p => (JsonNode)new JsonObject
        {
            ["id"] = p.Id, ["name"] = p.Name, ["place"] = p.Place, ["notes"] = List(p.Notes),
            ["parts"] = new JsonArray([.. p.Parts.Select(x => (JsonNode)new JsonObject { ["what"] = x.What, ["text"] = x.Because.Text, ["source"] = x.Because.Source })]),
        })]))]),
    });

    // Where most are unknown there is no figure to quote: the headline is null, and the counts that add up stay for whoever checks.
    private static JsonObject Standing(string name, StandingCount count) => new()
    {
        ["requirement"] = name, ["headline"] = count.CanBeSaid ? count.LeftOut : null, ["meets"] = count.Meets, ["leftOut"] = count.LeftOut, ["unknown"] = count.Unknown, ["canBeSaid"] = count.CanBeSaid,
    };

    private static JsonObject With(MarketSearch search, MarketQuestion question, JsonObject rest)
    {
        var u = search.Understood;
        var market = new JsonObject
        {
            ["question"] = question switch { MarketQuestion.LeaveOut => "leave out", MarketQuestion.Cover => "cover", MarketQuestion.Gaps => "gaps", _ => "view" },
            ["understood"] = new JsonObject { ["services"] = List(u.Services), ["whoFor"] = List(u.WhoFor), ["words"] = List(u.Words), ["places"] = List(u.Places), ["near"] = u.Near, ["aboutPlaces"] = List(u.AboutPlaces) },
            ["dataVersion"] = search.DataVersion,
        };
        foreach (var (name, value) in rest.ToList())
        {
            rest.Remove(name);
            market[name] = value;
        }
        return market;
    }

    private static JsonObject Counts(IEnumerable<MarketCount> counts)
    {
        var all = new JsonObject();
        foreach (var count in counts) all[count.Name] = count.Count;
        return all;
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t))]);
}
