using System.Globalization;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// Copies database files, also while a server writes to them. VACUUM INTO over a read-only connection: it sees one moment of the file, never
/// writes to it and never checkpoints, so that the writer stays the only one who does; and what was deleted is not in the copy.
/// https://sqlite.org/lang_vacuum.html#vacuuminto
/// </summary>
public static class DatabaseCopy
{
    /// <summary>Copies a database as it stands at this moment into a file that is not there yet, and waits until it is on the disk.</summary>
    public static void Write(string from, string to)
    {
        using (var connection = SqliteLibrary.Open(from, readOnly: true))
        using (var command = connection.Command("VACUUM INTO $to", ("$to", to)))
        {
            // A large store may take longer than the usual thirty seconds.
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
        }
        // SQLite does not flush what VACUUM INTO writes.
        using var written = new FileStream(to, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    /// <summary>The number of the newest schema script that was applied to a file.</summary>
    public static int SchemaOf(string path)
    {
        using var connection = SqliteLibrary.Open(path, readOnly: true);
        return Schema.UserVersion(connection);
    }

    /// <summary>The newest schema that this release knows for a store, <c>conversations</c> or <c>knowledge</c>.</summary>
    public static int NewestSchema(string store) => Schema.Scripts(store).Count;

    /// <summary>True if SQLite finds nothing wrong inside the file.</summary>
    public static bool IsSound(string path)
    {
        using var connection = SqliteLibrary.Open(path, readOnly: true);
        using var command = connection.Command("PRAGMA quick_check");
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) == "ok";
    }
}
