namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Counts wrong codes within the hour, so that guessing is slow: by one source, and on the whole host.</summary>
public sealed class WrongCodes(TimeProvider time)
{
    private const int Most = 60;
    private const int MostOfOne = 5;
    private readonly Lock guard = new();
    private readonly Dictionary<string, int> wrong = [];
    private DateTimeOffset windowStart;

    /// <summary>False when so many were tried within the hour, by this source or on this host, that it may not try for now.</summary>
    public bool MayTry(string source)
    {
        lock (guard)
        {
            if (time.GetUtcNow() - windowStart > TimeSpan.FromHours(1))
            {
                windowStart = time.GetUtcNow();
                wrong.Clear();
            }
            return wrong.Values.Sum() < Most && wrong.GetValueOrDefault(source) < MostOfOne;
        }
    }

    public void Count(string source)
    {
        lock (guard) wrong[source] = wrong.GetValueOrDefault(source) + 1;
    }
}
