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
