using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Partners;

/// <summary>What is said to a group that looks for a partner. What others wrote is quoted as plain text.</summary>
public static class PartnersWording
{
    private const int LongestQuote = 220;
    private const int MostSaid = 2;
    private const string RegisterSearch = "https://register-of-charities.charitycommission.gov.uk/charity-search";

    public const string WhichPlace = "There is more than one place of that name. Which one do you mean?";
    public const string NotAPlace = "I did not find a place in that.";
    public const string NotWork = "I did not understand what kind of work that is. Please say it in one or two plain words.";
    public const string Back = "Now back to the partner that you look for.";

    public static string Question(PartnerDetail detail) => detail == PartnerDetail.Work
        ? "What should your partner do? One or two words will do, for example *transport*, *befriending* or *lunch clubs*."
        : "Where? Type a town, a council or the first half of a postcode, for example *Bolton* or *BL3*.";

    public static string UnknownPlace(string place) => $"I do not know a place called **{Markdown.Plain(place)}**.";

    public static string TalkItOver(HostSettings host) =>
        $"That is fine. Talk it over with {host.LocalSupport}: they know who does what near you, and can introduce you. Type **find us a partner** when you want to look here.";

    public static string NoMore(HostSettings host) => string.Create(CultureInfo.InvariantCulture,
        $"I show at most {FindPartners.Most} groups for one kind of work in one place. Name a smaller place, or another kind of work, to see others. {host.LocalSupport}, know more than the lists do.");

    public static string OnlyWorkAndPlace(HostSettings host) =>
        $"Here I show what groups do and where, and nothing about size or money; I neither sort the list nor save it for you. Accounts of charities are on [the register]({RegisterSearch}). Ask {host.LocalSupport}, who would suit you.";

    /// <param name="registerLink">A provider's page on its register, if a data set gives it.</param>
    /// <param name="site">Where our own pages are; null if that is not known.</param>
    public static string Result(PartnerResult result, Func<string, string?> registerLink, string? site, HostSettings host)
    {
        var text = new StringBuilder("**You look for:** ").Append(Markdown.Plain(Understood(result.Understood))).Append("\n\n");
        foreach (var note in result.Understood.AboutPlaces) text.Append(Markdown.Plain(note)).Append("\n\n");
        if (result.Suggestion is { } suggestion) text.Append(Markdown.Plain(suggestion)).Append("\n\n");
        if (result.LeftOut.Count > 0) text.Append("I do not sort groups by ").Append(Markdown.Plain(string.Join(" or ", result.LeftOut))).Append(" here.\n\n");
        text.Append(Count(result)).Append("\n\n");
        foreach (var partner in result.Shown) Append(text, partner, registerLink);
        if (result.More) text.Append(CultureInfo.InvariantCulture, $"More groups fit. I show {FindPartners.Most} at most, and they take turns by the week. Name a smaller place or kind of work to see others.\n\n");
        if (result.Shown.Count > 0) text.Append("These are public facts. Nobody here has checked them, and the order says nothing about how good a group is. A past grant is no proof that a group still runs. Who is not listed may still exist.\n\n");
        text.Append("**What to do next.** Get in touch, say what you do and which part you need, and ask to meet. Before you bid together, write down who does what, who is paid when, and what happens if one of you leaves.");
        if (site is not null) text.Append(CultureInfo.InvariantCulture, $" Read about [going in together]({site}/sources/consortium) and [the agreement to make first]({site}/sources/partnership-agreement).");
        return text.Append(' ').Append(result.Shown.Count > 0 ? $"To be introduced, ring {host.LocalSupport}." : $"Ring {host.LocalSupport}: they know who does what, and can introduce you.").ToString();
    }

    private static string Understood(Understood u)
    {
        var work = u.Services.Concat(u.Words).ToList();
        if (u.Name is { } name) work.Add(name);
        var parts = new List<string>();
        if (work.Count > 0) parts.Add(string.Join(", ", work));
        if (u.WhoFor.Count > 0) parts.Add("for " + string.Join(", ", u.WhoFor));
        if (u.Places.Count > 0) parts.Add((u.Near ? "near " : "in ") + string.Join(" or ", u.Places));
        return string.Join("; ", parts);
    }

    private static string Count(PartnerResult result) => result.Shown switch
    {
        [] => "I found no group for that in the lists I have. That does not mean that there is none.",
        _ when result.Shown.All(p => p.Notes.Any(n => n.StartsWith("Outside", StringComparison.Ordinal))) && !result.Understood.Near => "I found none there in the lists I have. These are not far away:",
        [_] => "I found one group.",
        var shown => string.Create(CultureInfo.InvariantCulture, $"Here are {shown.Count} groups."),
    };

    private static void Append(StringBuilder text, Partner partner, Func<string, string?> registerLink)
    {
        text.Append("**").Append(Markdown.Plain(partner.Name)).Append("** (").Append(Markdown.Plain(partner.Place)).Append(")\n");
        foreach (var said in partner.Says.DistinctBy(r => (r.Text, r.Source)).Take(MostSaid))
        {
            var how = said.How == MentionKind.Name ? $"{Sentence(said.What)}, by its name only" : said.What.Length > 0 ? Sentence(said.What) : "It says";
            var date = said.Date is { } day ? day.ToString(", d MMMM yyyy", CultureInfo.InvariantCulture) : ", date not stated";
            text.Append("- ").Append(Markdown.Plain(how)).Append(": \"").Append(Markdown.Plain(Cut(said.Text))).Append("\" (").Append(Markdown.Plain(said.Source)).Append(date).Append(")\n");
        }
        foreach (var missing in partner.NotStated) text.Append("- Not stated: ").Append(Markdown.Plain(missing)).Append('\n');
        foreach (var note in partner.Notes) text.Append("- ").Append(Markdown.Plain(note)).Append('\n');
        if (Reach(partner, registerLink(partner.Id)) is { } reach) text.Append("- ").Append(reach).Append('\n');
        text.Append("- From: ").Append(Markdown.Plain(partner.DataSet)).Append(" (licence: ").Append(Markdown.Plain(partner.Licence))
            .Append(CultureInfo.InvariantCulture, $"; last seen {partner.LastSeen:d MMMM yyyy})").Append("\n\n");
    }

    private static string? Reach(Partner partner, string? register)
    {
        var links = new List<string>();
        if (Link("Website", partner.Website) is { } website) links.Add(website);
        if (Link("Page on the register", register) is { } page) links.Add(page);
        else if (partner.Id.StartsWith("GB-CHC-", StringComparison.Ordinal)) links.Add($"[Charity number {Markdown.Plain(partner.Id["GB-CHC-".Length..])} on the register]({RegisterSearch})");
        return links.Count > 0 ? string.Join(", ", links) : partner.Contact is null ? "Website: not stated" : null;
    }

    // An address from outside is a link only if it is a plain address of the web.
    private static string? Link(string label, string? address)
    {
        if (address is null || !Uri.TryCreate(address.Contains("://", StringComparison.Ordinal) ? address : "https://" + address, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || !uri.Host.Contains('.', StringComparison.Ordinal)) return null;
        return $"[{label}]({uri.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Cut(string text) => text.Length <= LongestQuote ? text : text[..(text.LastIndexOf(' ', LongestQuote) is > 0 and var space ? space : LongestQuote)] + " ...";
}
