using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Market;

namespace CommissioningBot.Bot.Market;

/// <summary>How the market is told in a message. What is unknown is always told; that nobody exists never is.</summary>
public static class MarketWording
{
    public const string OfWhom = "Of which providers? Please say the service and the place, such as **befriending in Bolton**.";
    public const string UnknownButton = "I cannot read that question any more. Please type it again.";
    public const string NothingStated = "none stated in this data";
    public const string Caution = "Market research, not selection. A past grant is no proof that a group still runs, and who is not in this data may still exist.";
    public const string NoneMeans = "\"None stated in this data\" says only that no text here states it. Ask the local council for voluntary service before you call it a gap.";

    // More would be a page, and there is one.
    private const int MostRows = 6;
    private const int MostNames = 15;

    public static string OnlyForCommissioners(HostSettings host) =>
        $"Views of the market are for council commissioners and advisers, and I cannot tell that you are one from here. Commissioners reach them through their council's own page or Teams. If you are a group looking for partners, ring {host.LocalSupport}: they know who does what.";

    /// <summary>"befriending for older people in Bolton", as text from outside.</summary>
    public static string Title(Understood of)
    {
        var what = string.Join(", ", of.Services.Concat(of.Words.Count > 0 ? [string.Join(' ', of.Words)] : []).DefaultIfEmpty(of.WhoFor.Count > 0 ? "anything" : "any service"));
        var people = of.WhoFor.Count > 0 ? " for " + string.Join(", ", of.WhoFor) : "";
        var place = of.Places.Count > 0 ? (of.Near ? " in or near " : " in ") + string.Join(", ", of.Places) : "";
        return what + people + place;
    }

    /// <summary>What must be made clear before anything is counted; null if nothing.</summary>
    public static string? Unclear(MarketSearch search) =>
        search.Clarify.Count > 0 ? "Which place do you mean?"
        : search.UnknownPlace is { } place ? $"I do not know a place called **{Markdown.Plain(place)}**. Please give a town, council, county or region in England."
        : null;

    public static string View(MarketView view)
    {
        var text = new StringBuilder("**The market: ").Append(Markdown.Plain(Title(view.Search.Understood))).Append("**\n\n");
        Notes(text, view.Search);
        text.Append(HowMany(view)).Append("\n\n");
        if (view.States == 0) return text.ToString().TrimEnd();
        Line(text, view.Rows switch { MarketRows.Towns => "By town of the address", MarketRows.Councils => "By council", _ => "By region" }, Rows(view), view.NotPlaced, "not clear from the address");
        Line(text, "Yearly income", view.Sizes.Where(s => s.Count > 0), view.SizeNotKnown, "not stated");
        Line(text, "For whom (a group may say several)", view.For, view.ForNotStated, "not stated");
        Line(text, "Newest thing said of them", view.LastSaid, view.Undated, "no date");
        if (view.Gone > 0) text.Append(Invariant($"- In no list any more: {view.Gone}\n"));
        if (view.Rows == MarketRows.Councils) text.Append(GapLine(view, "- "));
        return text.ToString().TrimEnd();
    }

    public static string Gaps(MarketView view)
    {
        if (view.Search.Understood is { Services.Count: 0, WhoFor.Count: 0, Words.Count: 0 }) return Themes(view);
        var text = new StringBuilder("**Gaps: ").Append(Markdown.Plain(Title(view.Search.Understood))).Append("**\n\n");
        Notes(text, view.Search);
        if (view.Rows == MarketRows.Towns)
        {
            return text.Append(HowMany(view)).Append("\n\nGaps can be told by council only. Ask for a county or a region, such as *gaps in befriending in Greater Manchester*.").ToString();
        }
        text.Append(HowMany(view)).Append("\n\n").Append(GapLine(view, "")).Append('\n').Append(NoneMeans);
        return text.ToString();
    }

