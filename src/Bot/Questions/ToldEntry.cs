using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Bot.Questions;

/// <summary>What somebody said of an answer.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Verdict>))]
public enum Verdict
{
    Useful,

    /// <summary>Not useful, and no reason was given.</summary>
    NotUseful,
    Wrong,
    OutOfDate,
    NotAsked,
    TooHard,
}

/// <summary>A verdict with its day (UTC).</summary>
public sealed record Rating(Verdict Verdict, DateOnly On);

/// <summary>An entry that this conversation was told: which, in which version and on what day (UTC). No words.</summary>
public sealed record ToldEntry(string Id, string Version, DateOnly On, Rating? Rating = null);

/// <summary>The entries that a conversation was told, newest last.</summary>
public static class ToldEntries
{
    private const int Most = 30;

    /// <summary>The list with an entry told now. Told again in the same version, it keeps its rating, so that nobody counts twice.</summary>
    public static IReadOnlyList<ToldEntry> With(this IReadOnlyList<ToldEntry> told, EntryAsOf entry)
    {
        var before = told.FirstOrDefault(t => t.Id == entry.Entry.Id && t.Version == entry.Version);
        return [.. told.Where(t => t.Id != entry.Entry.Id).TakeLast(Most - 1), new ToldEntry(entry.Entry.Id, entry.Version, entry.Day, before?.Rating)];
    }

    public static IReadOnlyList<ToldEntry> Replacing(this IReadOnlyList<ToldEntry> told, ToldEntry old, ToldEntry? by) =>
        [.. told.Select(t => t == old ? by : t).OfType<ToldEntry>()];
}
