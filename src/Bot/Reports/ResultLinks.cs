using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Reports;

/// <summary>Makes and reads the signed, expiring addresses under which a result can be opened and printed.</summary>
public sealed class ResultLinks(SignedTokens tokens, HostSettings host)
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(14);

    /// <summary>The address for whoever has this turn; null where the bot does not know where its own pages are.</summary>
    public string? For(Turn turn, string assessment) =>
        host.AddressFor(turn) is { } site ? $"{site}/results/{tokens.Sign(SignedTokens.Result, assessment, "", Role.Group, Valid)}" : null;

    /// <summary>The assessment that an address opens and the moment it stops doing so; null if it does not, or no longer.</summary>
    public (string Assessment, DateTimeOffset Until)? Read(string token) =>
        tokens.Read(token, SignedTokens.Result) is { } claims ? (claims.User, DateTimeOffset.FromUnixTimeSeconds(claims.Expires)) : null;
}
