using System.Text.Encodings.Web;
using System.Text.Json;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Questions;

/// <summary>Gaps and feedback as lines for an operator: one for each, or one line of JSON.</summary>
public static class AnswerReports
{
    private static readonly QuestionsJson Readable = new(new JsonSerializerOptions(QuestionsJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async ValueTask<IReadOnlyList<string>> Gaps(IConversationStore store, bool json, CancellationToken cancel)
    {
        var gaps = await KeptGaps.All(store, cancel);
        if (json) return [JsonSerializer.Serialize(gaps, Readable.IReadOnlyListGapCount)];
        return gaps.Count == 0 ? ["There is nothing on the list."] : [.. gaps.Select(g => g.ToString())];
    }

    public static async ValueTask<IReadOnlyList<string>> Feedback(IConversationStore store, bool json, CancellationToken cancel)
    {
        IReadOnlyList<FeedbackCount> counts = [.. (await store.Records(FeedbackCount.Kind, cancel)).Select(FeedbackCount.FromRecord)];
        if (json) return [JsonSerializer.Serialize(counts, Readable.IReadOnlyListFeedbackCount)];
        return counts.Count == 0 ? ["Nobody has said anything yet."] : [.. counts.Select(c => c.ToString())];
    }
}
