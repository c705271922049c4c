using System.Collections.Concurrent;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Filters;
using CommissioningBot.Knowledge.Questions.Documents;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// The knowledge store in one SQLite file. Reads have read-only connections of their own, so that an import never holds up a search. Only an
/// import opens one that writes, and only one process at a time may.
/// </summary>
public sealed partial class SqliteKnowledgeStore : IKnowledgeStore, IDisposable
{
    private readonly string path;
    private readonly Lock writing = new();

    // The decisions on joins as they were when an index was last built from here: what a search shows fits its index.
    private volatile ConfirmedJoins? latest;

    // To open a file takes as long as a whole search, so what a search reads with is kept.
    private readonly ConcurrentBag<ProviderReader> idle = [];

    public SqliteKnowledgeStore(string path)
    {
        this.path = path;
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        if (!Schema.IsCurrent(path, "knowledge")) Write(_ => true);
    }

    public long DataVersion
    {
        get
        {
            using var connection = Read();
            using var command = connection.Command("SELECT " + NewestVersion);
            return (long)command.ExecuteScalar()!;
        }
    }

    public IEnumerable<Provider> Providers()
    {
        latest = Joins();
        return latest.IsEmpty ? ReadProviders() : latest.Over(ReadProviders(), ReadProvider);
    }

    public IReadOnlyList<Provider> Providers(IReadOnlyList<string> ids)
    {
        if (ids.Count == 0) return [];
        var joins = latest ??= Joins();
        var found = ReadProviders(ids);
        return joins.IsEmpty ? found : found.ConvertAll(p => joins.Whole(p, ReadProvider));
    }

