using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.AreaReports;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>
/// Makes the report of a quarter once it is over, and keeps it. A kept report never changes, and a check that was counted is counted in no other,
/// so that nothing can be learned from the difference of two. Where too few groups are waiting they wait for the next quarter.
/// </summary>
public sealed class KeptAreaReports(IConversationStore store, Catalogue catalogue, TimeProvider time) : IDisposable
{
    private const string Kind = "area-report";
    private readonly SemaphoreSlim closing = new(1, 1);

    /// <summary>All reports, the oldest first.</summary>
    public async Task<IReadOnlyList<AreaReport>> All(CancellationToken cancel) =>
        [.. (await store.Records(Kind, cancel)).Select(r => JsonSerializer.Deserialize(r.Body, AreaReportJson.Default.AreaReport)!)];

    /// <summary>Makes the report of the last quarter that is over, if there is none yet and enough groups are waiting.</summary>
    /// <exception cref="StoreUnavailableException">Nothing was kept.</exception>
    public async Task Close(CancellationToken cancel)
    {
        await closing.WaitAsync(cancel);
        try
        {
            var through = LastDayOfQuarterBefore(UkTime.DayOf(time.GetUtcNow()));
            if (await store.Load(Key(through), cancel) is null) await Close(through, cancel);
        }
        finally
        {
            closing.Release();
        }
    }

    private async Task Close(DateOnly through, CancellationToken cancel)
    {
        var counted = (await store.Records(KeptCounted.Kind, cancel)).ToDictionary(r => r.Key.Id, r => JsonSerializer.Deserialize(r.Body, AreaReportJson.Default.KeptCounted)!);
        var checks = (await store.Records(KeptCheck.Key("").Kind, cancel)).Select(r => JsonSerializer.Deserialize(r.Body, HealthCheckJson.Default.KeptCheck)!.Assessment).ToList();
        var finished = checks.Where(a => ChooseNextQuestion.InCore(catalogue, a) is NextQuestion.Done).ToList();
        var first = finished.Where(a => !counted.ContainsKey(a.Id) && UkTime.DayOf(a.Started) <= through).ToList();
        var again = finished.Where(a => a.Earlier is [.., var before] && counted.GetValueOrDefault(a.Id)?.Round != before.Changed && UkTime.DayOf(before.Changed) <= through).ToList();

        // What was counted and has been deleted since need not be remembered.
        var changes = counted.Keys.Except(checks.Select(a => a.Id)).Select(id => new RecordChange(KeptCounted.Key(id), null)).ToList();
        if (MakeAreaReport.Of(catalogue, through, first, again) is { } report)
        {
            changes.Add(new RecordChange(Key(through), JsonSerializer.Serialize(report, AreaReportJson.Default.AreaReport)));
            var rounds = report.Again is null ? [] : again.ToDictionary(a => a.Id, a => (DateTimeOffset?)a.Earlier![^1].Changed);
            foreach (var id in first.Select(a => a.Id).Union(rounds.Keys))
            {
                var mark = new KeptCounted(rounds.GetValueOrDefault(id) ?? counted.GetValueOrDefault(id)?.Round);
                changes.Add(new RecordChange(KeptCounted.Key(id), JsonSerializer.Serialize(mark, AreaReportJson.Default.KeptCounted)));
            }
        }
        if (changes.Count > 0) await store.Change(new StoreChange { Records = changes }, cancel);
    }

    public void Dispose() => closing.Dispose();

    /// <summary>The last day of the newest calendar quarter that is over.</summary>
    public static DateOnly LastDayOfQuarterBefore(DateOnly today) => new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).AddDays(-1);

    private static RecordKey Key(DateOnly through) => new(Kind, through.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>That a check was counted in a report. Goes with the check.</summary>
/// <param name="Round">The end of the round before the newest one that was counted as done again, in UTC; null if none was.</param>
public sealed record KeptCounted(DateTimeOffset? Round)
{
    public const string Kind = "area-counted";

    public static RecordKey Key(string assessment) => new(Kind, assessment);
}

/// <summary>Reports as a file for programs.</summary>
public sealed record AreaReportFile(IReadOnlyList<AreaReport> Reports);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AreaReport))]
[JsonSerializable(typeof(AreaReportFile))]
[JsonSerializable(typeof(KeptCounted))]
internal sealed partial class AreaReportJson : JsonSerializerContext;
