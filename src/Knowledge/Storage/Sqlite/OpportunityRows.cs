using CommissioningBot.Knowledge.Opportunities;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Writes the opportunities of one import. Notices of one procurement are put together, in whatever order they come.</summary>
internal sealed class OpportunityRows : IDisposable
{
    private readonly SqliteConnection writer;
    private readonly SqliteImportRecord record;
    private readonly Statement known;
    private readonly Statement put;
    private readonly HashSet<string> met = new(StringComparer.Ordinal);

    public OpportunityRows(SqliteConnection writer, SqliteImportRecord record)
    {
        (this.writer, this.record) = (writer, record);
        known = new Statement(writer, "SELECT body FROM opportunity WHERE ocid = ?1");
        put = new Statement(writer, "INSERT OR REPLACE INTO opportunity (ocid, data_set, met, last_seen, gone_since, body) VALUES (?1, ?2, ?3, ?4, NULL, ?5)");
    }

    public int Count => met.Count;

    public void Put(Opportunity opportunity)
    {
        var earlier = known.First(row => row.Text(0), opportunity.Ocid);
        var whole = earlier is null ? opportunity : StoredFacts.ReadOpportunity(earlier).With(opportunity);
        met.Add(opportunity.Ocid);
        put.Run(opportunity.Ocid, record.DataSet, record.Version, record.Day, StoredFacts.Write(whole));
    }

    /// <summary>Marks those that the data set held before and does not any more; gives their number.</summary>
    public int MarkGone()
    {
        using var command = writer.Command(
            "UPDATE opportunity SET gone_since = $day WHERE data_set = $set AND met < $version AND gone_since IS NULL",
            ("$day", record.Day), ("$set", record.DataSet), ("$version", record.Version));
        return command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        known.Dispose();
        put.Dispose();
    }
}
