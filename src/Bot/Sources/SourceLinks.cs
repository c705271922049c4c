using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Bot.Sources;

/// <summary>Where the page of an entry is, for whoever has a turn.</summary>
public sealed class SourceLinks(ContentLibrary library, HostSettings host)
{
    private const int DaysUntilAgeIsSaid = 60;

    /// <summary>A line of links to what an answer is made of, saying its age once it has one; null where the bot does not know where its own pages are.</summary>
    public string? For(Turn turn, IReadOnlyList<string> ids)
    {
        var entries = ids.Select(library.Find).OfType<Entry>().ToList();
        if (host.AddressFor(turn) is not { } site || entries.Count == 0) return null;
        if (entries is [var one]) return $"[More about this answer]({Address(site, one.Id)}){Aged(one, turn)}";
        return "More about this answer: " + string.Join(", ", entries.Select(e => $"[{e.Title}]({Address(site, e.Id)}){Aged(e, turn)}"));
    }

    public static string Address(string site, string entry) => $"{site}/sources/{Uri.EscapeDataString(entry)}";

    private static string Aged(Entry entry, Turn turn) =>
        turn.Today.DayNumber - entry.CheckedOn.DayNumber < DaysUntilAgeIsSaid ? "" : $", checked {Age.InWords(entry.CheckedOn, turn.Today)}";
}
