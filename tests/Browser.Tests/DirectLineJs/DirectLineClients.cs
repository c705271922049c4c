using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace CommissioningBot.Browser.Tests.DirectLineJs;

/// <summary>Microsoft's own Direct Line client, several at once in one Node process, and what each of them saw.</summary>
internal sealed class DirectLineClients : IAsyncDisposable
{
    public const int Online = 2;
    public const int ExpiredToken = 3;
    public const int FailedToConnect = 4;
    public const int Ended = 5;

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);
    private static readonly SemaphoreSlim Installing = new(1, 1);

    private readonly Process node;
    private readonly Channel<JsonObject> incoming = Channel.CreateUnbounded<JsonObject>();
    private readonly List<JsonObject> happened = [];

    private DirectLineClients(Process node) => this.node = node;

    /// <summary>Brings the client from npm if it is not there yet. Skips the test where Node is missing.</summary>
    public static async Task<DirectLineClients> Start()
    {
        var folder = Path.Combine(RunningProduct.Repository(), "tests", "Browser.Tests", "DirectLineJs");
        var complete = Path.Combine(folder, "node_modules", ".package-lock.json");
        await Installing.WaitAsync();
        try
        {
            if (!File.Exists(complete) || File.GetLastWriteTimeUtc(complete) < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json"))) await Install(folder);
        }
        finally
        {
            Installing.Release();
        }
        var node = Process.Start(new ProcessStartInfo("node", ["client.mjs"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var clients = new DirectLineClients(node);
        node.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith('{') == true) clients.incoming.Writer.TryWrite(JsonNode.Parse(line.Data)!.AsObject());
        };
        node.BeginOutputReadLine();
        return clients;
    }

    public void Open(string name, Uri address, string token, bool webSocket = true, string? conversation = null) => Order(new
    {
        @do = "open",
        name,
        domain = new Uri(address, "v3/directline").ToString(),
        token,
        webSocket,
        conversationId = conversation,
    });

    public void End(string name) => Order(new { @do = "end", name });

    /// <summary>Sends a message and gives what the client makes of the answer: an id, <c>retry</c> or an error.</summary>
    public async Task<string> Post(string name, string id, string text)
    {
        var before = happened.Count(e => Is(e, "posted", name) && (string)e["id"]! == id);
        Order(new { @do = "post", name, id, text });
        await Until(all => all.Count(e => Is(e, "posted", name) && (string)e["id"]! == id) > before, $"{name} has posted {id}");
        return (string)happened.Last(e => Is(e, "posted", name) && (string)e["id"]! == id)["result"]!;
    }

    /// <summary>Sends until it is taken, as a person does who presses Retry.</summary>
    public async Task<string> PostUntilTaken(string name, string id, string text)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await Post(name, id, text) is var result && result != "retry" && !result.StartsWith("error", StringComparison.Ordinal)) return result;
        }
        throw new TimeoutException($"{id} was never taken.");
    }

    public Task UntilStatus(string name, int status) => Until(all => all.Any(e => Is(e, "status", name) && (int)e["status"]! == status), $"{name} has status {status}");

    /// <summary>Waits until the client has seen the answer to a message.</summary>
    public Task UntilAnswered(string name, string id) => Until(_ => Seen(name).Any(a => (string?)a["replyToId"] == id), $"{name} has seen the answer to {id}");

    public Task UntilSeen(string name, int many) => Until(_ => Seen(name).Count >= many, $"{name} has seen {many} activities");

    /// <summary>The activities in the order in which the client gave them out.</summary>
    public List<JsonObject> Seen(string name) => [.. happened.Where(e => Is(e, "activity", name)).Select(e => e["activity"]!.AsObject())];

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        node.Kill();
        await node.WaitForExitAsync();
        node.Dispose();
    }

    private static async Task Install(string folder)
    {
        var windows = OperatingSystem.IsWindows();
        try
        {
            using var npm = Process.Start(new ProcessStartInfo(windows ? "npm.cmd" : "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"])
            {
                WorkingDirectory = folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            var (said, wrong) = (npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0) throw new InvalidOperationException($"npm could not bring the Direct Line client: {await wrong} {await said}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "npm is not installed: it brings Microsoft's Direct Line client.");
        }
    }

    private static bool Is(JsonObject happening, string what, string name) => (string)happening["what"]! == what && (string)happening["name"]! == name;

    private void Order(object order)
    {
        node.StandardInput.WriteLine(JsonSerializer.Serialize(order, JsonSerializerOptions.Default));
        node.StandardInput.Flush();
    }

    private async Task Until(Func<List<JsonObject>, bool> done, string what)
    {
        using var late = new CancellationTokenSource(LongEnough);
        try
        {
            while (!done(happened)) happened.Add(await incoming.Reader.ReadAsync(late.Token));
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"It did not happen that {what}. What did: {string.Join(' ', happened.TakeLast(20).Select(e => e.ToJsonString()))}");
        }
    }
}
