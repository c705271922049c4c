using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Conversation;

/// <summary>That the bot was switched off: since when (UTC), by which operator's account, and why.</summary>
public sealed record SwitchedOff(DateTimeOffset At, string By, string Reason);

/// <summary>
/// Whether the bot answers. Kept in the store, so it holds over a restart; read from it once, because whoever changes it has the store to himself
/// and says so here.
/// </summary>
public sealed class OnOffSwitch(IConversationStore store)
{
    private static readonly RecordKey Key = new("switch", "off");
    private SwitchedOff? off;
    private volatile bool known;

    /// <summary>The kind of its record.</summary>
    public static string Kind => Key.Kind;

    /// <summary>Since when and why it is off; null while it is on.</summary>
    public async ValueTask<SwitchedOff?> Off(CancellationToken cancel)
    {
        if (!known)
        {
            off = await store.Load(Key, cancel) is { } stored ? JsonSerializer.Deserialize(stored.Body, SwitchJson.Default.SwitchedOff) : null;
            known = true;
        }
        return off;
    }

    /// <summary>Turns it off, or on if <paramref name="to"/> is null, together with other changes of the store.</summary>
    public async ValueTask Turn(SwitchedOff? to, RecordChange audit, CancellationToken cancel)
    {
        var change = new RecordChange(Key, to is null ? null : JsonSerializer.Serialize(to, SwitchJson.Default.SwitchedOff));
        await store.Change(new StoreChange { Records = [change, audit] }, cancel);
        (off, known) = (to, true);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SwitchedOff))]
internal sealed partial class SwitchJson : JsonSerializerContext;
