using System.Globalization;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Turns rows of the knowledge file into facts. Dates are kept as 2015-06-10 and pounds as decimal text, so that nothing is rounded.</summary>
internal static class KnowledgeRows
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="once">Keeps texts that come up in many rows once.</param>
    public static Provider Provider(SqliteDataReader row, IReadOnlyList<ProviderText> texts, Func<string?, string?> once) => new()
    {
        Id = row.GetString(0),
        Name = row.GetString(1),
        Locality = once(Optional(row, 2)),
        Outward = once(Optional(row, 3)),
        Postcode = Optional(row, 4),
        Website = Optional(row, 5),
        LegalForm = once(Optional(row, 6)),
        IncomeBand = Optional(row, 7),
        DataSet = once(row.GetString(8))!,
        Licence = once(row.GetString(9))!,
        LastSeen = Date(row.GetString(10)),
        Sample = row.GetBoolean(11),
        GoneSince = Optional(row, 12) is { } gone ? Date(gone) : null,
        Location = row.IsDBNull(13) ? null : new PostcodeLocation(row.GetString(4), new Point(row.GetDouble(13), row.GetDouble(14)), Optional(row, 15) is { } council ? [council] : []),
        Texts = texts,
    };

    public static ProviderText Text(SqliteDataReader row, Func<string?, string?> once) => new(
        once(row.GetString(1))!,
        row.GetString(2),
        once(row.GetString(3))!,
        Optional(row, 4) is { } date ? Date(date) : null,
        Optional(row, 5) is { } amount ? decimal.Parse(amount, CultureInfo.InvariantCulture) : null)
    {
        GoneSince = Optional(row, 6) is { } gone ? Date(gone) : null,
    };

    public static ProviderSource Source(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), Date(row.GetString(2)), Optional(row, 3) is { } gone ? Date(gone) : null,
        Optional(row, 4) is { } facts ? StoredFacts.ReadFacts(facts) : null);

    public static SaidOfProvider Said(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), Date(row.GetString(2)), StoredFacts.ReadFacts(row.GetString(3)));

    public static Opportunity Opportunity(SqliteDataReader row) =>
        StoredFacts.ReadOpportunity(row.GetString(0)) with { GoneSince = Optional(row, 1) is { } gone ? Date(gone) : null };

    public static PostcodeLocation Outward(SqliteDataReader row) =>
        new(row.GetString(0), new Point(row.GetDouble(1), row.GetDouble(2)), row.GetString(3).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static ImportRecord Import(SqliteDataReader row) => new(
        row.GetInt64(0),
        new ImportSource(row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetBoolean(5)),
        DateTimeOffset.Parse(row.GetString(6), CultureInfo.InvariantCulture),
        row.GetInt32(7),
        row.GetInt32(8),
        row.GetInt32(9))
    {
        Gone = row.GetInt32(10),
        Joined = row.GetInt32(11),
        Proposed = row.GetInt32(12),
        Opportunities = row.GetInt32(13),
    };

    private static string? Optional(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
