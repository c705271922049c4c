using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// One incoming activity being worked on. Journeys read from it and note in it what they want to say and change; nothing happens until the
/// engine commits all of it together. On a conflict the work is done again from a fresh one.
/// </summary>
public sealed class Turn(IConversationStore store, OneAtATime records, IncomingActivity incoming, ConversationState state, DateTimeOffset now) : IDisposable
{
    private readonly Dictionary<RecordKey, long> reads = [];
    private readonly Dictionary<RecordKey, RecordChange> changes = [];
    private readonly List<Reply> replies = [];
    private readonly List<IDisposable> held = [];

    public Activity Activity { get; } = incoming.Activity;
    public Role Role { get; } = incoming.Role;
    public string Conversation { get; } = incoming.Conversation;
    public DateTimeOffset Now { get; } = now;

    /// <summary>The day in the United Kingdom.</summary>
    public DateOnly Today { get; } = UkTime.DayOf(now);

    /// <summary>What is said instead of anything else to somebody who is not served; null for everybody else.</summary>
    public string? Refusal { get; } = incoming.Refusal;

    /// <summary>Where the bot's own pages are for this person, with the scheme; null if the channel does not say.</summary>
    public string? Site { get; } = incoming.Site;

    /// <summary>What was typed, without what no person sees and without private details; empty for a pressed button.</summary>
    public string Text { get; } = PrivateDetails.Remove(Invisible.Remove(incoming.Activity.Text ?? "").Trim());

    /// <summary>True if private details were typed and taken out.</summary>
    public bool HasPrivateDetails => Text.Contains(" left out)", StringComparison.Ordinal) && Activity.Text?.Contains(" left out)", StringComparison.Ordinal) != true;

    /// <summary>True if a journey has put a question, so that text is taken for something else only if it clearly is.</summary>
    public bool AnswerIsExpected { get; set; }

    public ConversationState State { get; set; } = state;
    public IReadOnlyList<Reply> Replies => replies;
    public IReadOnlyDictionary<RecordKey, long> Reads => reads;
    public IReadOnlyCollection<RecordChange> Changes => changes.Values;

    /// <summary>True to delete all that was said before this turn.</summary>
    public bool EraseHistory { get; set; }

    /// <summary>True if a question of a journey stands at the end of what is said, so that nobody need be reminded of it.</summary>
    public bool HasAsked { get; set; }

    /// <summary>True if it only says that something went wrong.</summary>
    public bool Failed { get; init; }

    /// <summary>False to log that something was said in this turn, and not what.</summary>
    public bool KeepWords { get; set; } = true;

    public void Say(Reply reply) => replies.Add(reply);

    /// <summary>Says something before what was said so far, so that the buttons of the answer itself stay the newest.</summary>
    public void SayFirst(Reply reply) => replies.Insert(0, reply);

    public void Say(string markdown) => replies.Add(new Reply(markdown));

    /// <summary>A record as this turn sees it: what it wrote itself, else what is stored. Null if there is none.</summary>
    public async ValueTask<T?> Load<T>(RecordKey key, JsonTypeInfo<T> type, CancellationToken cancel) where T : class
    {
        if (changes.TryGetValue(key, out var change)) return change.Body is null ? null : JsonSerializer.Deserialize(change.Body, type);
        // Two turns of this process that want one record take turns; against other processes its version decides.
        if (!reads.ContainsKey(key) && await records.Enter($"{key.Kind}/{key.Id}", cancel) is { } hold) held.Add(hold);
        var stored = await store.Load(key, cancel);
        reads[key] = stored?.Version ?? 0;
        return stored is null ? null : JsonSerializer.Deserialize(stored.Body, type);
    }

    public void Save<T>(RecordKey key, T record, JsonTypeInfo<T> type, DateTimeOffset? expiresAt) =>
        changes[key] = new RecordChange(key, JsonSerializer.Serialize(record, type), expiresAt);

    public void Delete(RecordKey key) => changes[key] = new RecordChange(key, null);

    /// <summary>Lets go of the records that it held, once it is committed or given up.</summary>
    public void Dispose()
    {
        foreach (var hold in held) hold.Dispose();
    }
}

/// <summary>An activity with what its channel has proved about it.</summary>
/// <param name="Conversation">The conversation's key in the store: channel and the channel's id.</param>
/// <param name="TurnKey">Under what the same activity would be known again.</param>
/// <param name="Site">Where the bot's own pages are for this person, with the scheme; null if the channel does not say.</param>
public sealed record IncomingActivity(string Conversation, string TurnKey, Activity Activity, Role Role, Delivery Delivery, string? Site = null)
{
    /// <summary>What is said instead of anything else to somebody who is not served; null for everybody else.</summary>
    public string? Refusal { get; init; }
}
