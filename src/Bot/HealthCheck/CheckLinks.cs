using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Where a check's pages are. They open for whoever holds the address, until it ends.</summary>
public sealed record CheckAddresses(string Result)
{
    public string Year => Result + "/year";

    public string PrintOuts => Result + "/print";
}

/// <summary>Makes and reads the signed, expiring addresses under which a check's pages can be opened and printed.</summary>
public sealed class CheckLinks(SignedTokens tokens, HostSettings host)
{
    public static readonly TimeSpan Valid = TimeSpan.FromDays(14);

    /// <summary>The addresses for whoever has this turn; null where the bot does not know where its own pages are.</summary>
    public CheckAddresses? To(Turn turn, string assessment) =>
        host.AddressFor(turn) is { } site ? new CheckAddresses($"{site}/results/{tokens.Sign(SignedTokens.Result, assessment, "", Role.Group, Valid)}") : null;

    /// <summary>The assessment that an address opens and the moment it stops doing so; null if it does not, or no longer.</summary>
    public (string Assessment, DateTimeOffset Until)? Read(string token) =>
        tokens.Read(token, SignedTokens.Result) is { } claims ? (claims.User, DateTimeOffset.FromUnixTimeSeconds(claims.Expires)) : null;
}
