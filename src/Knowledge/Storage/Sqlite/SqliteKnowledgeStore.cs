using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Questions.Documents;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// The knowledge store in one SQLite file. Every read has a read-only connection of its own, so that an import never holds up a search. Only an
/// import opens one that writes, and only one process at a time may.
/// </summary>
public sealed partial class SqliteKnowledgeStore : IKnowledgeStore
{
    private const string ProviderColumns = "id, name, locality, outward, postcode, website, legal_form, income_band, data_set, licence, last_seen, sample, gone_since";
    private const string TextColumns = "provider, reference, text, source, date, amount, gone_since";
    private const int MostKept = 50_000;
    private const string Owner = "COALESCE((SELECT provider FROM provider_identifier AS further WHERE further.id = $id), $id)";

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
            using var command = connection.Command("SELECT " + NewestVersion);
            return (long)command.ExecuteScalar()!;
        }
    }

    public IEnumerable<Provider> Providers() => Joins() is { IsEmpty: false } joins ? joins.Over(ReadProviders(null), ReadProvider) : ReadProviders(null);

    public Provider? FindProvider(string id) =>
        Joins() is { IsEmpty: false } joins && ReadProvider(id) is { } found ? joins.Whole(ReadProvider(joins.ShownAs(found.Id))!, ReadProvider) : ReadProvider(id);

    public IReadOnlyList<ProviderSource> SourcesOf(string id) => Joins() is { IsEmpty: false } joins && ReadProvider(id) is { } found
        ? [.. joins.OneWith(joins.ShownAs(found.Id)).SelectMany(ReadSources).OrderByDescending(s => s.LastSeen)]
        : ReadSources(id);

    private Provider? ReadProvider(string id) => ReadProviders(id).SingleOrDefault();

    private List<ProviderSource> ReadSources(string id) => All(
        """
        SELECT name, COALESCE((SELECT licence FROM import WHERE data_set = data_set.name ORDER BY version DESC LIMIT 1), 'not stated'), last_seen, gone_since, facts
        FROM provider_source JOIN data_set ON number = data_set WHERE provider = COALESCE((SELECT provider FROM provider_identifier WHERE id = $id), $id)
        ORDER BY last_seen DESC, name
        """,
        KnowledgeRows.Source, ("$id", id));

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

    // One provider, or all if the identifier is null. Both queries run in one read transaction and in the same order, so the texts are merged as they stream by.
    private IEnumerable<Provider> ReadProviders(string? id)
    {
        (string, object?)[] only = id is null ? [] : [("$id", id)];
        using var connection = Read();
        using var transaction = connection.BeginTransaction(deferred: true);
        using var providers = connection.Command($"SELECT {ProviderColumns}, north, east, council FROM provider LEFT JOIN postcode ON postcode.code = provider.postcode {(id is null ? "" : $"WHERE id = {Owner}")} ORDER BY id", only);
        using var texts = connection.Command($"SELECT {TextColumns} FROM provider_text {(id is null ? "" : $"WHERE provider = {Owner}")} ORDER BY provider, date DESC, reference", only);
        using var provider = providers.ExecuteReader();
        using var text = texts.ExecuteReader();
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        string? Once(string? said)
        {
            // References of grants are each their own and would only fill the table.
            if (said is null) return null;
            if (kept.TryGetValue(said, out var known)) return known;
            if (kept.Count < MostKept) kept.Add(said, said);
            return said;
        }
        var more = text.Read();
        while (provider.Read())
        {
            var own = new List<ProviderText>();
            for (; more && text.GetString(0) == provider.GetString(0); more = text.Read()) own.Add(KnowledgeRows.Text(text, Once));
            yield return KnowledgeRows.Provider(provider, own, Once);
        }
    }
}