    /// <summary>"9 providers in this data state it; 5 more ..."</summary>
    public static string HowMany(MarketView view)
    {
        var rest = view.Found - view.States;
        var more = rest > 0 ? Invariant($" {rest} more came up in the search, and {(rest == 1 ? "does" : "do")} not state it.") : "";
        return view.States switch
        {
            0 => $"No provider in this data states it.{more}",
            1 => $"**One provider** in this data states it.{more}",
            _ => Invariant($"**{view.States} providers** in this data state it.{more}"),
        };
    }

    /// <summary>Names, the first dozen of them.</summary>
    public static string Some(IReadOnlyList<string> names) =>
        Markdown.Plain(string.Join(", ", names.Take(MostNames))) + (names.Count > MostNames ? Invariant($" and {names.Count - MostNames} more") : "");

    public static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Themes(MarketView view)
    {
        if (view.Rows != MarketRows.Councils || view.Themes.Count == 0) return "Gaps can be told by council only. Please name a county or a region, and a service if you have one in mind: *gaps in befriending in Greater Manchester*.";
        var text = new StringBuilder("**Gaps by service: ").Append(Markdown.Plain(string.Join(", ", view.Search.Understood.Places))).Append("**\n\n");
        text.Append(Invariant($"{view.States} providers of any kind, in {view.Places.Count} councils. Services by the number of councils where none is stated in this data:\n\n"));
        foreach (var theme in view.Themes.Take(MostNames)) text.Append(Invariant($"- {theme.Service}: in {theme.NoneStatedIn.Count} of {view.Places.Count} councils none; {theme.Providers} {(theme.Providers == 1 ? "provider states" : "providers state")} it\n"));
        if (view.Places.Where(p => p.OfAnyKind == 0).Select(p => p.Name).ToList() is { Count: > 0 } empty) text.Append("\nNo provider of any kind is in this data for: ").Append(Some(empty)).Append(".\n");
        return text.Append('\n').Append(NoneMeans).ToString();
    }

    private static string GapLine(MarketView view, string mark)
    {
        var gaps = view.Gaps.ToList();
        var what = view.Rows == MarketRows.Regions ? "regions" : "councils";
        if (gaps.Count == 0) return $"{mark}It is stated in every one of the {what} there.\n";
        var text = Invariant($"{mark}**{Capital(NothingStated)}** in {gaps.Count} of {view.Places.Count} {what}: {Some([.. gaps.Select(g => g.Name)])}.\n");
        var empty = gaps.Where(g => g.OfAnyKind == 0).Select(g => g.Name).ToList();
        return empty.Count == 0 ? text : text + $"{mark}Of these the data holds no provider of any kind for: {Some(empty)}.\n";
    }

    private static IEnumerable<MarketCount> Rows(MarketView view) => view.Places.Where(p => p.Count > 0).Select(p => new MarketCount(p.Name, p.Count));

    private static void Line(StringBuilder text, string label, IEnumerable<MarketCount> counts, int unknown, string unknownLabel)
    {
        var all = counts.ToList();
        var parts = all.Take(MostRows).Select(c => Invariant($"{Markdown.Plain(c.Name)} ({c.Count})"));
        if (all.Count > MostRows) parts = parts.Append(Invariant($"{all.Count - MostRows} {(all.Count - MostRows == 1 ? "other" : "others")} ({all.Skip(MostRows).Sum(c => c.Count)})"));
        if (unknown > 0 || all.Count == 0) parts = parts.Append(Invariant($"**{unknownLabel} ({unknown})**"));
        text.Append("- ").Append(label).Append(": ").AppendJoin("; ", parts).Append('\n');
    }

    internal static void Notes(StringBuilder text, MarketSearch search)
    {
        foreach (var note in search.Understood.AboutPlaces) text.Append(Markdown.Plain(note)).Append("\n\n");
        if (search.Suggestion is { } suggestion) text.Append(Markdown.Plain(suggestion)).Append("\n\n");
    }

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];
}
