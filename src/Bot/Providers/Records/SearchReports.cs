using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers.Records;

/// <summary>The record of all searches for the audit, as lines or as one line of JSON, the oldest first.</summary>
public static class SearchReports
{
    private static readonly RecordsJson Readable = new(new JsonSerializerOptions(RecordsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <param name="from">The first day, UK time; null for no bound.</param>
    /// <param name="to">The last day, UK time, included; null for no bound.</param>
    public static async ValueTask<IReadOnlyList<string>> Of(IConversationStore store, bool json, DateOnly? from, DateOnly? to, CancellationToken cancel)
    {
        var stored = await store.Records(SearchRecord.Kind, from is { } first ? StartOf(first) : "", to is { } last && last < DateOnly.MaxValue ? StartOf(last.AddDays(1)) : "A", cancel);
        var searches = stored.Select(SearchRecord.FromRecord).ToList();
        if (json) return [JsonSerializer.Serialize(new SearchRecordFile(searches), Readable.SearchRecordFile)];
        return searches.Count == 0 ? ["Nobody has searched for providers in that time."] : [.. searches.Select(Line)];
    }

    private static string Line(SearchRecord s) => string.Create(CultureInfo.InvariantCulture,
        $"{s.At:yyyy-MM-dd HH:mm:ss} UTC  {s.Receipt}  {s.By} ({s.Channel}, {s.Role})  {ProvidersWording.InWords(s.Result.Understood)}  found {s.Result.Total}, listed {s.Found.Count}  data version {s.Result.DataVersion} (imports {string.Join(", ", s.Imports.Select(i => i.Version))})  week {s.Week}");

    // Ids begin with digits.
    private static string StartOf(DateOnly day) => SearchRecord.IdFrom(UkClock.Of(day.ToDateTime(TimeOnly.MinValue)));
}
