using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>What operators read and erase: seldom, and so with statements that nobody keeps prepared.</summary>
internal static class OperatorRows
{
    public const string AfterEveryId = "\uffff";

    /// <summary>Deletes inside the writer's open transaction.</summary>
    public static Erased Erase(SqliteConnection writer, StoreChange change)
    {
        var (conversations, records) = (0, 0);
        foreach (var key in change.EraseConversations)
        {
            Run(writer, "DELETE FROM turn WHERE conversation IN (SELECT id FROM conversation WHERE key = $key)", ("$key", key));
            Run(writer, "DELETE FROM delivery WHERE conversation = $key", ("$key", key));
            conversations += Run(writer, "DELETE FROM conversation WHERE key = $key", ("$key", key));
        }
        if (change.EraseEverything)
        {
            Run(writer, "DELETE FROM turn");
            Run(writer, "DELETE FROM delivery");
            conversations += Run(writer, "DELETE FROM conversation");
            var names = change.KeepKinds.Select((kind, i) => (Name: FormattableString.Invariant($"$kind{i}"), Value: (object?)kind)).ToArray();
            records += Run(writer, $"DELETE FROM record WHERE kind NOT IN ({string.Join(", ", names.Select(n => n.Name))})", names);
        }
        foreach (var deleted in change.Records.Where(r => r.Body is null))
        {
            records += Run(writer, "DELETE FROM record WHERE kind = $kind AND id = $id", ("$kind", deleted.Key.Kind), ("$id", deleted.Key.Id));
        }
        return new Erased(conversations, records);
    }

    public static IReadOnlyList<StoredRecord> Records(string path, string kind, string from, string before)
    {
        using var connection = SqliteLibrary.Open(path, readOnly: true);
        using var command = connection.Command("SELECT id, version, body FROM record WHERE kind = $kind AND id >= $from AND id < $before ORDER BY id", ("$kind", kind), ("$from", from), ("$before", before));
        using var reader = command.ExecuteReader();
        var records = new List<StoredRecord>();
        while (reader.Read()) records.Add(new StoredRecord(new RecordKey(kind, reader.GetString(0)), reader.GetInt64(1), reader.GetString(2)));
        return records;
    }

    public static IReadOnlyList<string> ConversationsThatMention(string path, string text)
    {
        using var connection = SqliteLibrary.Open(path, readOnly: true);
        using var command = connection.Command(
            """
            SELECT c.key FROM conversation c
            WHERE EXISTS (SELECT 1 FROM turn t WHERE t.conversation = c.id AND (instr(t.activities, $text) > 0 OR instr(state, $text) > 0))
            ORDER BY c.key
            """, ("$text", text));
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read()) keys.Add(reader.GetString(0));
        return keys;
    }

    private static int Run(SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteNonQuery();
    }
}
