using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>
/// Opens SQLite files with the operating system's own library, which its maintainers patch; docs/decisions/0002 says why not a bundled one.
/// </summary>
public static class SqliteLibrary
{
    private static readonly Lazy<bool> Loaded = new(Load);

    /// <summary>Opens a file that exists or is made (<paramref name="readOnly"/>: must exist).</summary>
    /// <exception cref="DllNotFoundException">The operating system has no SQLite; the message says what to install.</exception>
    public static SqliteConnection Open(string path, bool readOnly = false)
    {
        _ = Loaded.Value;
        if (!readOnly) MakePrivate(path);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ToString());
        connection.Open();
        return connection;
    }

    // SQLite would make the file readable by everybody, and its log takes the file's mode. An empty file is a new database to it.
    private static void MakePrivate(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path)) return;
        File.Open(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
    }

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (name, assembly, path) => name == "e_sqlite3" ? System() : 0);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        return true;
    }

    private static nint System()
    {
        string[] names = OperatingSystem.IsWindows() ? ["winsqlite3.dll"]
            : OperatingSystem.IsMacOS() ? ["libsqlite3.dylib", "/usr/lib/libsqlite3.dylib"]
            : ["libsqlite3.so.0", "libsqlite3.so"];
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var handle)) return handle;
        }
        throw new DllNotFoundException($"SQLite was not found on this computer (looked for {string.Join(", ", names)}). On Debian or Ubuntu: apt-get install libsqlite3-0.");
    }

    /// <summary>Runs statements that give nothing back.</summary>
    public static void Execute(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
