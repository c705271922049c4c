using System.Security.Cryptography;
using System.Text;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Procurement;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>An entry as it stands on one day: with that day's amounts of law in it, or not to be stated any more.</summary>
public sealed class EntryAsOf
{
    private const int VersionLength = 12;

    private readonly ContentLibrary library;

    private EntryAsOf(ContentLibrary library, Entry entry, DateOnly day)
    {
        this.library = library;
        Entry = entry;
        Day = day;
        Text = library.Thresholds.Resolve(entry.Text, day);
        More = entry.More is null ? null : library.Thresholds.Resolve(entry.More, day);
        Version = Hash($"{entry.Currency}\n{Text}\n{More}");
    }

    public Entry Entry { get; }

    public DateOnly Day { get; }

    /// <summary>Null if an amount that it names is not known for the day.</summary>
    public string? Text { get; }

    public string? More { get; }

    /// <summary>The first twelve hexadecimal digits of a hash (SHA-256) of what is said on the day, and of whether it is told as history, law or plan.</summary>
    public string Version { get; }

    /// <summary>True if it may be stated as what it is: law as law, history as history.</summary>
    public bool Holds => Text is not null && Entry.HoldsOn(Day);

    /// <summary>True if the day on which somebody should have checked it again is past.</summary>
    public bool IsOverdue => Day > Entry.ReviewBy;

    public static EntryAsOf Of(ContentLibrary library, Entry entry, DateOnly day) => new(library, entry, day);

    /// <summary>
    /// The newest day after <paramref name="since"/>, up to this one, on which what it tells began to hold: its own first day, or that of an amount
    /// of law in it. Null if no such day is known.
    /// </summary>
    public DateOnly? BeganToHoldAfter(DateOnly since)
    {
        var amounts = Thresholds.ReferencesIn(Entry.Text + Entry.More).Select(id => library.Thresholds.On(id, Day)?.ValidFrom);
        return amounts.Append(Entry.ValidFrom).Where(d => d > since && d <= Day).Max();
    }

    /// <summary>
    /// What holds on the day where this does not, or is history: the entry that is named as having replaced it, else the other half of a pair of
    /// then and now in the same file; for a local paper, today's law that it points to. Empty for an entry that holds itself.
    /// </summary>
    public IReadOnlyList<Entry> Instead()
    {
        if (Entry.ReplacedBy is { } id) return [library[id]];
        if (Holds && Entry.Currency is not (Currency.LocalPaper or Currency.Closed)) return [];
        return [.. Entry.SeeAlso.Select(e => library[e])
            .Where(e => e.Currency == Currency.InForce && !e.IsQuestionBack && e.HoldsOn(Day) && (Entry.Currency == Currency.LocalPaper || e.Topic == Entry.Topic))];
    }

    private static string Hash(string said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)))[..VersionLength];
}
