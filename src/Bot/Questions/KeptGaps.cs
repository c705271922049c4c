using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Questions;

/// <summary>A question that the content does not answer, in known words only, and how often it came up.</summary>
/// <param name="Words">See <see cref="AskedInKnownWords"/>.</param>
/// <param name="Places">Places of the papers that it named.</param>
/// <param name="Outcome">The decision that was taken, or that the answer was found not useful.</param>
/// <param name="Nearest">The entry that came nearest, or was told; null if none did.</param>
/// <param name="First">The day (UTC) on which it first came up.</param>
public sealed record GapCount(string Words, IReadOnlyList<string> Places, string Outcome, string? Nearest, int Count, DateOnly First, DateOnly Last)
{
    public const string Kind = "gap";

    public static GapCount FromRecord(StoredRecord record) => JsonSerializer.Deserialize(record.Body, QuestionsJson.Default.GapCount)!;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{(Count == 1 ? "once" : $"{Count} times")}: {Words}{(Places.Count > 0 ? $" ({string.Join(", ", Places)})" : "")}: {Outcome}{(Nearest is null ? "" : $", {Nearest}")}; {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}");
}

/// <summary>Counts gaps within a turn, and lists them.</summary>
public sealed partial class KeptGaps(KnownWords known, HostSettings host)
{
    public const string NotUseful = "found not useful";

    /// <summary>A text in known words, as it may be kept.</summary>
    public AskedInKnownWords Stripped(string text) => known.Of(LeftOut().Replace(text, " 0 "));

    /// <summary>Counts a question once more; nothing if no word of it says what it was about.</summary>
    public async ValueTask Add(Turn turn, AskedInKnownWords asked, string outcome, string? nearest, CancellationToken cancel)
    {
        if (asked.Count == 0) return;
        var key = Key(asked, outcome);
        var none = new GapCount(asked.Text, asked.Places, outcome, nearest, 0, turn.Today, turn.Today);
        var gap = await turn.Load(key, QuestionsJson.Default.GapCount, cancel) ?? none;
        turn.Save(key, gap with { Count = gap.Count + 1, Nearest = nearest, Last = turn.Today }, QuestionsJson.Default.GapCount, turn.Now.AddDays(host.KeepFeedbackDays));
    }

    /// <summary>All gaps, those that came up most often first.</summary>
    public static async ValueTask<IReadOnlyList<GapCount>> All(IConversationStore store, CancellationToken cancel) =>
        [.. (await store.Records(GapCount.Kind, cancel)).Select(GapCount.FromRecord)
            .OrderByDescending(g => g.Count).ThenByDescending(g => g.Last).ThenBy(g => g.Words, StringComparer.Ordinal)];

    private static RecordKey Key(AskedInKnownWords asked, string outcome) =>
        new(GapCount.Kind, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{outcome}\n{asked.Text}\n{string.Join(',', asked.Places)}")))[..24]);

    // What PrivateDetails put in the place of a number; a figure, so that it is left out as one.
    [GeneratedRegex(@"\([\w -]+ left out\)")]
    private static partial Regex LeftOut();
}
