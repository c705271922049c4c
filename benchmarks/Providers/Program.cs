// Usage: Providers [ORGANISATIONS] [QUERIES] [--alone]. Imports made-up charities and puts the same searches to our index, SQLite FTS5 and PostgreSQL, in one
// run. --alone leaves the other two out. Prints a table; times by the clock and, because computers have other work too, by the processor.
using System.Diagnostics;
using System.Globalization;
using CommissioningBot.Benchmarks.Imports;
using CommissioningBot.Benchmarks.Providers;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

const int Rounds = 3;
if (args is ["import", var from, var into])
{
    new ImportCharityRegister(new SqliteKnowledgeStore(into)).Run(from, new ImportOptions(TimeProvider.System.GetUtcNow()));
    return;
}
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 170_000;
var asked = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 2000;
var folder = Directory.CreateTempSubdirectory("commissioningbot-providers-");
try
{
    // PostgreSQL's user must reach its own folder in here.
    if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
    var (register, next, knowledge) = (folder.CreateSubdirectory("register").FullName, folder.CreateSubdirectory("next").FullName, Path.Combine(folder.FullName, "knowledge.db"));
    new MadeUpRegister(count, seed: 1).Write(register);
    new MadeUpRegister(count / 4, seed: 2).Write(next);
    var store = new SqliteKnowledgeStore(knowledge);
    new ImportCharityRegister(store).Run(register, new ImportOptions(TimeProvider.System.GetUtcNow()));
    var queries = new SeededQueries([.. store.Providers().Where((_, i) => i % 500 == 0)], seed: 1).Take(asked).ToList();
    Print($"{count} organisations, {asked} searches, {Environment.ProcessorCount} processors");
    Print($"");

    // Builds: the first one compiles, too, and is not counted.
    var builds = new List<(double Clock, double Processor)>();
    CurrentProviders current = new(store);
    current.Refresh();
    var megabytes = 0.0;
    for (var round = 0; round < Rounds; round++)
    {
        current = new CurrentProviders(store);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        builds.Add(Timing.Seconds(() => current.Refresh()));
        megabytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
    }
    void Search(string text) => new FindProviders(current.Index, 10).Find(new UnderstandProviderQuery(current.Index).Run(text), week: 202647);
    Timing.Of(queries.Select(q => q.Text), Search);
    var rounds = Enumerable.Range(0, Rounds).Select(_ => Timing.Of(queries.Select(q => q.Text), Search)).ToList();
    Print($"| | build s (clock; processor) | size | p50 ms (clock; processor) | p99 ms (clock; processor) |");
    Print($"|---|---|---|---|---|");
    Row("our index", (builds.Min(b => b.Clock), builds.Min(b => b.Processor)), FormattableString.Invariant($"{megabytes:0} MB of memory"), Best(rounds, r => r.Clock(0.5)), Best(rounds, r => r.Processor(0.5)), Best(rounds, r => r.Clock(0.99)), Best(rounds, r => r.Processor(0.99)));
    Row("our index, median round", (Middle(builds.Select(b => b.Clock)), Middle(builds.Select(b => b.Processor))), "", Middle(rounds.Select(r => r.Clock(0.5))), Middle(rounds.Select(r => r.Processor(0.5))), Middle(rounds.Select(r => r.Clock(0.99))), Middle(rounds.Select(r => r.Processor(0.99))));
    if (!args.Contains("--alone"))
    {
        using (var sqlite = new SqliteFullText(Path.Combine(folder.FullName, "fts5.db")))
        {
            var build = Timing.Seconds(() => sqlite.Add(store.Providers()));
            var times = Peer(text => sqlite.Find(text));
            Row("SQLite FTS5", build, FormattableString.Invariant($"{sqlite.Bytes / 1_000_000} MB on disk"), times.Clock(0.5), times.Processor(0.5), times.Clock(0.99), times.Processor(0.99));
        }
        using var postgres = new PostgresFullText(Path.Combine(folder.FullName, "postgres"));
        var built = Timing.Seconds(() => postgres.Add(store.Providers()));
        var took = Peer(text => postgres.Find(text));
        Row("PostgreSQL (another process: clock only)", (built.Clock, double.NaN), FormattableString.Invariant($"{postgres.Bytes / 1_000_000} MB on disk"), took.Clock(0.5), double.NaN, took.Clock(0.99), double.NaN);
    }
    Print($"");
    foreach (var kind in queries.GroupBy(q => q.Kind)) Print($"{kind.Key} ({kind.Count()}): {Timing.Of(kind.Select(q => q.Text), Search)}");
    Print($"");
    WhileImporting();

    // The others are asked fewer of the same searches, because each takes long.
    Times Peer(Action<string> search)
    {
        var some = queries.Take(Math.Min(asked, 400)).Select(q => q.Text).ToList();
        Timing.Of(some.Take(50), search);
        return Timing.Of(some, search);
    }

    // The import runs in a process of its own, as the verb does; the index is built again in this one when it has ended.
    void WhileImporting()
    {
        using var import = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["import", next, knowledge]))!;
        var old = current.Index;
        var paced = Timing.Of(Paced(() => !import.HasExited), Search);
        Print($"while an import of {count / 4} runs, one search every 5 ms ({paced.Count}): {paced}");
        var refresh = Task.Run(() => current.Refresh());
        var swapping = Timing.Of(Paced(() => !refresh.IsCompleted), Search);
        Print($"while the next index is built ({swapping.Count}): {swapping}; swapped: {!ReferenceEquals(old, current.Index)}");
    }

    IEnumerable<string> Paced(Func<bool> goesOn)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        for (var i = 0; goesOn(); i++)
        {
            timer.WaitForNextTickAsync().AsTask().Wait();
            yield return queries[i % queries.Count].Text;
        }
    }
}
finally
{
    folder.Delete(recursive: true);
}

static double Best(List<Times> rounds, Func<Times, double> of) => rounds.Min(of);

static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

static void Row(string what, (double Clock, double Processor) build, string size, double p50, double p50Processor, double p99, double p99Processor) =>
    Print($"| {what} | {build.Clock:0.0}; {build.Processor:0.0} | {size} | {p50:0.00}; {p50Processor:0.00} | {p99:0.00}; {p99Processor:0.00} |");

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
