using System.Net;
using System.Text.RegularExpressions;
using static CommissioningBot.Browser.Tests.DirectLineClient;

namespace CommissioningBot.Browser.Tests;

/// <summary>
/// Twenty conversations talk at once, two of them about one health check, and the server is killed twenty times while their requests are under
/// way. Whoever gets no acknowledgement sends the same again, as Web Chat does.
/// </summary>
public sealed partial class Chaos
{
    private const int Conversations = 20;
    private const int TurnsEach = 10;
    private const int Kills = 20;

    // What the two colleagues answer, each five of the ten.
    private static readonly string[] Items = ["G3", "G8", "F1", "F2", "F3", "F4", "O1", "O4", "G1", "G2"];

    private readonly Lock gate = new();
    private readonly HashSet<int> killAt = [.. Enumerable.Range(1, Kills).Select(k => (k * Conversations * TurnsEach / Kills) - 3)];
    private TaskCompletionSource alive = new();
    private int started;

    [Fact]
    public async Task Whatever_was_acknowledged_is_there_once_and_whatever_was_seen_stays_as_it_was()
    {
        await using var product = new RunningProduct();
        await product.Start();
        var clients = await Task.WhenAll(Enumerable.Range(0, Conversations).Select(_ => Connect(product.Address)));
        var (check, turns) = await ShareOneCheck(clients[0], clients[1]);
        alive.SetResult();

        await Task.WhenAll(clients.Select((client, c) => Talk(product, client, turn => c < 2
            ? new { value = new { @do = "item", assessment = check, item = Items[(turn * 2 + c) % Items.Length], response = "InPlace" } }
            : new { text = $"what is a PQQ? ({c}, {turn})" })));

        Assert.Empty(killAt);
        foreach (var (client, c) in clients.Select((client, c) => (client, c)))
        {
            await client.Look();
            var history = await client.History();
            Assert.Equal(history.Count, history.Select(Id).Distinct().Count());
            foreach (var (id, activity) in client.Seen) Assert.Equal(activity.GetRawText(), history.Single(a => Id(a) == id).GetRawText());
            var sent = history.Where(a => SentAs(a)?.StartsWith("turn-", StringComparison.Ordinal) == true).ToList();
            Assert.Equal(Enumerable.Range(0, TurnsEach).Select(t => $"turn-{t}"), sent.Select(SentAs));
            Assert.All(sent, s => Assert.Contains(history, a => a.TryGetProperty("replyToId", out var to) && to.GetString() == Id(s)));
            if (c >= 2) Assert.All(sent, s => Assert.Single(history, a => a.TryGetProperty("replyToId", out var to) && to.GetString() == Id(s)));
        }
        // Both colleagues' answers are in the one check: five profile answers and ten items.
        Assert.Contains($"a health check with {turns + Items.Length} answers", await clients[0].Say("held", "what do you hold about us?"), StringComparison.Ordinal);
    }

    /// <summary>The first begins a check, the second opens it with the code. Gives its id and how many answers it has.</summary>
    private static async Task<(string Check, int Answers)> ShareOneCheck(DirectLineClient one, DirectLineClient two)
    {
        string[] said = ["health check", "small grant", "2", "£3,000", "adults", "none"];
        for (var i = 0; i < said.Length; i++) await one.Say($"profile-{i}", said[i]);
        var code = CodeInText().Match(await one.Say("stop", "stop")).Groups[1].Value;
        await two.Say("resume", $"resume {code}");
        var question = two.Seen.Values.Last(a => a.TryGetProperty("attachments", out _));
        var act = question.GetProperty("attachments")[0].GetProperty("content").GetProperty("actions")[0].GetProperty("data");
        return (act.GetProperty("assessment").GetString()!, said.Length - 1);
    }

    private async Task Talk(RunningProduct product, DirectLineClient client, Func<int, object> activity)
    {
        for (var turn = 0; turn < TurnsEach; turn++)
        {
            var kill = false;
            lock (gate) kill = killAt.Remove(++started);
            var under = Send(client, turn, activity(turn));
            if (kill) await KillAndStart(product);
            await under;
            try
            {
                await client.Look();
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // Killed while it was read; the next look reads it.
            }
        }
    }

    private async Task Send(DirectLineClient client, int turn, object activity)
    {
        while (true)
        {
            Task up;
            lock (gate) up = alive.Task;
            await up;
            var status = await client.Send($"turn-{turn}", activity);
            if (status == HttpStatusCode.OK) return;
            Assert.Null(status);
        }
    }

    private async Task KillAndStart(RunningProduct product)
    {
        Task up;
        var again = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate) (up, alive) = (alive.Task, again);
        await up;
        await product.Kill();
        await product.Start();
        again.SetResult();
    }

    [GeneratedRegex(@"\*\*resume ((?:\w+ ){3}\w+)\*\*")]
    private static partial Regex CodeInText();
}
