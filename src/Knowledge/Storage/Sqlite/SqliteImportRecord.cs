using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>An import's own record: what it is from, how many rows it read, and what it refused.</summary>
internal sealed class SqliteImportRecord
{
    private readonly SqliteConnection writer;
    private readonly DateTimeOffset at;
    private readonly long version;
    private int rows;
    private int refusals;
    private int refusedRows;

    public SqliteImportRecord(SqliteConnection writer, ImportSource source, DateTimeOffset at)
    {
        (this.writer, Source, this.at) = (writer, source, at.ToUniversalTime());
        using var command = writer.Command(
            "INSERT INTO import (format, data_set, licence, digest, sample, at, row_count, provider_count, refused_count) VALUES ($format, $set, $licence, $digest, $sample, $at, 0, 0, 0) RETURNING version",
            ("$format", source.Format), ("$set", source.DataSet), ("$licence", source.Licence), ("$digest", source.Digest), ("$sample", source.Sample),
            ("$at", this.at.ToString("O", CultureInfo.InvariantCulture)));
        version = (long)command.ExecuteScalar()!;
    }

    public long Version => version;

    public ImportSource Source { get; }

    /// <summary>Counts a row that was taken over, refused, or taken over without one value.</summary>
    public void Count(bool taken, Refusal? refusal)
    {
        if (taken || refusal is { WholeRow: true }) rows++;
        if (refusal is null) return;
        if (refusal.WholeRow) refusedRows++;
        using var command = writer.Command(
            "INSERT INTO refusal VALUES ($version, $number, $place, $reason, $whole)",
            ("$version", version), ("$number", refusals++), ("$place", refusal.Place), ("$reason", refusal.Reason), ("$whole", refusal.WholeRow));
        command.ExecuteNonQuery();
    }

    public ImportRecord End(int named)
    {
        using var command = writer.Command(
            "UPDATE import SET row_count = $rows, provider_count = $named, refused_count = $refused WHERE version = $version",
            ("$rows", rows), ("$named", named), ("$refused", refusedRows), ("$version", version));
        command.ExecuteNonQuery();
        return new ImportRecord(version, Source, at, rows, named, refusedRows);
    }
}
