using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Questions;

/// <summary>How many people said one thing of one version of one entry on one day (UTC). Who they were is nowhere.</summary>
public sealed record FeedbackCount(string Entry, string Version, Verdict Verdict, DateOnly Day, int Count)
{
    public const string Kind = "feedback";

    public RecordKey Key => new(Kind, string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}/{Entry}/{Version}/{Verdict}"));

    public static FeedbackCount FromRecord(StoredRecord record) => JsonSerializer.Deserialize(record.Body, QuestionsJson.Default.FeedbackCount)!;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd}  {Count,4}  {Verdict,-10}  {Entry}  {Version}");
}

/// <summary>Counts verdicts within a turn.</summary>
public sealed class KeptFeedback(HostSettings host)
{
    public ValueTask Add(Turn turn, string entry, string version, Rating rating, CancellationToken cancel) => Change(turn, entry, version, rating, 1, cancel);

    public ValueTask TakeBack(Turn turn, string entry, string version, Rating rating, CancellationToken cancel) => Change(turn, entry, version, rating, -1, cancel);

    private async ValueTask Change(Turn turn, string entry, string version, Rating rating, int by, CancellationToken cancel)
    {
        var none = new FeedbackCount(entry, version, rating.Verdict, rating.On, 0);
        var count = await turn.Load(none.Key, QuestionsJson.Default.FeedbackCount, cancel) ?? none;
        if (count.Count + by <= 0) turn.Delete(count.Key);
        else turn.Save(count.Key, count with { Count = count.Count + by }, QuestionsJson.Default.FeedbackCount, new DateTimeOffset(rating.On, default, TimeSpan.Zero).AddDays(host.KeepFeedbackDays));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FeedbackCount))]
[JsonSerializable(typeof(GapCount))]
[JsonSerializable(typeof(IReadOnlyList<FeedbackCount>))]
[JsonSerializable(typeof(IReadOnlyList<GapCount>))]
internal sealed partial class QuestionsJson : JsonSerializerContext;
