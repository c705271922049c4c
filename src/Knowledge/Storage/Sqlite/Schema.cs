using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Brings a file's tables up to date: numbered scripts, each applied once, forward only.</summary>
internal static class Schema
{
    /// <param name="connection">The one connection that writes to the file.</param>
    /// <param name="store">Scripts named <c>{store}-NNN.sql</c> in this folder belong to it.</param>
    /// <exception cref="InvalidOperationException">The file was written by a newer release than this one.</exception>
    public static void Apply(SqliteConnection connection, string store)
    {
        var scripts = Scripts(store);
        var applied = UserVersion(connection);
        if (applied > scripts.Count)
        {
            throw new InvalidOperationException(
                $"{connection.DataSource} has schema {applied}, this release knows {scripts.Count}: it was written by a newer release. Use that one, or restore a backup.");
        }
        for (var i = applied; i < scripts.Count; i++)
        {
            using var reader = new StreamReader(typeof(Schema).Assembly.GetManifestResourceStream(scripts[i])!);
            connection.Execute(string.Create(CultureInfo.InvariantCulture, $"BEGIN IMMEDIATE; {reader.ReadToEnd()}; PRAGMA user_version = {i + 1}; COMMIT;"));
        }
    }

    /// <summary>True if a file exists and has every script of its store; looks without writing.</summary>
    public static bool IsCurrent(string path, string store)
    {
        if (!File.Exists(path)) return false;
        using var connection = SqliteLibrary.Open(path, readOnly: true);
        return UserVersion(connection) == Scripts(store).Count;
    }

    internal static List<string> Scripts(string store)
    {
        var prefix = $"{typeof(Schema).Namespace}.Schema.{store}-";
        return [.. typeof(Schema).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    internal static int UserVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA user_version";
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
