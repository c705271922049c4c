using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Bot.Providers.Records;

/// <summary>What is said of the record of searches.</summary>
public static class SearchRecordWording
{
    private const int MostNames = 30;

    public const string NotYours = "I have no such search in your record. Type **show my search record** to see what there is.";

    public static string Kept(HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"Each search is kept for {HowLong(host.KeepSearchRecordsDays)} with your id here, what I understood, the data it was made in and what was found, so that you and an audit can show it again. What you typed is not in it.");

    public static string Held(int count, HostSettings host) =>
        string.Create(CultureInfo.InvariantCulture, $"the record of your {(count == 1 ? "search" : $"{count} searches")} for providers, with your id here; kept for {HowLong(host.KeepSearchRecordsDays)}, for you and for an audit, and not deleted with the rest");

    /// <summary>Days in words: whole years where they are about that.</summary>
    public static string HowLong(int days) => string.Create(CultureInfo.InvariantCulture, $"{(days >= 730 && days % 365 < 10 ? $"{days / 365} years" : $"{days} days")}");

    public static string List(IReadOnlyList<ListedSearch> newest, int all, HostSettings host)
    {
        if (newest.Count == 0) return "You have not searched for providers yet. " + Kept(host);
        var text = new StringBuilder("**Your search record**, the newest first (UK time)\n\n");
        for (var i = 0; i < newest.Count; i++) text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {Markdown.Plain(newest[i].ToString())}\n");
        if (all > newest.Count) text.Append(CultureInfo.InvariantCulture, $"\nThese are the newest {newest.Count} of {all}; the export has all of them.\n");
        return text.Append('\n').Append(Kept(host)).ToString();
    }

    public static string AsItWas(SearchRecord record, SearchRecords records, HostSettings host)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**As it was on {UkClock.Say(record.At)} (UK time).** Not searched again. Receipt **{record.Receipt}**.\n\n");
        text.Append(ProvidersWording.Result(records.AsItWas(record), [.. record.Imports.Select(i => i.InWords)], host)).Append("\n\n");
        if (record.Found.Count > record.Result.Matches.Count)
        {
            var further = record.Found.Skip(record.Result.Matches.Count).ToList();
            text.Append("After these came, in this order: ").AppendJoin("; ", further.Take(MostNames).Select(f => Markdown.Plain(records.NameOf(f)) + (f.Outside ? " (outside)" : "")));
            if (further.Count > MostNames) text.Append(CultureInfo.InvariantCulture, $"; and {further.Count - MostNames} more that the record names");
            text.Append(".\n\n");
        }
        if (!record.IsWhole) text.Append(CultureInfo.InvariantCulture, $"More than {SearchRecords.MostFound} were found; the record names that many.\n\n");
        return text.Append(Order(record.Week)).Append(CultureInfo.InvariantCulture, $" Data version {record.Result.DataVersion}.").ToString();
    }

    /// <summary>What decided the order, for whoever has to explain it.</summary>
    /// <param name="week">Year and week, such as 202647.</param>
    public static string Order(int week) =>
        string.Create(CultureInfo.InvariantCulture, $"Order: best match first. Those that match equally well are shuffled by the query and the week (seed: this query and {week / 100}, week {week % 100}), so that nobody is always first and the same search in that week gives the same order.");
}
