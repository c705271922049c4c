using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Questions.Documents;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// The knowledge store in one SQLite file. Every read has a read-only connection of its own, so that an import never holds up a search. Only an
/// import opens one that writes, and only one process at a time may.
/// </summary>
public sealed class SqliteKnowledgeStore : IKnowledgeStore
{
    private readonly string path;
    private readonly Lock writing = new();

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
            using var command = connection.Command("SELECT COALESCE(MAX(version), 0) FROM import");
            return (long)command.ExecuteScalar()!;
        }
    }

    public IEnumerable<Provider> Providers() => ReadProviders(null);

    public Provider? FindProvider(string id) => ReadProviders(id).SingleOrDefault();

    public IReadOnlyList<LocalDocument> Documents()
    {
        using var connection = Read();
        return SqliteDocumentsImport.Read(connection);
    }

    public IReadOnlyList<ImportRecord> Imports()
    {
        using var connection = Read();
        using var command = connection.Command("SELECT * FROM import ORDER BY version DESC");
        using var reader = command.ExecuteReader();
        var imports = new List<ImportRecord>();
        while (reader.Read()) imports.Add(KnowledgeRows.Import(reader));
        return imports;
    }

    public IReadOnlyList<Refusal> RefusalsOf(long version)
    {
        using var connection = Read();
        using var command = connection.Command("SELECT place, reason, whole_row FROM refusal WHERE version = $version ORDER BY number", ("$version", version));
        using var reader = command.ExecuteReader();
        var refusals = new List<Refusal>();
        while (reader.Read()) refusals.Add(new Refusal(reader.GetString(0), reader.GetString(1), reader.GetBoolean(2)));
        return refusals;
    }

    public IReadOnlyList<PostcodeLocation> Outwards()
    {
        using var connection = Read();
        using var command = connection.Command("SELECT * FROM outward");
        using var reader = command.ExecuteReader();
        var outwards = new List<PostcodeLocation>();
        while (reader.Read()) outwards.Add(KnowledgeRows.Outward(reader));
        return outwards;
    }

    public ImportRecord Import(ImportSource source, IEnumerable<ImportedRow> rows, DateTimeOffset at) =>
        Import(source, at, (writer, record) => new SqliteImport(writer, record).Write(rows));

    public ImportRecord ImportPlaces(ImportSource source, IEnumerable<ImportedPlace> rows, DateTimeOffset at) =>
        Import(source, at, (writer, record) => new SqlitePlacesImport(writer, record).Write(rows));

    public ImportRecord ImportDocuments(ImportSource source, IEnumerable<ImportedDocument> rows, DateTimeOffset at) =>
        Import(source, at, (writer, record) => new SqliteDocumentsImport(writer, record).Write(rows));

    private ImportRecord Import(ImportSource source, DateTimeOffset at, Func<SqliteConnection, SqliteImportRecord, ImportRecord> write)
    {
        return Write(writer =>
        {
            using var transaction = writer.BeginTransaction(deferred: false);
            if (Newest(writer, source.DataSet) is { } known && known.Source.Digest == source.Digest) return known;
            var record = write(writer, new SqliteImportRecord(writer, source, at));
            transaction.Commit();
            return record;
        });
    }

    private T Write<T>(Func<SqliteConnection, T> work)
    {
        lock (writing)
        {
            using var only = FileLock.Take(path);
            using var writer = SqliteLibrary.Open(path);
            writer.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
            Schema.Apply(writer, "knowledge");
            return work(writer);
        }
    }

    private static ImportRecord? Newest(SqliteConnection writer, string dataSet)
    {
        using var command = writer.Command("SELECT * FROM import WHERE data_set = $set ORDER BY version DESC LIMIT 1", ("$set", dataSet));
        using var reader = command.ExecuteReader();
        return reader.Read() ? KnowledgeRows.Import(reader) : null;
    }

    private SqliteConnection Read() => SqliteLibrary.Open(path, readOnly: true);

    // One provider, or all if the identifier is null. Both queries run in one read transaction and in the same order, so the texts are merged as they stream by.
    private IEnumerable<Provider> ReadProviders(string? id)
    {
        (string, object?)[] only = id is null ? [] : [("$id", id)];
        using var connection = Read();
        using var transaction = connection.BeginTransaction(deferred: true);
        using var providers = connection.Command($"SELECT provider.*, north, east, council FROM provider LEFT JOIN postcode ON postcode.code = provider.postcode {(id is null ? "" : "WHERE id = $id")} ORDER BY id", only);
        using var texts = connection.Command($"SELECT * FROM provider_text {(id is null ? "" : "WHERE provider = $id")} ORDER BY provider, date DESC, reference", only);
        using var provider = providers.ExecuteReader();
        using var text = texts.ExecuteReader();
        var more = text.Read();
        while (provider.Read())
        {
            var own = new List<ProviderText>();
            for (; more && text.GetString(0) == provider.GetString(0); more = text.Read()) own.Add(KnowledgeRows.Text(text));
            yield return KnowledgeRows.Provider(provider, own);
        }
    }
}
