using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Questions;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Bot.Sources;

/// <summary>A source that an entry cites, as its page shows it.</summary>
/// <param name="Date">The source's own date, or when the entry was checked against it.</param>
/// <param name="Badge">In words, what standing it has.</param>
/// <param name="Url">The section itself if it has an address; null if the source is not on the web.</param>
public sealed record CitedSource(string Id, string Name, string Section, string Date, string Badge, string Licence, string? Url);

/// <summary>An entry as its page and the list show it on one day.</summary>
/// <param name="site">Where this host's pages are, for the line to copy.</param>
/// <param name="siteName">Whose pages they are.</param>
public sealed class EntryView(ContentLibrary library, EntryAsOf entry, string site, string siteName)
{
    public Entry Entry => entry.Entry;

    public DateOnly Day => entry.Day;

    public string Version => entry.Version;

    public bool IsOverdue => entry.IsOverdue;

    /// <summary>Whether it holds, in words.</summary>
    public string Badge =>
        entry.Holds ? AnswerText.Badge(Entry.Currency)
        : Entry.ValidFrom > Day ? "not in force yet"
        : AnswerText.Badge(Currency.Closed);

    /// <summary>HTML that is safe as it is; null if there is no text for the day.</summary>
    public string? Text => entry.Text is null ? null : Markdown.ToHtml(entry.Text);

    public string? More => entry.More is null ? null : Markdown.ToHtml(entry.More);

    /// <summary>What it tells of, as far as it is known.</summary>
    public string? About => string.Join(", ", [.. Entry.Places, .. Entry.Period.Length > 0 ? [Entry.Period] : Array.Empty<string>()]) is { Length: > 0 } about ? about : null;

    public string Checked => $"{Age.Day(Entry.CheckedOn)} ({(Entry.CheckedOn >= Day ? "" : "checked ")}{Age.InWords(Entry.CheckedOn, Day)})";

    public string? Valid => (Entry.ValidFrom, Entry.ValidTo) switch
    {
        ({ } from, { } to) => $"from {Age.Day(from)} to {Age.Day(to)}",
        ({ } from, null) => $"from {Age.Day(from)}",
        (null, { } to) => $"to {Age.Day(to)}",
        _ => null,
    };

    public string Confidence => Entry.Confidence switch
    {
        Knowledge.Questions.Entries.Confidence.A => "read in the source itself",
        Knowledge.Questions.Entries.Confidence.B => "found in several sources that do not copy each other",
        Knowledge.Questions.Entries.Confidence.C => "found in one source",
        _ => "not confirmed",
    };

    public bool IsReplaced => Entry.ReplacedBy is not null || !entry.Holds;

    public IReadOnlyList<Entry> Instead => entry.Instead();

    public IReadOnlyList<CitedSource> Sources =>
    [
        .. library.CitationsOf(Entry).Select(c => new CitedSource(
            c.Id, c.Source, c.Section, c.Date, AnswerText.Badge(c.Currency), library.Sources.First(s => s.Id == c.Id).Licence, c.Url)),
    ];

    /// <summary>One line for a report: the sources, and that this entry told of them, in which version.</summary>
    public string HowToCite
    {
        get
        {
            var sources = Sources.Select(s => string.Join(", ", new[] { s.Name, s.Section, s.Date }.Where(part => part.Length > 0)) + $" ({s.Badge})");
            return $"{string.Join("; ", sources)}. As told by {siteName}, \"{Entry.Title}\", version {Version}, checked {Age.Day(Entry.CheckedOn)}, read {Age.Day(Day)}: {SourceLinks.Address(site, Entry.Id)}";
        }
    }
}
