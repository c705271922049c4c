using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Market;

namespace CommissioningBot.Bot.Market;

/// <summary>How it is told who could cover a need together.</summary>
public static class PartnersWording
{
    public const string WhichParts = "Which services must be covered, and where? For example: *who together could cover befriending, transport and lunch clubs in Bolton?*";

    private const int LongestQuote = 120;

    // The rest is for programs: five sets of four with their words would fill a screen.
    private const int MostShown = 3;

    public static string Of(PartnersView view)
    {
        var text = new StringBuilder("**Who together could cover: ").Append(Markdown.Plain(MarketWording.Title(view.Search.Understood with { Words = [] }))).Append("**\n\n");
        MarketWording.Notes(text, view.Search);
        text.Append("Providers that state each part: ").AppendJoin("; ", view.Parts.Select(p => FormattableString.Invariant($"{Markdown.Plain(p.Name)} {p.Count}"))).Append(".\n\n");
        if (view.NotStated.Count > 0) text.Append("**Still not covered:** ").Append(Markdown.Plain(string.Join(", ", view.NotStated))).Append(": ").Append(MarketWording.NothingStated).Append(".\n\n");
        if (view.NotLookedFor.Count > 0) text.Append("Not looked for: ").Append(Markdown.Plain(string.Join(", ", view.NotLookedFor))).Append(". Please put it as a service I know, or ask for fewer parts.\n\n");
        if (view.Sets.Count == 0) return text.ToString().TrimEnd();
        var shown = view.Sets.Take(MostShown).ToList();
        text.Append(HowMany(view, shown.Count)).Append("\n\n");
        for (var i = 0; i < shown.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1}. ").AppendJoin("; with ", shown[i].Select(Told)).Append('\n');
        foreach (var note in shown.SelectMany(s => s).DistinctBy(p => p.Id).SelectMany(p => p.Notes.Select(n => $"{p.Name}: {n}"))) text.Append("\n- ").Append(Markdown.Plain(note));
        return text.ToString().TrimEnd();
    }

    private static string HowMany(PartnersView view, int shown)
    {
        var size = view.Sets[0].Count;
        var sets = view.AllSets == 1 ? "There is one way to do that" : FormattableString.Invariant($"There are {view.AllSets} ways to do that{(view.AllSets > shown ? $"; here are {shown}" : "")}");
        var fewest = size == 1 ? "**One provider** alone states" : FormattableString.Invariant($"At the fewest, **{size} providers** between them state");
        return $"{fewest} {(view.NotStated.Count > 0 ? "the rest" : "all of it")}. {sets}. Who comes first is drawn by the week and is no ranking. That a group states a part does not say that it has room for more, or wants to work with others.";
    }

    private static string Told(CoverPartner partner) =>
        $"**{Markdown.Plain(partner.Name)}** ({Markdown.Plain(partner.Place)}) for " + string.Join("; ", partner.Parts.GroupBy(p => p.Because.Text).Select(Told));

    // What one sentence states is quoted once.
    private static string Told(IGrouping<string, PartnerPart> stated)
    {
        var because = stated.First().Because;
        return $"{Markdown.Plain(string.Join(", ", stated.Select(p => p.What)))}: \"{Markdown.Plain(Cut(because.Text))}\" ({Markdown.Plain(because.Source)}{Date(because)})";
    }

    private static string Date(Reason because) => because.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $", {date:d MMMM yyyy}") : "";

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..(text.LastIndexOf(' ', LongestQuote) is > 0 and var space ? space : LongestQuote)] + " ...";
}
