using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Benchmarks.Providers;

/// <summary>The same providers in an FTS5 table with its Porter stemmer, ranked by its BM25: any of the words, the best ten, with their texts.</summary>
internal sealed class SqliteFullText : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string path;

    public SqliteFullText(string path)
    {
        this.path = path;
        connection = SqliteLibrary.Open(path);
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA cache_size = -65536; CREATE VIRTUAL TABLE provider USING fts5(id UNINDEXED, name, text, tokenize = 'porter unicode61')");
    }

    public long Bytes => new FileInfo(path).Length;

    public void Add(IEnumerable<Provider> providers)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO provider VALUES ($id, $name, $text)";
        var (id, name, text) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$name", SqliteType.Text), insert.Parameters.Add("$text", SqliteType.Text));
        foreach (var provider in providers)
        {
            (id.Value, name.Value, text.Value) = (provider.Id, provider.Name, string.Join('\n', provider.Texts.Select(t => t.Text)));
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public int Find(string query)
    {
        var terms = Words.Split(query).Where(w => !w.IsStop).Select(w => $"\"{w.Text}\"").ToList();
        if (terms.Count == 0) return 0;
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, name, text FROM provider WHERE provider MATCH $query ORDER BY rank LIMIT 10";
        command.Parameters.AddWithValue("$query", string.Join(" OR ", terms));
        using var reader = command.ExecuteReader();
        var found = 0;
        for (; reader.Read(); found++) _ = reader.GetString(0) + reader.GetString(1) + reader.GetString(2);
        return found;
    }

    public void Dispose() => connection.Dispose();
}
