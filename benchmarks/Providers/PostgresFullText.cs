using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Search;
using Npgsql;

namespace CommissioningBot.Benchmarks.Providers;

/// <summary>
/// The same providers in a PostgreSQL of its own, started for this run: a tsvector of English with a GIN index, ranked by ts_rank: any of the words, the
/// best ten, with their texts.
/// </summary>
internal sealed class PostgresFullText : IDisposable
{
    private readonly string folder;
    private readonly NpgsqlConnection connection;

    /// <param name="folder">A folder to make that does not exist yet.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not there or does not start.</exception>
    public PostgresFullText(string folder)
    {
        this.folder = folder;
        var port = FreePort();
        Directory.CreateDirectory(folder);
        if (IsRoot) Run("chown", "postgres", folder);
        Run(AsItsUser("initdb", "-D", folder, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C"));
        Run(AsItsUser("pg_ctl", "-D", folder, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -h 127.0.0.1 -k {folder} -c shared_buffers=512MB -c max_parallel_workers_per_gather=0", "start"));
        connection = new NpgsqlConnection($"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Command Timeout=600");
        connection.Open();
    }

    public long Bytes => (long)Scalar("SELECT pg_total_relation_size('provider')");

    private static bool IsRoot => OperatingSystem.IsLinux() && Environment.UserName == "root";

    public void Add(IEnumerable<Provider> providers)
    {
        Execute("CREATE TABLE provider (id text PRIMARY KEY, name text NOT NULL, text text NOT NULL)");
        using (var copy = connection.BeginBinaryImport("COPY provider FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var provider in providers)
            {
                copy.StartRow();
                copy.Write(provider.Id);
                copy.Write(provider.Name);
                copy.Write(string.Join('\n', provider.Texts.Select(t => t.Text)));
            }
            copy.Complete();
        }
        Execute("ALTER TABLE provider ADD words tsvector GENERATED ALWAYS AS (to_tsvector('english', name || ' ' || text)) STORED");
        Execute("CREATE INDEX provider_words ON provider USING gin (words)");
        Execute("VACUUM ANALYZE provider");
    }

    public int Find(string query)
    {
        var terms = Words.Split(query).Where(w => !w.IsStop).Select(w => $"'{w.Text}'").ToList();
        if (terms.Count == 0) return 0;
        using var command = new NpgsqlCommand("SELECT id, name, text FROM provider, to_tsquery('english', $1) AS asked WHERE words @@ asked ORDER BY ts_rank(words, asked) DESC LIMIT 10", connection);
        command.Parameters.AddWithValue(string.Join(" | ", terms));
        using var reader = command.ExecuteReader();
        var found = 0;
        for (; reader.Read(); found++) _ = reader.GetString(0) + reader.GetString(1) + reader.GetString(2);
        return found;
    }

    public void Dispose()
    {
        connection.Dispose();
        Run(AsItsUser("pg_ctl", "-D", folder, "-m", "fast", "stop"));
    }

    private object Scalar(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses to run as root.
    private static string[] AsItsUser(params string[] command) => IsRoot ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static ProcessStartInfo StartOf(params string[] command) =>
        new(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };

    private static void Run(params string[] command)
    {
        using var process = Process.Start(StartOf(command))!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{string.Join(' ', command)} failed: {error.Result}");
    }
}
