using CommissioningBot.Knowledge.Questions.Documents;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Writes documents and their passages inside the transaction that the store holds, and reads them back.</summary>
internal sealed class SqliteDocumentsImport(SqliteConnection writer, SqliteImportRecord record)
{
    private const char PlaceParting = '\n';

    public ImportRecord Write(IEnumerable<ImportedDocument> rows)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        using var document = new Statement(writer, "INSERT INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0)");
        using var passage = new Statement(writer, "INSERT INTO passage VALUES (?1, ?2, ?3, ?4)");
        foreach (var row in rows)
        {
            files.Add(row.File);
            record.Count(row.Document is not null, row.Refusal);
            if (row.Document is not { } d) continue;
            taken.Add(d.Id);
            using var old = writer.Command("DELETE FROM document WHERE id = $id OR data_set = $set AND file = $file", ("$id", d.Id), ("$set", d.DataSet), ("$file", d.File));
            old.ExecuteNonQuery();
            document.Run(d.Id, d.Title, d.Date, string.Join(PlaceParting, d.Places), d.DataSet, d.Licence, d.File, d.Digest, record.Version);
            for (var i = 0; i < d.Passages.Count; i++) passage.Run(d.Id, i, d.Passages[i].Section, d.Passages[i].Text);
        }
        var gone = Documents(writer).Where(d => d.DataSet == record.Source.DataSet && !files.Contains(d.File)).Select(d => d.Id).ToList();
        foreach (var id in gone)
        {
            using var mark = writer.Command("UPDATE document SET gone = 1 WHERE id = $id", ("$id", id));
            mark.ExecuteNonQuery();
        }
        return record.End(taken.Count, gone.Count);
    }

    public static List<LocalDocument> Read(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        var passages = new Dictionary<string, List<Passage>>(StringComparer.Ordinal);
        using var command = connection.Command("SELECT document, section, text FROM passage ORDER BY document, number");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var id = reader.GetString(0);
            if (!passages.TryGetValue(id, out var its)) passages[id] = its = [];
            its.Add(new Passage(reader.GetString(1), reader.GetString(2)));
        }
        return Documents(connection).ConvertAll(d => d with { Passages = passages.GetValueOrDefault(d.Id) ?? [] });
    }

    private static List<LocalDocument> Documents(SqliteConnection connection)
    {
        using var command = connection.Command("SELECT id, title, date, places, data_set, licence, file, digest FROM document WHERE gone = 0 ORDER BY id");
        using var reader = command.ExecuteReader();
        var documents = new List<LocalDocument>();
        while (reader.Read())
        {
            documents.Add(new LocalDocument
            {
                Id = reader.GetString(0),
                Title = reader.GetString(1),
                Date = reader.GetString(2),
                Places = reader.GetString(3).Split(PlaceParting, StringSplitOptions.RemoveEmptyEntries),
                DataSet = reader.GetString(4),
                Licence = reader.GetString(5),
                File = reader.GetString(6),
                Digest = reader.GetString(7),
                Passages = [],
            });
        }
        return documents;
    }
}
