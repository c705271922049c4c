using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>What the bot says about being found by commissioners.</summary>
public static class ListingWording
{
    public const string DataSet = "Listed by the group itself";
    public const string NoCheckHere = "No health check is open here. An entry for commissioners goes with your check, so begin one first, or type **resume** and your four words.";
    public const string Begin = "Council officers search here for groups that do what they need, and groups look for partners. If you like, they can find yours too, also if you are on no register. I ask five short things and show you the entry; nothing is shown to anybody before you say yes.";
    public const string Back = "Now back to your entry for commissioners.";
    public const string StoppedInTheMiddle = "What you filled in for your entry is kept for 30 days. Type **list us** to go on.";
    public const string NotListed = "You have no entry for commissioners, so nothing was changed.";
    public const string OnlyForAdvisers = "Requests to be listed are looked at by advisers only.";
    public const string NoSuchRequest = "That request is not open any more: it was decided, withdrawn or has lapsed.";

    public static string Label(string field) => field switch
    {
        ListingFields.Name => "Name",
        ListingFields.What => "What you do",
        ListingFields.WhoFor => "Who for",
        ListingFields.Place => "Place",
        _ => "How to reach you",
    };

    public static string Question(string field, string? note)
    {
        var question = field switch
        {
            ListingFields.Name => "What is your group called, in full?",
            ListingFields.What => "In two or three sentences: what do you do? Leave out names of people.",
            ListingFields.WhoFor => "Who is it for? For example: *older people who live alone*.",
            ListingFields.Place => "In which town or village? You may add the first half of the postcode, for example *Farnworth BL4*. Leave out the street.",
            _ => "How may people reach you? Type **one** way that belongs to the group and not to a person: a shared mailbox such as *info@yourclub.org*, your website, or your page on a register. It is shown to whoever finds you.",
        };
        return (note is null ? "" : note + "\n\n") + $"**{Label(field)}**\n\n{question}";
    }

    public static string NotAnAnswer(string field) => field == ListingFields.Contact
        ? "Please type one mail address or one web address. Telephone numbers are not taken here."
        : "That is empty or too long. Please say it shorter.";

    public static string Preview(KeptListing listing, HostSettings host)
    {
        var text = new StringBuilder("**This is what others would see**\n\n");
        foreach (var field in ListingFields.All) text.Append("- ").Append(Label(field)).Append(": ").Append(Markdown.Plain(listing[field])).Append('\n');
        return text.Append(CultureInfo.InvariantCulture, $"""

            Before you say yes:
            - Council officers find it, and so do groups that look for a partner. You can choose officers only.
            - Nothing of your health check is shown with it: no answer and no result.
            - An adviser of {host.SiteName} looks at it first.
            - It stays for twelve months at most. You can take it back at any time: type **withdraw our listing**.
            - Being listed is no promise of money, and no group has to be.
            """).ToString();
    }

    public static string Asked(HostSettings host) => $"Thank you. An adviser of {host.SiteName} looks at it; until then nobody finds it. Type **our listing** to see how it stands, or **withdraw our listing** to take it back.";

    public static string Standing(KeptListing listing, HostSettings host) => listing.State switch
    {
        ListingState.Asked => "Your entry is **asked for**: an adviser has not looked at it yet, and nobody finds it.",
        ListingState.Confirmed => string.Create(CultureInfo.InvariantCulture, $"Your entry is **shown to {Whom(listing)}** until {UkTime.DayOf(listing.Until):d MMMM yyyy}. An adviser confirmed it on {listing.ConfirmedOn:d MMMM yyyy}."),
        _ => $"The adviser has **not confirmed** your entry, and nobody finds it. Please ask {host.LocalSupport}, why. You can withdraw it and begin again.",
    };

    private static string Whom(KeptListing listing) => listing.ForGroups ? "officers and groups that look for a partner" : "officers only";

    public static string Withdrawn(KeptListing listing) => listing.State == ListingState.Confirmed
        ? "Done. Your entry is deleted, and the search does not find it from the next few seconds on."
        : "Done. Your entry is deleted.";

    public static string Held(KeptListing listing) => string.Create(CultureInfo.InvariantCulture,
        $"your entry for commissioners, with the way to reach you; {(listing.State switch { ListingState.Confirmed => "shown to " + Whom(listing), ListingState.Asked => "asked for, not shown", _ => "not shown" })}, kept until {UkTime.DayOf(listing.Until):d MMMM yyyy}");

    /// <summary>Who says so; the day of the adviser's yes is its date and follows wherever it is quoted.</summary>
    public static string Source(KeptListing listing, HostSettings host) => string.Create(CultureInfo.InvariantCulture,
        $"listed by the group itself, lapses {UkTime.DayOf(listing.Until):d MMMM yyyy}; confirmed by an adviser of {host.SiteName}");

    public static string Requests(IReadOnlyList<KeptListing> shown, int all)
    {
        if (all == 0) return "No group asks to be listed at the moment.";
        var text = new StringBuilder("**Groups that ask to be found by commissioners**\n\n");
        foreach (var listing in shown) text.Append("- ").AppendJoin("; ", ListingFields.All.Select(f => $"{Label(f)}: {Markdown.Plain(listing[f])}")).Append("; to be shown to ").Append(Whom(listing)).Append('\n');
        if (all > shown.Count) text.Append(CultureInfo.InvariantCulture, $"- and {all - shown.Count} more, when these are decided\n");
        return text.Append("\nConfirm what you know to be a real group with a contact that belongs to it and not to a person. You do not vouch for its work.").ToString();
    }

    public static string Confirmed(KeptListing listing) => string.Create(CultureInfo.InvariantCulture, $"Confirmed. {(listing.ForGroups ? "Officers and groups that look for a partner" : "Officers")} find {Markdown.Plain(listing[ListingFields.Name])} from now on, until {UkTime.DayOf(listing.Until):d MMMM yyyy}.");

    public static string Declined(HostSettings host) => $"Declined. The group reads that it was not confirmed and may ask {host.LocalSupport}.";
}
