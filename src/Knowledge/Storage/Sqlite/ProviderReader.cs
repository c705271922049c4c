using System.Text;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Reads providers with their texts over one connection; what one call gives is all from one moment of the file. Between calls it holds no moment, so it is in nobody's way.</summary>
internal sealed class ProviderReader : IDisposable
{
    private const string ProviderColumns =
        "SELECT id, name, locality, outward, provider.postcode, website, legal_form, income_band, data_set, licence, last_seen, sample, gone_since, north, east, council " +
        "FROM provider LEFT JOIN postcode ON postcode.code = provider.postcode";
    private const string TextColumns = "SELECT provider, reference, text, source, date, amount, gone_since FROM provider_text";
    private const int MostKept = 50_000;
    private const int LongestKept = 200;
    private const int LongestWait = 5000; // milliseconds

    private readonly SqliteConnection connection;
    private readonly Lazy<(Statement Provider, Statement Texts)> one;
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> keptBySpan;

    /// <param name="connection">Only this reader's; it is closed with it.</param>
    public ProviderReader(SqliteConnection connection)
    {
        this.connection = connection;
        // A process that ends an import shuts others out for the moment in which it closes the file; they wait.
        raw.sqlite3_busy_timeout(connection.Handle, LongestWait);
        one = new(() => (new Statement(connection, ProviderColumns + " WHERE id = ?1"), new Statement(connection, TextColumns + " WHERE provider = ?1 ORDER BY reference")));
        keptBySpan = kept.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>All in the order of identifiers. Providers and texts come in the same order, so they are merged as they stream by.</summary>
    public IEnumerable<Provider> All()
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        using var providers = new Statement(connection, ProviderColumns + " ORDER BY id");
        using var texts = new Statement(connection, TextColumns + " ORDER BY provider, reference");
        var more = texts.Step();
        while (providers.Step())
        {
            var own = new List<ProviderText>();
            for (; more && texts.Current.Utf8(0).SequenceEqual(providers.Current.Utf8(0)); more = texts.Step()) Place(own, Text(texts.Current));
            yield return Provider(providers.Current, own);
        }
    }

    /// <summary>Those with these first identifiers that are there, in the order that is given.</summary>
    public List<Provider> Of(IReadOnlyList<string> ids)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var (provider, texts) = one.Value;
        var found = new List<Provider>(ids.Count);
        foreach (var id in ids)
        {
            var own = new List<ProviderText>();
            foreach (var text in texts.All(Text, id)) Place(own, text);
            if (provider.First(row => Provider(row, own), id) is { } one) found.Add(one);
        }
        return found;
    }

    public void Dispose()
    {
        if (one.IsValueCreated)
        {
            one.Value.Provider.Dispose();
            one.Value.Texts.Dispose();
        }
        connection.Dispose();
    }

    // The newest first, those without a date last; texts come in the order of their references, which decides between equals.
    private static void Place(List<ProviderText> texts, ProviderText text)
    {
        var at = texts.Count;
        while (at > 0 && Nullable.Compare(texts[at - 1].Date, text.Date) < 0) at--;
        texts.Insert(at, text);
    }

    private Provider Provider(Statement.Row row, IReadOnlyList<ProviderText> texts) => new()
    {
        Id = row.Text(0),
        Name = row.Text(1),
        Locality = Once(row, 2),
        Outward = Once(row, 3),
        Postcode = row.Optional(4),
        Website = row.Optional(5),
        LegalForm = Once(row, 6),
        IncomeBand = row.Optional(7),
        DataSet = Once(row, 8)!,
        Licence = Once(row, 9)!,
        LastSeen = row.Day(10)!.Value,
        Sample = row.Number(11) != 0,
        GoneSince = row.Day(12),
        Location = row.IsNull(13) ? null : new PostcodeLocation(row.Text(4), new Point(row.Real(13), row.Real(14)), Once(row, 15) is { } council ? [council] : []),
        Texts = texts,
    };

    private ProviderText Text(Statement.Row row) => new(Once(row, 1)!, row.Text(2), Once(row, 3)!, row.Day(4), row.Amount(5)) { GoneSince = row.Day(6) };

    // What comes up in many rows is made once. References of grants are each their own and would only fill the table.
    private string? Once(Statement.Row row, int column)
    {
        if (row.IsNull(column)) return null;
        var utf8 = row.Utf8(column);
        if (utf8.Length > LongestKept) return Encoding.UTF8.GetString(utf8);
        Span<char> text = stackalloc char[LongestKept];
        text = text[..Encoding.UTF8.GetChars(utf8, text)];
        if (keptBySpan.TryGetValue(text, out var known)) return known;
        var fresh = text.ToString();
        if (kept.Count < MostKept) kept.Add(fresh);
        return fresh;
    }
}
