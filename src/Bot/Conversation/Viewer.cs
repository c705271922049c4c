using System.Text.Json;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Conversation;

/// <summary>An officer or adviser, as the channel has proved who it is.</summary>
/// <param name="Key">Under what the person is known again; tells nobody who it is.</param>
/// <param name="Id">The channel's own id, for the audit.</param>
/// <param name="Name">What the site that named the person calls him; null if it gave only an id, and on other channels.</param>
public sealed record Viewer(string Key, string Id, string? Name)
{
    private const int LongestName = 60;

    public static Viewer Of(Turn turn, SignedTokens tokens)
    {
        var from = turn.Activity.From;
        // In Teams the account's id differs from bot to bot; the object id is the one that was listed.
        var id = from?.Other?.GetValueOrDefault("aadObjectId") is { ValueKind: JsonValueKind.String } account ? account.GetString()! : from?.Id ?? "";
        var channel = turn.Activity.ChannelId ?? "";
        var name = channel == "directline" ? Invisible.Remove(from?.Name ?? "").Trim() : "";
        // A site that gives no name has its own id put in its place.
        var isName = name.Length > 0 && !id.EndsWith("/" + name, StringComparison.Ordinal) && !name.StartsWith("dl_", StringComparison.Ordinal);
        return new Viewer(tokens.Fingerprint("viewer", $"{channel}\n{id}"), id, isName ? name[..Math.Min(name.Length, LongestName)] : null);
    }
}
