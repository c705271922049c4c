using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommissioningBot.Bot.Tests.Channels;

/// <summary>A channel's end of the Bot Connector, over real HTTP: it writes down what it is sent and answers as it is told to.</summary>
public sealed class FakeConnector : IAsyncDisposable
{
    private readonly Lock locked = new();
    private readonly List<Sent> received = [];
    private readonly Queue<Func<HttpContext, Task>> answers = [];
    private readonly List<(int Count, TaskCompletionSource Seen)> watchers = [];
    private readonly HeldPort port = new();
    private WebApplication? server;

    private FakeConnector()
    {
    }

    public string ServiceUrl => new Uri(port.Address, "/emea/").ToString();

    /// <summary>Everything that was sent, whatever it was answered.</summary>
    public IReadOnlyList<Sent> All
    {
        get
        {
            lock (locked) return [.. received];
        }
    }

    /// <summary>One that nobody listens at yet.</summary>
    public static FakeConnector Away() => new();

    public static async Task<FakeConnector> Start()
    {
        var connector = Away();
        await connector.Listen();
        return connector;
    }

    public async Task Listen()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(port.Address.ToString());
        server = builder.Build();
        server.MapPost("/{**path}", Take);
        await server.StartAsync();
    }

    /// <summary>Says how the next one that has no answer yet is answered; without this it is taken.</summary>
    public void Answer(int status, string? body = null, string? retryAfter = null) => Answer(http =>
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        return http.Response.WriteAsync(body ?? "{}");
    });

    public void Answer(Func<HttpContext, Task> answer)
    {
        lock (locked) answers.Enqueue(answer);
    }

    /// <summary>Waits until this many have been sent, and gives all of them.</summary>
    public async Task<IReadOnlyList<Sent>> Received(int count)
    {
        Task seen;
        lock (locked)
        {
            if (received.Count >= count) return [.. received];
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add((count, source));
            seen = source.Task;
        }
        await seen.WaitAsync(TimeSpan.FromSeconds(20));
        return All;
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        port.Dispose();
    }

    private async Task Take(HttpContext http)
    {
        var activity = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.Body);
        Func<HttpContext, Task>? answer;
        List<TaskCompletionSource> complete;
        lock (locked)
        {
            received.Add(new Sent(http.Request.Path, activity));
            answers.TryDequeue(out answer);
            complete = [.. watchers.Where(w => w.Count <= received.Count).Select(w => w.Seen)];
            watchers.RemoveAll(w => w.Count <= received.Count);
        }
        foreach (var seen in complete) seen.TrySetResult();
        await (answer?.Invoke(http) ?? http.Response.WriteAsync("{\"id\":\"taken\"}"));
    }
}

/// <param name="Path">The path of the request as sent, decoded.</param>
public sealed record Sent(string Path, JsonElement Activity)
{
    public string Text => Activity.GetProperty("text").GetString()!;

    public string Id => Activity.GetProperty("id").GetString()!;
}
