using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace CommissioningBot.Bot.Hosting;

/// <summary>What is counted on its own.</summary>
public enum RequestKind
{
    Token,

    /// <summary>Asked for by a site's back end, for all its people.</summary>
    SiteToken,
    Message,
    Upload,
    Page,
}

/// <summary>A request that was counted. <paramref name="Free"/> is how many more there may be now.</summary>
public sealed record Counted(bool Allowed, string Policy, int Limit, long Free, TimeSpan Window, TimeSpan RetryAfter);

/// <summary>
/// How often one conversation and one address may ask, over sliding windows. Whoever has not asked for a while is forgotten, so memory follows
/// the number of those who are there. Requests of this computer itself are not counted by address: they come through a proxy that was not
/// named, and one limit for everybody behind it would lock all of them out.
/// </summary>
public sealed class RequestLimits : IDisposable
{
    // People press again when nothing happens; that many waiting turns of one conversation are no longer a person.
    private const int MostAtOnce = 32;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private sealed record Rule(int Limit, TimeSpan Window, PartitionedRateLimiter<string>? Limiter);

    private readonly Dictionary<RequestKind, Rule> conversations;
    private readonly Dictionary<RequestKind, Rule> addresses;
    private readonly PartitionedRateLimiter<string> atOnce =
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetConcurrencyLimiter(key, _ => new ConcurrencyLimiterOptions { PermitLimit = MostAtOnce }));

    /// <param name="settings">The section <c>Limits</c>; 0 takes a limit away.</param>
    public RequestLimits(IConfiguration settings)
    {
        var section = settings.GetSection("Limits");
        Rule Of(string name, int usual, TimeSpan window)
        {
            var limit = section.GetValue(name, usual);
            return new Rule(limit, window, limit > 0 ? Sliding(limit, window) : null);
        }
        conversations = new()
        {
            [RequestKind.Token] = Of("TokensPerMinute", 60, Minute),
            [RequestKind.Message] = Of("MessagesPerMinute", 120, Minute),
            [RequestKind.Upload] = Of("UploadsPerHour", 5, Hour),
            [RequestKind.Page] = Of("PagesPerMinute", 240, Minute),
        };
        // A council's officers may all come from one address.
        addresses = new()
        {
            [RequestKind.Token] = Of("TokensPerMinuteAndAddress", 240, Minute),
            [RequestKind.SiteToken] = Of("SiteTokensPerMinuteAndAddress", 1200, Minute),
            [RequestKind.Message] = Of("MessagesPerMinuteAndAddress", 1200, Minute),
            [RequestKind.Upload] = Of("UploadsPerHourAndAddress", 60, Hour),
            [RequestKind.Page] = Of("PagesPerMinuteAndAddress", 600, Minute),
        };
    }

    /// <summary>Counts a request by its address and its conversation; null if neither has a limit.</summary>
    public Counted? Count(RequestKind kind, IPAddress? peer, string? conversation)
    {
        var byAddress = Key(peer) is { } address ? Count(addresses, kind, "address", address) : null;
        if (byAddress is { Allowed: false }) return byAddress;
        var byConversation = conversation is null ? null : Count(conversations, kind, "conversation", conversation);
        return byConversation ?? byAddress;
    }

    /// <summary>Counts further things of a conversation that came in one request; false if they are too many.</summary>
    public bool More(RequestKind kind, string conversation, int many) =>
        many <= 0 || conversations[kind].Limiter is not { } limiter || limiter.AttemptAcquire(conversation, many).IsAcquired;

    /// <summary>Lets one more turn of the conversation wait; its lease is not acquired when too many do.</summary>
    public RateLimitLease Queue(string conversation) => atOnce.AttemptAcquire(conversation);

    public void Dispose()
    {
        foreach (var rule in conversations.Values.Concat(addresses.Values)) rule.Limiter?.Dispose();
        atOnce.Dispose();
    }

    private static Counted? Count(Dictionary<RequestKind, Rule> rules, RequestKind kind, string by, string key)
    {
        if (!rules.TryGetValue(kind, out var rule) || rule.Limiter is null) return null;
        using var lease = rule.Limiter.AttemptAcquire(key);
        var free = rule.Limiter.GetStatistics(key)?.CurrentAvailablePermits ?? 0;
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) && after > TimeSpan.Zero ? after : TimeSpan.FromSeconds(1);
        return new Counted(lease.IsAcquired, $"{kind.ToString().ToLowerInvariant()}-{by}", rule.Limit, free, rule.Window, wait);
    }

    private static PartitionedRateLimiter<string> Sliding(int limit, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetSlidingWindowLimiter(
            key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = limit, Window = window, SegmentsPerWindow = 12, QueueLimit = 0 }));

    // A household or an office has a whole /64 of IPv6: https://www.rfc-editor.org/rfc/rfc6177.
    private static string? Key(IPAddress? peer)
    {
        if (peer is null || IPAddress.IsLoopback(peer)) return null;
        if (peer.IsIPv4MappedToIPv6) peer = peer.MapToIPv4();
        return peer.AddressFamily == AddressFamily.InterNetwork ? peer.ToString() : Convert.ToHexString(peer.GetAddressBytes().AsSpan(0, 8));
    }
}
