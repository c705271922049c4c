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

    public static string Of(PartnersView view)
    {
        var text = new StringBuilder("**Who together could cover: ").Append(Markdown.Plain(MarketWording.Title(view.Search.Understood with { Words = [] }))).Append("**\n\n");
        MarketWording.Notes(text, view.Search);
        text.Append("Providers that state each part: ").AppendJoin("; ", view.Parts.Select(p => FormattableString.Invariant($"{Markdown.Plain(p.Name)} {p.Count}"))).Append(".\n\n");
        if (view.NotStated.Count > 0) text.Append("**Still not covered:** ").Append(Markdown.Plain(string.Join(", ", view.NotStated))).Append(": ").Append(MarketWording.NothingStated).Append(".\n\n");
        if (view.NotLookedFor.Count > 0) text.Append("Not looked for: ").Append(Markdown.Plain(string.Join(", ", view.NotLookedFor))).Append(". Please put it as a service I know, or ask for fewer parts.\n\n");
        if (view.Sets.Count == 0) return text.ToString().TrimEnd();
        text.Append(HowMany(view)).Append("\n\n");
        for (var i = 0; i < view.Sets.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. ").AppendJoin("; with ", view.Sets[i].Select(Told)).Append('\n');
        }
        foreach (var note in view.Sets.SelectMany(s => s).DistinctBy(p => p.Id).SelectMany(p => p.Notes.Select(n => $"{p.Name}: {n}"))) text.Append("\n- ").Append(Markdown.Plain(note));
        return text.ToString().TrimEnd();
    }

    private static string HowMany(PartnersView view)
    {
        var size = view.Sets[0].Count;
        var what = view.NotStated.Count > 0 ? "what is stated" : "all of it";
        var providers = size == 1 ? "one provider alone" : FormattableString.Invariant($"{size} providers");
        var shown = view.AllSets > view.Sets.Count ? FormattableString.Invariant($"There are {view.AllSets} such sets; here are {view.Sets.Count}") : view.Sets.Count == 1 ? "There is one such set" : FormattableString.Invariant($"There are {view.Sets.Count} such sets");
        return $"The fewest that state {what} between them: **{providers}**. {shown}. Who comes first is drawn by the week and is no ranking. That a group states a part does not say that it has room for more, or wants to work with the others.";
    }

    private static string Told(Partner partner) =>
        $"**{Markdown.Plain(partner.Name)}** ({Markdown.Plain(partner.Place)}): " + string.Join("; ", partner.Parts.Select(p => $"{Markdown.Plain(p.What)}, \"{Markdown.Plain(Cut(p.Because.Text))}\" ({Markdown.Plain(p.Because.Source)}{Date(p.Because)})"));

    private static string Date(Reason because) => because.Date is { } date ? string.Create(CultureInfo.InvariantCulture, $", {date:d MMMM yyyy}") : "";

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..(text.LastIndexOf(' ', LongestQuote) is > 0 and var space ? space : LongestQuote)] + " ...";
}
