using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>An import's own record: what it is from, how many rows it read, and what it refused.</summary>
internal sealed class SqliteImportRecord
{
    private readonly SqliteConnection writer;
    private readonly DateTimeOffset at;
    private int rows;
    private int refusals;
    private int refusedRows;

    public SqliteImportRecord(SqliteConnection writer, ImportSource source, DateTimeOffset at)
    {
        (this.writer, Source, this.at) = (writer, source, at.ToUniversalTime());
        using var command = writer.Command(
            $"INSERT INTO import (version, format, data_set, licence, digest, sample, at, row_count, provider_count, refused_count) VALUES ({SqliteKnowledgeStore.NewestVersion} + 1, $format, $set, $licence, $digest, $sample, $at, 0, 0, 0) RETURNING version",
            ("$format", source.Format), ("$set", source.DataSet), ("$licence", source.Licence), ("$digest", source.Digest), ("$sample", source.Sample),
            ("$at", this.at.ToString("O", CultureInfo.InvariantCulture)));
        Version = (long)command.ExecuteScalar()!;
        using var name = writer.Command("INSERT INTO data_set (name) VALUES ($set) ON CONFLICT (name) DO UPDATE SET name = $set RETURNING number", ("$set", source.DataSet));
        DataSet = (long)name.ExecuteScalar()!;
    }

    /// <summary>The data version that the import raises the store to.</summary>
    public long Version { get; }

    /// <summary>The number of the data set.</summary>
    public long DataSet { get; }

    /// <summary>The day of the import (UTC).</summary>
    public string Day => KnowledgeRows.Text(DateOnly.FromDateTime(at.UtcDateTime));

    public ImportSource Source { get; }

    /// <summary>Counts a row that was taken over, refused, or taken over without one value.</summary>
    public void Count(bool taken, Refusal? refusal)
    {
        if (taken || refusal is { WholeRow: true }) rows++;
        if (refusal is null) return;
        if (refusal.WholeRow) refusedRows++;
        using var command = writer.Command(
            "INSERT INTO refusal VALUES ($version, $number, $place, $reason, $whole)",
            ("$version", Version), ("$number", refusals++), ("$place", refusal.Place), ("$reason", refusal.Reason), ("$whole", refusal.WholeRow));
        command.ExecuteNonQuery();
    }

    public ImportRecord End(int named, int gone = 0, int joined = 0, int proposed = 0, int opportunities = 0)
    {
        using var command = writer.Command(
            """
            UPDATE import SET row_count = $rows, provider_count = $named, refused_count = $refused, gone_count = $gone, joined_count = $joined,
                proposed_count = $proposed, opportunity_count = $opportunities WHERE version = $version
            """,
            ("$rows", rows), ("$named", named), ("$refused", refusedRows), ("$gone", gone), ("$joined", joined), ("$proposed", proposed),
            ("$opportunities", opportunities), ("$version", Version));
        command.ExecuteNonQuery();
        return new ImportRecord(Version, Source, at, rows, named, refusedRows) { Gone = gone, Joined = joined, Proposed = proposed, Opportunities = opportunities };
    }
}
