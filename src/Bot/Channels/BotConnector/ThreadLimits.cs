namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// How often a bot may send to one thread: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit. Waiting here is kinder
/// than being refused there, where others' messages wait too.
/// </summary>
public sealed class ThreadLimits
{
    private static readonly (int Most, TimeSpan Within)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    private readonly Lock locked = new();
    private readonly Dictionary<string, List<DateTimeOffset>> sent = [];
    private DateTimeOffset forgotten;

    /// <summary>When the next one may be sent to a thread: now, or later.</summary>
    public DateTimeOffset Next(string conversation, DateTimeOffset now)
    {
        lock (locked)
        {
            if (!sent.TryGetValue(conversation, out var times)) return now;
            return Limits.Where(limit => times.Count >= limit.Most).Select(limit => times[^limit.Most] + limit.Within).Append(now).Max();
        }
    }

    public void Count(string conversation, DateTimeOffset now)
    {
        lock (locked)
        {
            if (!sent.TryGetValue(conversation, out var times)) sent[conversation] = times = [];
            times.Add(now);
            if (now - forgotten > TimeSpan.FromMinutes(1)) Forget(now);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        forgotten = now;
        foreach (var (conversation, times) in sent)
        {
            times.RemoveAll(t => now - t >= Limits[^1].Within);
            if (times.Count == 0) sent.Remove(conversation);
        }
    }
}
