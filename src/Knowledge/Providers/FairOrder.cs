using System.Globalization;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// The order of providers that match equally well: shuffled by query and week, so that nobody is always first, and the same for everybody who asks
/// the same in that week.
/// </summary>
internal static class FairOrder
{
    public static ulong Of(string query, int week, string provider) => Hash($"{query}|{week.ToString(CultureInfo.InvariantCulture)}|{provider}");

    /// <summary>What the order hangs on, to be written into a record: the query's hash and the week.</summary>
    public static string Seed(string query, int week) => string.Create(CultureInfo.InvariantCulture, $"{Hash(query):x16}-{week}");

    private static ulong Hash(string text)
    {
        // FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): the same on every computer, which string.GetHashCode is not.
        var hash = 14695981039346656037UL;
        foreach (var c in text) hash = (hash ^ c) * 1099511628211UL;
        return hash ^ (hash >> 29);
    }
}
