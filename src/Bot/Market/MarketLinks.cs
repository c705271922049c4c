using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers.Market;

namespace CommissioningBot.Bot.Market;

/// <summary>Makes and reads the signed addresses of the page that belongs to a question about the market. They end soon; whom they are for is in them.</summary>
public sealed class MarketLinks(SignedTokens tokens, HostSettings host)
{
    public static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    // Addresses of more than two thousand letters are cut off on the way by some programs.
    private const int Longest = 1800;

    /// <returns>The address; null where the bot does not know where its own pages are, or the question is too long for one.</returns>
    public string? To(Turn turn, MarketAsked asked) =>
        host.AddressFor(turn) is { } site && tokens.Sign(SignedTokens.Market, asked.Write(), "", turn.Role, Valid) is { Length: <= Longest } token ? $"{site}/market/{token}" : null;

    /// <summary>The question and the moment when the address ends; null if it is none of ours, too old, or not for a commissioner or an adviser.</summary>
    public (MarketAsked Asked, DateTimeOffset Until)? Read(string token) =>
        tokens.Read(token, SignedTokens.Market) is { Role: >= Role.Commissioner } claims && MarketAsked.Read(claims.User) is { } asked ? (asked, DateTimeOffset.FromUnixTimeSeconds(claims.Expires)) : null;
}
