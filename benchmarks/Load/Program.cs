// Compares three servers with the same load: a bare echo, Bot Builder's echo, and this bot's durable turn. See ../README.md.
using System.Globalization;
using CommissioningBot.Benchmarks.Load;

const int Connections = 64;
const string Hello = """{"type":"message","text":"help","id":"hello","channelId":"bench","deliveryMode":"expectReplies","serviceUrl":"http://127.0.0.1/","from":{"id":"person"},"recipient":{"id":"bot"},"conversation":{"id":"hello"}}""";

var root = args[0];
var seconds = Number("--seconds", 8);
var warmUp = Number("--warm-up", 12);
var rounds = Number("--rounds", 3);
var sizes = Text("--conversations", "100,100000").Split(',').Select(s => int.Parse(s, CultureInfo.InvariantCulture)).ToList();
var only = Text("--only", "");

var bot = Path.Combine(root, "src/Bot/bin/Release/net10.0/CommissioningBot.Bot.dll");
var folders = new Dictionary<int, string>();
var results = new Dictionary<string, List<Figures>>();
try
{
    foreach (var size in sizes)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        folders[size] = Directory.CreateTempSubdirectory("benchmark-").FullName;
        await SeededConversations.Write(folders[size], size);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size} conversations written in {clock.Elapsed.TotalSeconds:F1} s, {new FileInfo(Path.Combine(folders[size], "conversations.db")).Length / 1e6:F0} MB"));
    }
    for (var round = 0; round < rounds; round++)
    {
        await Measure("bare ASP.NET echo", "dotnet", [Path.Combine(root, "benchmarks/Echo/bin/Release/net10.0/CommissioningBot.Benchmarks.Echo.dll")], null, 100);
        await Measure("botbuilder 4.23.3 echo", "node", [Path.Combine(root, "benchmarks/BotBuilder/echo.js")], null, 100);
        foreach (var size in sizes) await Measure(string.Create(CultureInfo.InvariantCulture, $"durable turn, {size} conversations"), "dotnet", [bot], folders[size], size);
    }
}
finally
{
    foreach (var folder in folders.Values) Directory.Delete(folder, recursive: true);
}

var builder = results.GetValueOrDefault("botbuilder 4.23.3 echo") is { } node ? Median(node, f => f.PerSecond) : double.NaN;
Console.WriteLine();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"median of " + rounds + " rounds",-36} {"turns/s",9} {"ratio",6} {"p50 ms",8} {"p99 ms",8} {"CPU us",7} {"WAL MB",7}"));
foreach (var (name, figures) in results)
{
    var perSecond = Median(figures, f => f.PerSecond);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name,-36} {perSecond,9:F0} {perSecond / builder,6:F2} {Median(figures, f => f.P50),8:F1} {Median(figures, f => f.P99),8:F1} {Median(figures, f => f.Processor),7:F0} {figures.Max(f => f.LargestWal) / 1048576.0,7:F1}"));
}

async Task Measure(string name, string program, string[] arguments, string? folder, int conversations)
{
    if (!name.Contains(only, StringComparison.Ordinal)) return;
    var environment = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development" };
    if (folder is not null) environment["COMMISSIONINGBOT_DATA"] = folder;
    await using var server = await Contestant.Start(program, arguments, environment, Hello);
    var load = new LoadRun(server.Port, Connections, conversations, folder is null ? "Echo" : "Saved");
    await load.For(TimeSpan.FromSeconds(warmUp), null);
    var before = server.Processor;
    var figures = await load.For(TimeSpan.FromSeconds(seconds), folder is null ? null : Path.Combine(folder, "conversations.db-wal"));
    figures = figures with { Processor = (server.Processor - before).TotalMicroseconds / (figures.PerSecond * seconds) };
    if (!results.TryGetValue(name, out var rows)) results[name] = rows = [];
    rows.Add(figures);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{name}: {figures.PerSecond:F0}/s, p50 {figures.P50:F1} ms, p99 {figures.P99:F1} ms, {figures.Processor:F0} us of processor a turn, WAL {figures.LargestWal / 1048576.0:F1} MB; first answer {server.FirstAnswer.TotalSeconds:F2} s, {server.Memory / 1e6:F0} MB in memory"));
}

static double Median(List<Figures> figures, Func<Figures, double> of) => figures.Select(of).Order().ElementAt(figures.Count / 2);

int Number(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

string Text(string name, string otherwise) => Array.IndexOf(args, name) is var at and >= 0 ? args[at + 1] : otherwise;
