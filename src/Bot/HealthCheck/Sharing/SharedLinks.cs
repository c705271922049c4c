using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>
/// Makes and reads the signed addresses of the page that belongs to one opening of a shared check. They end soon, and with the viewing code:
/// the page shows nothing once that is withdrawn.
/// </summary>
public sealed class SharedLinks(SignedTokens tokens, HostSettings host)
{
    public static readonly TimeSpan Valid = TimeSpan.FromMinutes(30);

    /// <param name="code">The fingerprint of the viewing code.</param>
    /// <returns>The address; null where the bot does not know where its own pages are.</returns>
    public string? To(Turn turn, string code) =>
        (host.PublicUrl ?? turn.Site) is { } site ? $"{site.TrimEnd('/')}/shared/{tokens.Sign(SignedTokens.Shared, code, "", turn.Role, Valid)}" : null;

    /// <summary>The code's fingerprint and the role of whoever opened it; null if the address is none of ours, or too old.</summary>
    public (string Code, Role Role)? Read(string token) =>
        tokens.Read(token, SignedTokens.Shared) is { Role: > Role.Group } claims ? (claims.User, claims.Role) : null;
}
