using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CommissioningBot.Browser.Tests;

/// <summary>The server dies between acknowledging a message and delivering the answer to a channel.</summary>
public sealed class KillingDelivery
{
    [Fact]
    public async Task An_acknowledged_message_is_answered_once_after_a_restart_and_never_twice_where_the_channel_has_acknowledged()
    {
        using var port = new HeldPort();
        await using var product = new RunningProduct();
        await product.Start();
        using var http = new HttpClient { BaseAddress = product.Address };

        // Nobody listens yet: the answers are kept, and nothing else can be done with them.
        for (var i = 0; i < 3; i++) await Send(http, port, FormattableString.Invariant($"early-{i}"), "what is a PQQ?");
        await product.Kill();

        using var channel = new Channel(port);
        await product.Start();
        // The greeting and three answers.
        var early = await channel.Received(4);
        Assert.Equal(4, early.Select(Id).Distinct().Count());
        Assert.Equal(early.Select(Id).Order(StringComparer.Ordinal), early.Select(Id));

        // Acknowledged by the channel, and dead at once, a little later each time.
        for (var i = 0; i < 10; i++)
        {
            var before = channel.All.Count;
            await Send(http, port, FormattableString.Invariant($"late-{i}"), "what is a grant?");
            await channel.Received(before + 1);
            for (var wait = 0; wait < i * 500; wait++) await Task.Yield();
            await product.Kill();
            await product.Start();
            await Send(http, port, FormattableString.Invariant($"late-{i}"), "what is a grant?");
        }
        await Send(http, port, "last", "help");
        var sent = await channel.UntilSaid("what you can type");

        Assert.Equal(10, sent.Count(a => ReplyTo(a).StartsWith("late-", StringComparison.Ordinal) && !IsDoubt(a)));
        Assert.Equal(sent.Count, sent.Select(a => Id(a) + IsDoubt(a)).Distinct().Count());
    }

    private static async Task Send(HttpClient http, HeldPort port, string id, string text)
    {
        var activity = new
        {
            type = "message",
            id,
            text,
            channelId = "test",
            serviceUrl = port.Address,
            from = new { id = "person" },
            recipient = new { id = "bot" },
            conversation = new { id = "c" },
        };
        (await http.PostAsJsonAsync("/api/messages", activity)).EnsureSuccessStatusCode();
    }

    private static string Id(JsonElement activity) => activity.GetProperty("id").GetString()!;

    private static string ReplyTo(JsonElement activity) => activity.GetProperty("replyToId").GetString()!;

    /// <summary>What is said instead of sending a reply again whose fate is unknown.</summary>
    private static bool IsDoubt(JsonElement activity) => activity.GetProperty("text").GetString()!.Contains("not sure that my last message arrived", StringComparison.Ordinal);

    /// <summary>A channel that takes whatever it is sent, and acknowledges it before anybody hears that it was sent.</summary>
    private sealed class Channel : IDisposable
    {
        private readonly HttpListener listener = new();
        private readonly List<JsonElement> received = [];
        private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Channel(HeldPort port)
        {
            listener.Prefixes.Add(port.Address.ToString());
            listener.Start();
            _ = Listen();
        }

        public IReadOnlyList<JsonElement> All
        {
            get
            {
                lock (received) return [.. received];
            }
        }

        public Task<IReadOnlyList<JsonElement>> Received(int count) => Until(all => all.Count >= count);

        public Task<IReadOnlyList<JsonElement>> UntilSaid(string words) => Until(all => all.Any(a => a.GetProperty("text").GetString()!.Contains(words, StringComparison.Ordinal)));

        public void Dispose() => listener.Close();

        private async Task<IReadOnlyList<JsonElement>> Until(Func<IReadOnlyList<JsonElement>, bool> enough)
        {
            while (true)
            {
                Task next;
                lock (received)
                {
                    if (enough(received)) return [.. received];
                    next = changed.Task;
                }
                await next.WaitAsync(TimeSpan.FromSeconds(60));
            }
        }

        private async Task Listen()
        {
            while (listener.IsListening)
            {
                HttpListenerContext http;
                try
                {
                    http = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }
                var activity = await JsonSerializer.DeserializeAsync<JsonElement>(http.Request.InputStream);
                http.Response.ContentType = "application/json";
                http.Response.Close("{}"u8.ToArray(), willBlock: true);
                lock (received)
                {
                    received.Add(activity);
                    changed.SetResult();
                    changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
                }
            }
        }
    }
}
