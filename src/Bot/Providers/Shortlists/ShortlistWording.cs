using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Providers.Shortlists;

/// <summary>What is said about a shortlist.</summary>
public static class ShortlistWording
{
    public const string NoList = "There is no list here that I could take a number from. Search first, such as *befriending in Bolton*, or name the provider: *add Age UK Bolton to my shortlist*.";
    public const string NotInData = "That provider is not in the data any more, so I have not added it. It may still exist: look at the register.";
    public const string NotOnIt = "I see nobody of that name on your shortlist, so nothing was changed. Type **my shortlist** to see it.";
    public const string Empty = "Your shortlist is empty. Search for providers and press *Shortlist*, or type **add 2 to my shortlist**.";
    public const string Cleared = "Your shortlist is empty now. Your search record stays.";
    public const string WhichOff = "Which one shall I take off?";
    public const string Stopped = "Your shortlist is kept; the reason can follow at any time: type **my shortlist**.";

    public static string Full => string.Create(CultureInfo.InvariantCulture, $"Your shortlist is full: it holds {KeptShortlist.Most}. Take one off first.");

    public static string NameOf(ShortlistEntry entry, Provider? now) => entry.Name ?? now?.Name ?? "A group that had listed itself";

    public static string NoSuchNumber(int number, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"There is no number {number} in the list that I showed last: it {(count == 1 ? "has one provider" : $"goes from 1 to {count}")}. Nothing was added.");

    public static string NoSuchEntry(int count) => string.Create(CultureInfo.InvariantCulture, $"Your shortlist {(count == 1 ? "has one entry" : $"goes from 1 to {count}")}, so nothing was changed. Type **my shortlist** to see it.");

    public static string NobodyOfThatName(string name) => $"I find nobody called {Markdown.Plain(name)} in this data, so I have not added anything. They may still exist: look at the register.";

    public static string WhichOne(string name, int total) =>
        string.Create(CultureInfo.InvariantCulture, $"{(total == 1 ? "One name is" : $"{total} names are")} like {Markdown.Plain(name)}. Which one do you mean?{(total > FindProviders.PageSize ? " These fit best; type more of the name for others." : "")}");

    public static string Already(string name, DateTimeOffset at, bool isUnchanged) =>
        string.Create(CultureInfo.InvariantCulture, $"**{Markdown.Plain(name)}** is on your shortlist already, since {UkTime.DayOf(at):d MMMM yyyy}.{(isUnchanged ? " Nothing was changed." : "")}");

    /// <summary>A name with what tells it from others like it, as Markdown.</summary>
    public static string Known(ShortlistEntry entry, string name, string? place)
    {
        string?[] known = [entry.Id.StartsWith("GB-", StringComparison.Ordinal) ? entry.Id : null, place ?? (entry.Place.Length > 0 ? entry.Place : null)];
        var more = string.Join(", ", known.Where(k => k is not null).Select(k => Markdown.Plain(k!)));
        return $"**{Markdown.Plain(name)}**{(more.Length > 0 ? $" ({more})" : "")}";
    }

    /// <param name="added">Each as <see cref="Known"/> makes it.</param>
    public static string Added(IReadOnlyList<string> added, int count, HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"Added to your shortlist: {string.Join("; ", added)}. It has {count} {(count == 1 ? "entry" : "entries")}; I keep it for you alone, for {host.KeepShortlistsDays} days after its last change.");

    public static string Why(string name) => $"**Why {Markdown.Plain(name)}?** One sentence that you could show to somebody who asks, or *skip*.";

    public static string Noted(string name, string reason) => $"Noted for {Markdown.Plain(name)}: \"{Markdown.Plain(reason)}\"";

    public static string Skipped(string name) => $"No reason is noted for {Markdown.Plain(name)} yet. A shortlist without reasons is hard to defend, so please come back to it.";

    public static string TakenOff(IReadOnlyList<string> names, int left) =>
        string.Create(CultureInfo.InvariantCulture, $"Taken off your shortlist: {string.Join(", ", names.Select(Markdown.Plain))}. {(left == 0 ? "It is empty now." : $"It has {left} {(left == 1 ? "entry" : "entries")} left.")}");

    public static string Sure(int count) => string.Create(CultureInfo.InvariantCulture, $"This takes {(count == 1 ? "the one entry" : $"all {count} entries")} off your shortlist, with the reasons. It cannot be undone. Shall I?");

    public static string Held(int count, HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"your shortlist of {(count == 1 ? "one provider" : $"{count} providers")}, with your reasons; kept for {host.KeepShortlistsDays} days after its last change");

    public static string Shown(IReadOnlyList<(ShortlistEntry Entry, string Name, (Provider Provider, string Place)? Now)> entries, HostSettings host)
    {
        if (entries.Count == 0) return Empty;
        var text = new StringBuilder("**Your shortlist**\n\n");
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, name, now) = entries[i];
            text.Append(Known(entry, FormattableString.Invariant($"{i + 1}. {name}"), now?.Place));
            text.Append(CultureInfo.InvariantCulture, $"\n- Why: {(entry.Why is { } why ? $"\"{Markdown.Plain(why)}\"" : string.Create(CultureInfo.InvariantCulture, $"not said yet. Type **why {i + 1}:** and the reason"))}\n");
            text.Append(CultureInfo.InvariantCulture, $"- Added on {UkTime.DayOf(entry.AddedAt):d MMMM yyyy}{(entry.FoundBy is { } by ? $"; found by {Markdown.Plain(by)}" : "")}\n");
            foreach (var change in entry.ChangedSince(now)) text.Append("- **").Append(Markdown.Plain(change)).Append("**\n");
            text.Append('\n');
        }
        text.Append(ProvidersWording.NotSelection).Append("\n\n");
        return text.Append(CultureInfo.InvariantCulture, $"Kept for you alone, for {host.KeepShortlistsDays} days after its last change. The reasons are yours: what you keep may have to be given out under freedom of information law.").ToString();
    }
}
