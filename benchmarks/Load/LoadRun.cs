using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using Activity = CommissioningBot.Bot.Conversation.Activity;

namespace CommissioningBot.Benchmarks.Load;

/// <param name="PerSecond">Turns answered in a second.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="LargestWal">Bytes; 0 if there is none.</param>
/// <param name="Processor">Microseconds of the server's processor time for each turn: says the same whatever else the computer does.</param>
internal sealed record Figures(double PerSecond, double P50, double P99, long LargestWal, double Processor = 0);

/// <summary>
/// Keeps a number of connections busy for a time, each sending the next turn when the last is answered. A connection has conversations of its
/// own and presses an answer of that conversation's check, another one each time, so that every turn changes something.
/// </summary>
/// <param name="expected">Words of every right answer: a server that refuses kindly must not look fast.</param>
internal sealed class LoadRun(int port, int connections, int conversations, string expected)
{
    private static readonly (string Item, string[] Responses)[] Items = [("G3", ["InPlace", "Started"]), ("G8", ["Started", "InPlace"])];
    private static readonly byte[] Ok = Encoding.ASCII.GetBytes("HTTP/1.1 200");
    private static int turnNumber;
    private readonly byte[] words = Encoding.ASCII.GetBytes(expected);

    /// <param name="wal">The write-ahead log to watch, or null.</param>
    public async Task<Figures> For(TimeSpan time, string? wal)
    {
        var clock = Stopwatch.StartNew();
        var running = Enumerable.Range(0, connections).Select(c => Task.Run(() => Talk(c, clock, time))).ToList();
        var all = Task.WhenAll(running);
        var largest = 0L;
        while (await Task.WhenAny(all, Task.Delay(50)) != all) largest = Math.Max(largest, wal is null ? 0 : new FileInfo(wal) is { Exists: true } file ? file.Length : 0);
        var took = (await all).SelectMany(t => t).Order().ToList();
        return new Figures(took.Count / clock.Elapsed.TotalSeconds, Milliseconds(took, 0.5), Milliseconds(took, 0.99), largest);
    }

    private static double Milliseconds(List<long> took, double part) =>
        Stopwatch.GetElapsedTime(0, took[Math.Min(took.Count - 1, (int)(took.Count * part))]).TotalMilliseconds;

    private async Task<List<long>> Talk(int connection, Stopwatch clock, TimeSpan time)
    {
        var took = new List<long>(100_000);
        using var line = new HttpLine(port);
        await line.Connect(default);
        // Each connection walks through its own conversations in large steps: neighbours in the store are not neighbours in time.
        var own = (conversations - connection + connections - 1) / connections;
        for (var i = 0L; clock.Elapsed < time; i++)
        {
            var number = connection + connections * (int)(i * 7919 % own);
            var request = HttpLine.Post(port, Press(number, i / own));
            var start = Stopwatch.GetTimestamp();
            var answer = await line.Send(request, default);
            took.Add(Stopwatch.GetTimestamp() - start);
            if (!answer.Span.StartsWith(Ok) || answer.Span.IndexOf(words) < 0) throw new InvalidOperationException("Not answered: " + Encoding.UTF8.GetString(answer.Span));
        }
        return took;
    }

    private static string Press(int number, long round)
    {
        var turn = Interlocked.Increment(ref turnNumber);
        var (item, responses) = Items[turn % Items.Length];
        var act = new AnswerItem(SeededConversations.Assessment(number), item, responses[round % 2], Change: true);
        return new Activity
        {
            Id = FormattableString.Invariant($"{Environment.ProcessId:x}-{turn:D9}"),
            Text = "In place",
            ChannelId = "bench",
            ServiceUrl = "http://127.0.0.1/",
            DeliveryMode = "expectReplies",
            From = new() { Id = "person", Role = "user" },
            Recipient = new() { Id = "bot" },
            Conversation = new() { Id = SeededConversations.Conversation(number) },
            Value = JsonSerializer.SerializeToElement<UserAct>(act, JsonSerializerOptions.Web),
        }.ToJson();
    }
}