    public Provider? FindProvider(string id)
    {
        var joins = Joins();
        return ReadProvider(id) is not { } found ? null : joins.IsEmpty ? found : joins.Whole(ReadProvider(joins.ShownAs(found.Id))!, ReadProvider);
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader)) reader.Dispose();
    }

    public IEnumerable<(string Locality, string Outward)> Localities() => All("SELECT locality, outward FROM provider WHERE locality IS NOT NULL AND outward IS NOT NULL ORDER BY id", row => (row.GetString(0), row.GetString(1)));

    public IReadOnlyList<ProviderSource> SourcesOf(string id) => Joins() is { IsEmpty: false } joins && ReadProvider(id) is { } found
        ? [.. joins.OneWith(joins.ShownAs(found.Id)).SelectMany(ReadSources).OrderByDescending(s => s.LastSeen)]
        : ReadSources(id);

    private Provider? ReadProvider(string id) =>
        ReadProviders(All("SELECT provider FROM provider_identifier WHERE id = $id", row => row.GetString(0), ("$id", id)) is [var first] ? [first] : [id]).SingleOrDefault();

    private IEnumerable<Provider> ReadProviders()
    {
        using var reader = new ProviderReader(Read());
        foreach (var provider in reader.All()) yield return provider;
    }

    private List<Provider> ReadProviders(IReadOnlyList<string> ids)
    {
        var reader = idle.TryTake(out var waiting) ? waiting : new ProviderReader(Read());
        try
        {
            return reader.Of(ids);
        }
        finally
        {
            if (idle.Count < Environment.ProcessorCount) idle.Add(reader);
            else reader.Dispose();
        }
    }

    private List<ProviderSource> ReadSources(string id) => All(
        """
        SELECT name, COALESCE((SELECT licence FROM import WHERE data_set = data_set.name ORDER BY version DESC LIMIT 1), 'not stated'), last_seen, gone_since, facts
        FROM provider_source JOIN data_set ON number = data_set WHERE provider = COALESCE((SELECT provider FROM provider_identifier WHERE id = $id), $id)
        ORDER BY last_seen DESC, name
        """,
        KnowledgeRows.Source, ("$id", id));

    public IEnumerable<SaidOfProvider> Said()
    {
        using var connection = Read();
        using var command = connection.Command("SELECT provider, name, last_seen, facts FROM provider_source JOIN data_set ON number = data_set WHERE facts IS NOT NULL AND gone_since IS NULL");
        using var row = command.ExecuteReader();
        while (row.Read()) yield return KnowledgeRows.Said(row);
    }

    public IReadOnlyList<LocalDocument> Documents()
    {
        using var connection = Read();
        return SqliteDocumentsImport.Read(connection);
    }

    public IReadOnlyDictionary<string, string> Identifiers()
    {
        var joins = Joins();
        return All("SELECT id, provider FROM provider_identifier", row => (Id: row.GetString(0), Provider: row.GetString(1)))
            .Select(r => r with { Provider = joins.ShownAs(r.Provider) }).Concat(joins.All).ToDictionary(r => r.Id, r => r.Provider, StringComparer.Ordinal);
    }

    public IReadOnlyList<ProviderProposal> Proposals()
    {
        var judged = JudgedJoins().Where(j => j.Decision != JoinDecision.Undone).Select(j => (j.One, j.Other)).ToHashSet();
        return [.. ReadProposals().Where(p => !judged.Contains((p.One, p.Other)))];
    }

    private List<ProviderProposal> ReadProposals() =>
        All("SELECT one, other, reason FROM provider_proposal ORDER BY one, other", row => new ProviderProposal(row.GetString(0), row.GetString(1), row.GetString(2)));

    public IReadOnlyList<Opportunity> Opportunities() => All("SELECT body, gone_since FROM opportunity ORDER BY ocid", KnowledgeRows.Opportunity);

    public IReadOnlyList<ImportRecord> Imports() => All("SELECT * FROM import ORDER BY version DESC", KnowledgeRows.Import);

    public IReadOnlyList<Refusal> RefusalsOf(long version) => All(
        "SELECT place, reason, whole_row FROM refusal WHERE version = $version ORDER BY number",
        row => new Refusal(row.GetString(0), row.GetString(1), row.GetBoolean(2)), ("$version", version));

    public IReadOnlyList<PostcodeLocation> Outwards() => All("SELECT * FROM outward", KnowledgeRows.Outward);

    public ImportRecord Import(ImportSource source, IEnumerable<ImportedRow> rows, DateTimeOffset at) =>
        Import(source, at, (writer, record) =>
        {
            using var import = new SqliteImport(writer, record);
            return import.Write(rows);
        });

    public ImportRecord ImportPlaces(ImportSource source, IEnumerable<ImportedPlace> rows, DateTimeOffset at) =>
        Import(source, at, (writer, record) => new SqlitePlacesImport(writer, record).Write(rows));

    public ImportRecord ImportDocuments(ImportSource source, IEnumerable<ImportedDocument> rows, DateTimeOffset at) =>
        Import(source, at, (writer, record) => new SqliteDocumentsImport(writer, record).Write(rows));

    private ImportRecord Import(ImportSource source, DateTimeOffset at, Func<SqliteConnection, SqliteImportRecord, ImportRecord> write)
    {
        return Write(writer =>
        {
            using var transaction = writer.BeginTransaction(deferred: false);
            if (Known(writer, source) is { } known) return known;
            var record = write(writer, new SqliteImportRecord(writer, source, at));
            transaction.Commit();
            // Else the log would stay as long as the import, where somebody reads.
            transaction.Dispose();
            writer.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return record;
        });
    }

    private T Write<T>(Func<SqliteConnection, T> work)
    {
        lock (writing)
        {
            using var only = FileLock.Take(path);
            using var writer = SqliteLibrary.Open(path);
            writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536");
            Schema.Apply(writer, "knowledge");
            return work(writer);
        }
    }

    // A whole data set may go back to what it was; a part that was taken over once has nothing more to say.
    private static ImportRecord? Known(SqliteConnection writer, ImportSource source)
    {
        using var command = writer.Command(
            $"SELECT * FROM import WHERE data_set = $set {(source.Complete ? "" : "AND digest = $digest AND format = $format")} ORDER BY version DESC LIMIT 1",
            source.Complete ? [("$set", source.DataSet)] : [("$set", source.DataSet), ("$digest", source.Digest), ("$format", source.Format)]);
        using var reader = command.ExecuteReader();
        return reader.Read() && KnowledgeRows.Import(reader) is var found && found.Source.Digest == source.Digest ? found : null;
    }

    private List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params (string, object?)[] values)
    {
        using var connection = Read();
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var all = new List<T>();
        while (reader.Read()) all.Add(read(reader));
        return all;
    }

    private SqliteConnection Read() => SqliteLibrary.Open(path, readOnly: true);
}
