using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommissioningBot.Browser.Tests.DirectLineJs;

/// <summary>botframework-directlinejs, the client inside Web Chat, against the running product: no activity is lost and none comes twice.</summary>
public sealed class TalkingWithMicrosoftsClient : IAsyncLifetime, IDisposable
{
    private const string OtherSite = "https://www.cvs.example";

    private readonly RunningProduct product = new();
    private readonly string clock = Path.GetTempFileName();
    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = true });
    private DirectLineClients clients = null!;

    public async Task InitializeAsync()
    {
        product.Settings["COMMISSIONINGBOT_CLOCK"] = clock;
        product.Settings["DirectLine__Sites__0__Name"] = "cvs";
        product.Settings["DirectLine__Sites__0__Origins__0"] = OtherSite;
        await product.Start();
    }

    public async Task DisposeAsync()
    {
        if (clients is not null) await clients.DisposeAsync();
        await product.DisposeAsync();
        File.Delete(clock);
    }

    public void Dispose() => http.Dispose();

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_conversation_starts_greets_once_and_answers(bool webSocket)
    {
        clients = await DirectLineClients.Start();
        var grant = await Token();
        clients.Open("one", product.Address, Text(grant, "token"), webSocket);
        await clients.UntilStatus("one", DirectLineClients.Online);

        for (var i = 0; i < 5; i++)
        {
            var id = await clients.Post("one", $"m{i}", "what is a PQQ?");
            await clients.UntilAnswered("one", id);
        }

        await EverythingOnce("one", grant);
        Assert.Single(clients.Seen("one"), a => ((string?)a["text"])?.Contains("Hello. I am CommissioningBot", StringComparison.Ordinal) == true);
        // Whoever the browser says it is, the token says who it is.
        Assert.All(clients.Seen("one").Where(a => (string?)a["from"]!["role"] == "user"), a => Assert.Equal(Text(grant, "userId"), (string)a["from"]!["id"]!));
    }

    [SkippableFact]
    public async Task a_server_that_is_killed_and_comes_back_costs_nothing()
    {
        clients = await DirectLineClients.Start();
        var grant = await Token();
        clients.Open("one", product.Address, Text(grant, "token"));
        await clients.UntilStatus("one", DirectLineClients.Online);
        await clients.UntilAnswered("one", await clients.Post("one", "before", "what is a PQQ?"));

        await product.Kill();
        Assert.Equal("retry", await clients.Post("one", "while-away", "what is a grant?"));
        await product.Start();
        var taken = await clients.PostUntilTaken("one", "while-away", "what is a grant?");
        Assert.Equal(taken, await clients.Post("one", "while-away", "what is a grant?"));
        await clients.UntilAnswered("one", taken);
        await clients.UntilAnswered("one", await clients.Post("one", "after", "what is a framework?"));

        await EverythingOnce("one", grant);
    }

    [SkippableFact]
    public async Task a_laptop_that_slept_twenty_minutes_gets_what_it_missed()
    {
        clients = await DirectLineClients.Start();
        await using var line = new NetworkLine(product.Address);
        var grant = await Token();
        clients.Open("laptop", line.Address, Text(grant, "token"));
        await clients.UntilAnswered("laptop", await clients.Post("laptop", "before", "what is a PQQ?"));
        clients.Open("desk", product.Address, Text(await Token(), "token"));
        await clients.UntilStatus("desk", DirectLineClients.Online);

        await line.Cut();
        await Later(TimeSpan.FromMinutes(20));
        var missed = await clients.Post("desk", "meanwhile", "what is a grant?");
        await clients.UntilAnswered("desk", missed);
        line.Mend();

        await clients.UntilAnswered("laptop", missed);
        await clients.UntilAnswered("laptop", await clients.PostUntilTaken("laptop", "after", "what is a framework?"));
        await EverythingOnce("laptop", grant);
    }

    [SkippableFact]
    public async Task two_tabs_of_one_conversation_both_stay_and_both_see_everything()
    {
        clients = await DirectLineClients.Start();
        var (first, second) = (await Token(), await Token());
        Assert.Equal(Text(first, "conversationId"), Text(second, "conversationId"));
        clients.Open("first", product.Address, Text(first, "token"));
        await clients.UntilStatus("first", DirectLineClients.Online);
        clients.Open("second", product.Address, Text(second, "token"));
        await clients.UntilStatus("second", DirectLineClients.Online);

        for (var i = 0; i < 3; i++)
        {
            foreach (var (from, to) in new[] { ("first", "second"), ("second", "first") })
            {
                var id = await clients.Post(from, $"{from}{i}", "what is a grant?");
                await clients.UntilAnswered(to, id);
                await clients.UntilAnswered(from, id);
            }
        }

        await EverythingOnce("first", first);
        await EverythingOnce("second", second);
    }

    [SkippableFact]
    public async Task a_token_that_expired_ends_the_connection_and_a_fresh_one_brings_everything_back()
    {
        clients = await DirectLineClients.Start();
        var grant = await Token();
        clients.Open("one", product.Address, Text(grant, "token"));
        await clients.UntilAnswered("one", await clients.Post("one", "before", "what is a PQQ?"));

        await Later(TimeSpan.FromMinutes(31));
        Assert.Equal("retry", await clients.Post("one", "late", "what is a grant?"));
        await clients.UntilStatus("one", DirectLineClients.ExpiredToken);
        clients.End("one");
        var fresh = await Token();
        clients.Open("again", product.Address, Text(fresh, "token"), conversation: Text(fresh, "conversationId"));
        await clients.UntilAnswered("again", await clients.PostUntilTaken("again", "late", "what is a grant?"));

        await EverythingOnce("again", fresh);
        Assert.Equal(clients.Seen("one").Select(Id), clients.Seen("again").Take(clients.Seen("one").Count).Select(Id));
    }

    [SkippableFact]
    public async Task a_visitor_of_another_site_comes_back_after_sixty_days_without_a_cookie()
    {
        clients = await DirectLineClients.Start();
        var grant = await Ask("api/webchat/token", null);
        clients.Open("one", product.Address, Text(grant, "token"));
        await clients.UntilAnswered("one", await clients.Post("one", "before", "what is a PQQ?"));
        clients.End("one");

        await Later(TimeSpan.FromDays(60));
        var back = await Ask("api/webchat/return", Text(grant, "returnToken"));
        Assert.Equal(Text(grant, "conversationId"), Text(back, "conversationId"));
        clients.Open("again", product.Address, Text(back, "token"));
        await clients.UntilAnswered("again", await clients.Post("again", "after", "what is a grant?"));

        await EverythingOnce("again", back);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_token_that_is_refused_is_not_tried_for_ever(bool webSocket)
    {
        clients = await DirectLineClients.Start();
        clients.Open("one", product.Address, "not.a.token", webSocket);
        await clients.UntilStatus("one", DirectLineClients.FailedToConnect);
    }

    [SkippableFact]
    public async Task a_second_socket_of_the_same_session_closes_the_first_and_says_why()
    {
        var grant = await Token();
        using var first = await Stream(grant);
        using var second = await Stream(grant);

        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult received;
        do received = await first.ReceiveAsync(buffer, CancellationToken.None);
        while (received.MessageType != WebSocketMessageType.Close);
        Assert.Equal("collision", received.CloseStatusDescription);
        Assert.Equal(WebSocketMessageType.Text, (await second.ReceiveAsync(buffer, CancellationToken.None)).MessageType);
        // Empty frames are signs of life.
        await second.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, true, CancellationToken.None);
        Assert.Equal(WebSocketState.Open, second.State);
    }

    private static string Id(JsonObject activity) => (string)activity["id"]!;

    private static string Text(JsonElement grant, string field) => grant.GetProperty(field).GetString()!;

    /// <summary>What the client gave out is exactly what stands in the log, in its order.</summary>
    private async Task EverythingOnce(string name, JsonElement grant)
    {
        using var read = new HttpRequestMessage(HttpMethod.Get, new Uri(product.Address, $"v3/directline/conversations/{Text(grant, "conversationId")}/activities"));
        read.Headers.Authorization = new("Bearer", Text(await Fresh(grant), "token"));
        var set = await (await http.SendAsync(read)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var log = set.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("id").GetString()).ToList();
        await clients.UntilSeen(name, log.Count);
        Assert.Equal(log, clients.Seen(name).Select(Id));
    }

    // The test's own reading must not fail because the clock was moved.
    private async Task<JsonElement> Fresh(JsonElement grant)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri(product.Address, "v3/directline/tokens/refresh"));
        ask.Headers.Authorization = new("Bearer", Text(grant, "token"));
        return await (await http.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task Later(TimeSpan by) => File.WriteAllTextAsync(clock, by.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A token as our own page gets it: the cookie keeps the visitor.</summary>
    private Task<JsonElement> Token() => Ask("api/webchat/token", null, origin: null);

    private async Task<JsonElement> Ask(string path, string? token, string? origin = OtherSite)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Post, new Uri(product.Address, path));
        if (origin is not null) ask.Headers.Add("Origin", origin);
        if (token is not null) ask.Headers.Authorization = new("Bearer", token);
        return await (await http.SendAsync(ask)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<ClientWebSocket> Stream(JsonElement grant)
    {
        using var start = new HttpRequestMessage(HttpMethod.Post, new Uri(product.Address, "v3/directline/conversations"));
        start.Headers.Authorization = new("Bearer", Text(grant, "token"));
        var started = await (await http.SendAsync(start)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(Text(started, "streamUrl")), CancellationToken.None);
        return socket;
    }
}
