using System.Text.Json.Serialization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>What a group has chosen to show of its check, and who has looked. Kept as long as the check.</summary>
/// <param name="Assessment">The check's id, which is this record's too.</param>
public sealed record KeptShare(string Assessment)
{
    /// <summary>The items ticked, each with the answer that it had when it was ticked: an answer given later is not shown unasked.</summary>
    public IReadOnlyDictionary<string, Choice> Ticks { get; init; } = new Dictionary<string, Choice>();

    public bool ShowsName { get; init; } = true;

    /// <summary>True if an adviser may see every answer and the plan. Never holds for anybody else.</summary>
    public bool Everything { get; init; }

    /// <summary>The fingerprint of the viewing code; null if none is out.</summary>
    public string? Code { get; init; }

    /// <summary>When the code ends, in UTC; null if none is out.</summary>
    public DateTimeOffset? CodeUntil { get; init; }

    /// <summary>Every time somebody opened it, oldest first.</summary>
    public IReadOnlyList<Opening> Openings { get; init; } = [];

    /// <summary>What an adviser has looked at, by item.</summary>
    public IReadOnlyDictionary<string, SeenMark> Seen { get; init; } = new Dictionary<string, SeenMark>();

    /// <summary>The day (UK time) on which an adviser said that she has read the plan.</summary>
    public DateOnly? PlanRead { get; init; }

    public static RecordKey Key(string assessment) => new("share", assessment);

    /// <summary>What is ticked before the group has chosen: what is in place.</summary>
    public static KeptShare New(Assessment assessment) => new(assessment.Id) { Ticks = InPlace(assessment) };

    public static Dictionary<string, Choice> InPlace(Assessment assessment) =>
        assessment.Responses.Where(r => r.Level >= Need.LawLevel).ToDictionary(r => r.ItemId, r => r.Choice);

    public bool IsOpen(DateTimeOffset now) => Code is not null && now < CodeUntil;

    /// <summary>Whether the answer is shown: ticked, and still what it was or in place by now.</summary>
    public bool Shows(Response response) => Ticks.TryGetValue(response.ItemId, out var ticked) && (response.Choice == ticked || response.Level >= Need.LawLevel);

    /// <summary>When an adviser saw the evidence for this very answer; null if none did, or if it was another answer then.</summary>
    public DateOnly? SeenOn(Response response) => Seen.TryGetValue(response.ItemId, out var mark) && mark.Answer == response.Choice ? mark.On : null;

    public KeptShare With(Response response, bool ticked)
    {
        var ticks = new Dictionary<string, Choice>(Ticks);
        if (ticked) ticks[response.ItemId] = response.Choice;
        else ticks.Remove(response.ItemId);
        return this with { Ticks = ticks };
    }

    public KeptShare WithSeen(Response response, DateOnly on) =>
        this with { Seen = new Dictionary<string, SeenMark>(Seen) { [response.ItemId] = new SeenMark(response.Choice, on) } };
}

/// <summary>One time that somebody opened a shared check.</summary>
/// <param name="At">In UTC.</param>
/// <param name="By">What the person was proved to be.</param>
/// <param name="Name">What the site calls the person; null if it does not say.</param>
/// <param name="Receipt">Ties it to the audit.</param>
public sealed record Opening(DateTimeOffset At, Role By, string? Name, string Receipt);

/// <summary>That an adviser has looked at the evidence for an answer.</summary>
/// <param name="Answer">The answer that it was the evidence for.</param>
/// <param name="On">UK time.</param>
public sealed record SeenMark(Choice Answer, DateOnly On);

/// <summary>Where a viewing code leads. Stored under the code's fingerprint; the code itself is nowhere.</summary>
/// <param name="Until">In UTC.</param>
public sealed record KeptViewingCode(string Assessment, DateTimeOffset Until)
{
    public static RecordKey Key(string fingerprint) => new("viewing-code", fingerprint);
}

/// <summary>The codes that one officer or adviser has opened, newest last. Kept under a fingerprint of who it is.</summary>
public sealed record KeptViewer(IReadOnlyList<string> Codes)
{
    public static RecordKey Key(string viewer) => new("viewer", viewer);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptShare))]
[JsonSerializable(typeof(KeptViewingCode))]
[JsonSerializable(typeof(KeptViewer))]
internal sealed partial class SharingJson : JsonSerializerContext;
