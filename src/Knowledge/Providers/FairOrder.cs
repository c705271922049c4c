using System.Globalization;
using System.Text;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>
/// The order of providers that match equally well: shuffled by query and week, so that nobody is always first, and the same for everybody who asks
/// the same in that week.
/// </summary>
internal static class FairOrder
{
    // FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): the same on every computer, which string.GetHashCode is not.
    private const ulong Prime = 1099511628211UL;

    /// <summary>What all providers of one query and week begin with.</summary>
    public static ulong Begin(string query, int week) => Add(14695981039346656037UL, $"{query}|{week.ToString(CultureInfo.InvariantCulture)}|");

    /// <summary>What the order hangs on, to be written into a record: the query's hash and the week.</summary>
    public static string Seed(string query, int week) => string.Create(CultureInfo.InvariantCulture, $"{Begin(query, week):x16}-{week}");

    /// <param name="begun">From <see cref="Begin"/>.</param>
    /// <param name="provider">The provider's identifier in UTF-8.</param>
    public static ulong Of(ulong begun, ReadOnlySpan<byte> provider)
    {
        if (!Ascii.IsValid(provider)) return Of(begun, Encoding.UTF8.GetString(provider));
        var hash = begun;
        foreach (var letter in provider) hash = (hash ^ letter) * Prime;
        return Mixed(hash);
    }

    /// <summary>The same by the text itself.</summary>
    public static ulong Of(ulong begun, string provider) => Mixed(Add(begun, provider));

    private static ulong Mixed(ulong hash) => hash ^ (hash >> 29);

    private static ulong Add(ulong hash, string text)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return hash;
    }
}
