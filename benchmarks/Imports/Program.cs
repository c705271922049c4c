using System.Diagnostics;
using System.Globalization;
using CommissioningBot.Benchmarks.Imports;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.CharityRegister;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

// Usage: Imports [ORGANISATIONS] [ROUNDS] [--read] [--index]. Writes made-up charities, reads them with System.Text.Json, imports them, and prints what each took.
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 170_000;
var rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var folder = Directory.CreateTempSubdirectory("commissioningbot-register-");
try
{
    var files = folder.CreateSubdirectory("files");
    new MadeUpRegister(count, seed: 1).Write(files.FullName);
    Print($"{count} made-up organisations, {files.GetFiles().Sum(f => f.Length) / 1_000_000} MB zipped, {Environment.ProcessorCount} processors");
    var best = (Typed: double.MaxValue, Import: double.MaxValue);
    var knowledge = "";
    for (var round = 1; round <= rounds; round++)
    {
        var typed = await Seconds(async () => Print($"round {round}: {await TypedRows.ReadAll(files.FullName)} rows as typed rows by System.Text.Json"));
        knowledge = Path.Combine(folder.FullName, $"knowledge{round}.db");
        if (args.Contains("--read"))
        {
            var read = await Seconds(() => Task.Run(() => new ImportCharityRegister(new SqliteKnowledgeStore(knowledge)).Run(files.FullName, new ImportOptions(TimeProvider.System.GetUtcNow(), DryRun: true))));
            Print($"  reading, joining and checking alone {read.Clock:0.0} s (processor {read.Processor:0.0} s)");
        }
        ImportResult? result = null;
        var import = await Seconds(() => Task.Run(() => result = new ImportCharityRegister(new SqliteKnowledgeStore(knowledge)).Run(files.FullName, new ImportOptions(TimeProvider.System.GetUtcNow()))));
        if (result is not { Outcome: ImportOutcome.Done } || result.Named != count) throw new InvalidOperationException($"The import ended as {result?.Outcome} with {result?.Named}: {result?.Reason}");
        Print($"  typed rows {typed.Clock:0.0} s (processor {typed.Processor:0.0} s); import {import.Clock:0.0} s (processor {import.Processor:0.0} s) = {count / import.Clock:0} organisations a second, {import.Clock / typed.Clock:0.00} times as long");
        best = (Math.Min(best.Typed, typed.Clock), Math.Min(best.Import, import.Clock));
    }
    Print($"best: typed rows {best.Typed:0.0} s; import {best.Import:0.0} s = {count / best.Import:0} organisations a second, {best.Import / best.Typed:0.00} times as long (targets: 10000; 3)");
    var again = await Seconds(() => Task.Run(() => new ImportCharityRegister(new SqliteKnowledgeStore(knowledge)).Run(files.FullName, new ImportOptions(TimeProvider.System.GetUtcNow()))));
    Print($"the same files again: {again.Clock:0.0} s, nothing changed; store {new FileInfo(knowledge).Length / 1_000_000} MB");
    if (args.Contains("--index"))
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        CurrentProviders? index = null;
        var built = await Seconds(() => Task.Run(() => (index = new CurrentProviders(new SqliteKnowledgeStore(knowledge))).Refresh()));
        Print($"index: {built.Clock:0.0} s (processor {built.Processor:0.0} s), {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1_000_000} MB, {index!.Index.Count} organisations (targets: 3 s, 60 MB)");
    }
}
finally
{
    folder.Delete(recursive: true);
}

static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

static async Task<(double Clock, double Processor)> Seconds(Func<Task> work)
{
    using var process = Process.GetCurrentProcess();
    var before = process.TotalProcessorTime;
    var watch = Stopwatch.StartNew();
    await work();
    process.Refresh();
    return (watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
}
