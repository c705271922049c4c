using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Market;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Providers.Market;

namespace CommissioningBot.Bot.Reports;

/// <summary>One table of the page, which may be drawn too.</summary>
/// <param name="Heads">What the columns of figures are called.</param>
/// <param name="Chart">Whether the first column of figures is drawn above it.</param>
public sealed record MarketTable(string Id, string Title, string Of, IReadOnlyList<string> Heads, IReadOnlyList<MarketTableRow> Rows, bool Chart = false);

/// <param name="Bar">What is drawn of the row: a number of providers.</param>
public sealed record MarketTableRow(string Name, IReadOnlyList<string> Cells, int Bar);

/// <summary>What the page of a question about the market shows.</summary>
/// <param name="Beside">The law, as HTML; empty for none.</param>
public sealed record MarketFigures(string Title, string Summary, IReadOnlyList<MarketTable> Tables, string Beside, IReadOnlyList<string> Sources, DateOnly Day, TimeOnly Until)
{
    /// <summary>The figures; null if the question is none that has a page.</summary>
    /// <param name="today">The day in the United Kingdom.</param>
    public static MarketFigures? Of(MarketAnswers answers, MarketAsked asked, DateOnly today, DateTimeOffset until)
    {
        if (asked.Question == MarketQuestion.Cover) return null;
        var ends = TimeOnly.FromDateTime(UkClock.At(until).DateTime);
        if (asked.Question == MarketQuestion.LeaveOut)
        {
            var leftOut = answers.LeftOut(asked, today);
            return new MarketFigures($"Who would be left out: {MarketWording.Title(leftOut.Search.Understood)}", Markdown.ToHtml(LeftOutWording.Figures(leftOut, [])), [LeftOutTable(leftOut)], Markdown.ToHtml(answers.Law(today).Text), answers.Sources, today, ends);
        }
        var view = answers.View(asked);
        return new MarketFigures($"The market: {MarketWording.Title(view.Search.Understood)}", Markdown.ToHtml(MarketWording.HowMany(view)), [.. TablesOf(view)], "", answers.Sources, today, ends);
    }

    private static IEnumerable<MarketTable> TablesOf(MarketView view)
    {
        var (rows, of) = view.Rows switch { MarketRows.Towns => ("Where: by town of the address", "Town"), MarketRows.Councils => ("Where: by council", "Council"), _ => ("Where: by region", "Region") };
        if (view.Themes.Count > 0)
        {
            yield return new MarketTable("services", "Services, by how many councils state none", "Service", ["Providers that state it", "Councils where none is stated"],
                [.. view.Themes.Select(t => new MarketTableRow(t.Service, [Number(t.Providers), t.NoneStatedIn.Count == 0 ? "0" : Invariant($"{t.NoneStatedIn.Count}: {string.Join(", ", t.NoneStatedIn)}")], t.Providers))]);
        }
        var places = view.Places.Select(p => new MarketTableRow(p.Name, view.Rows == MarketRows.Towns ? [Number(p.Count)] : [p.NoneStated ? MarketWording.NothingStated : p.Perhaps > 0 ? Invariant($"{p.Count}, perhaps {p.Perhaps} more") : Number(p.Count), Number(p.OfAnyKind ?? 0)], p.Count));
        string[] notPlaced = view.Rows == MarketRows.Towns ? [Number(view.NotPlaced)] : [Number(view.NotPlaced), "-"];
        yield return new MarketTable("where", rows, of, view.Rows == MarketRows.Towns ? ["Providers"] : ["Providers that state it", "Providers of any kind in this data"],
            [.. places, .. view.NotPlaced > 0 ? [new MarketTableRow("Not clear from the address", notPlaced, view.NotPlaced)] : Array.Empty<MarketTableRow>()], Chart: true);
        yield return Counts("income", "How big: yearly income", "Income", view.Sizes, "Not stated", view.SizeNotKnown);
        yield return Counts("people", "For whom (a group may say several)", "People", view.For, "Not stated", view.ForNotStated);
        yield return Counts("fresh", "How old the evidence is: year of the newest text", "Year", view.LastSaid, "No date", view.Undated);
    }

    private static MarketTable Counts(string id, string title, string of, IReadOnlyList<MarketCount> counts, string unknown, int unknownCount) =>
        new(id, title, of, ["Providers"], [.. counts.Append(new MarketCount(unknown, unknownCount)).Select(c => new MarketTableRow(c.Name, [Number(c.Count)], c.Count))], Chart: true);

    private static MarketTable LeftOutTable(LeftOutView view)
    {
        var rows = view.Each.Select(e => (Name: LeftOutWording.Name(e.Requirement), e.Count)).ToList();
        if (view is { Each.Count: > 1, Together: { } together }) rows.Add(("All of it together", together));
        return new MarketTable("left-out", Invariant($"Of {view.All} providers that state it"), "Requirement", ["Left out", "Meet it", "Unknown"], [.. rows.Select(r => new MarketTableRow(r.Name, Cells(r.Count), r.Count.LeftOut))]);
    }

    // Where most are unknown no figure but that one is shown.
    private static string[] Cells(StandingCount count) =>
        count.CanBeSaid ? [Number(count.LeftOut), Number(count.Meets), Number(count.Unknown)] : ["nothing can be said", "nothing can be said", Number(count.Unknown)];

    private static string Number(int number) => Invariant($"{number}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
