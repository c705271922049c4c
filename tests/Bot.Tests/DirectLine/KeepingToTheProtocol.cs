using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Channels.DirectLine.Uploads;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Tests.Security;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace CommissioningBot.Bot.Tests.DirectLine;

public sealed class KeepingToTheProtocol
{
    [Fact]
    public async Task A_start_is_201_and_the_next_200_and_both_bring_a_token_and_a_stream()
    {
        await using var host = await RunningHost.Start();
        using var ask = new HttpRequestMessage(HttpMethod.Post, "/api/webchat/token");
        var visitor = new Visitor(host, await Visitor.Json(await host.Http.SendAsync(ask)));
        foreach (var expected in new[] { 201, 200 })
        {
            var started = await host.Http.SendAsync(visitor.Post("/v3/directline/conversations"));
            Assert.Equal(expected, (int)started.StatusCode);
            var grant = await Visitor.Json(started);
            Assert.Equal((visitor.Conversation, 1800), ((string)grant["conversationId"]!, (int)grant["expires_in"]!));
            Assert.NotNull((string?)grant["token"]);
            Assert.StartsWith("ws://", (string)grant["streamUrl"]!, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_session_is_kept_by_refresh_and_reconnect_and_another_token_has_another()
    {
        await using var host = await RunningHost.Start();
        var visitor = await Visitor.Come(host);
        var session = (string)visitor.Claims["sid"]!;
        var refreshed = new Visitor(host, await Visitor.Json(await host.Http.SendAsync(visitor.Post("/v3/directline/tokens/refresh"))));
        var reconnected = new Visitor(host, await Visitor.Json(await host.Http.SendAsync(visitor.Get(visitor.Home + "?watermark=1"))));
        var told = await Visitor.Json(await host.Http.SendAsync(visitor.Get("/v3/directline/session/getsessionid")));

        Assert.Equal([session, session, session], new[] { (string)refreshed.Claims["sid"]!, (string)reconnected.Claims["sid"]!, (string)told["sessionId"]! });
        Assert.NotEqual(session, (string)(await Visitor.Come(host)).Claims["sid"]!);
    }

    [Theory]
    [InlineData(RunningHost.CvsSecret, "cvs/dl_ann", "Group")]
    [InlineData(RunningHost.CouncilSecret, "council/dl_ann", "Commissioner")]
    public async Task A_back_end_names_its_user_who_gets_the_role_of_the_site(string secret, string user, string role)
    {
        await using var host = await RunningHost.Start();
        var named = await Visitor.Named(host, secret, """{"user":{"id":"dl_ann","name":"Ann Lee"}}""");
        Assert.Equal((user, role), ((string)named.Claims["user"]!, (string)named.Claims["role"]!));

        await named.Say("befriending in Bolton");
        var activities = await named.Activities();
        var own = activities.Single(a => (string?)a!["text"] == "befriending in Bolton")!;
        Assert.Equal((user, "Ann Lee"), ((string)own["from"]!["id"]!, (string)own["from"]!["name"]!));
        Assert.Equal(role == "Group", activities.ToJsonString().Contains("for council commissioners", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trouble_with_the_store_looks_like_nothing_new_to_a_client_that_reads()
    {
        var store = new Mock<IConversationStore>();
        store.Setup(s => s.Load(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(new StoredConversation("x", 1, 2, ConversationState.New.ToJson()));
        store.Setup(s => s.Read(It.IsAny<string>(), It.IsAny<long>(), It.IsAny<int>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("trouble"));
        store.Setup(s => s.ConversationsOwed(It.IsAny<CancellationToken>())).ReturnsAsync([]);
        await using var host = await RunningHost.Start(change: services => services.AddSingleton(store.Object));
        var visitor = await Visitor.Come(host);

        var set = await Visitor.Json(await host.Http.SendAsync(visitor.Get(visitor.Home + "/activities?watermark=7")));
        Assert.Equal("""{"activities":[],"watermark":"7"}""", set.ToJsonString());

        store.Setup(s => s.Load(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("trouble"));
        Assert.Equal(200, (int)(await host.Http.SendAsync(visitor.Get(visitor.Home + "/activities"))).StatusCode);
        Assert.Equal(200, (int)(await host.Http.SendAsync(visitor.Get(visitor.Home))).StatusCode);
    }

    [Fact]
    public async Task A_stream_goes_on_at_its_watermark_and_leaves_nothing_behind_when_it_closes()
    {
        await using var host = await RunningHost.Start();
        var visitor = await Visitor.Come(host);
        await visitor.Say("help");
        var all = await visitor.Activities();
        var watermark = (string)JsonNode.Parse(await visitor.Log())!["watermark"]!;
        var grant = await Visitor.Json(await host.Http.SendAsync(visitor.Get($"{visitor.Home}?watermark={watermark}")));

        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri((string)grant["streamUrl"]!), default);
        await visitor.Say("what is a PQQ?");
        var buffer = new byte[64 * 1024];
        var received = await socket.ReceiveAsync(buffer, default);
        var set = JsonNode.Parse(buffer.AsSpan(0, received.Count))!;
        var known = all.Select(a => (string)a!["id"]!).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(set["activities"]!.AsArray(), a => known.Contains((string)a!["id"]!));
        Assert.Equal(1, host.Get<ConversationSignals>().Count);

        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, default);
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (host.Get<ConversationSignals>().Count + host.Get<OpenStreams>().Count > 0)
        {
            late.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_signal_that_came_while_nobody_waited_is_found_and_others_do_not_hear_it()
    {
        var signals = new ConversationSignals();
        using var one = signals.Begin("a");
        using var two = signals.Begin("a");
        using var other = signals.Begin("b");
        signals.Raise("a");
        signals.Raise("a");
        Assert.True(await one.Next(TimeSpan.FromSeconds(20), default));
        Assert.True(await two.Next(TimeSpan.FromSeconds(20), default));
        Assert.False(await one.Next(TimeSpan.Zero, default));
        Assert.False(await other.Next(TimeSpan.Zero, default));
    }

    public static TheoryData<string, byte[]> GoodFiles => new()
    {
        { "a.pdf", "%PDF-1.7\n"u8.ToArray() },
        { "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0] },
        { "a.jpeg", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "a.docx", Word() },
        { "a.csv", Encoding.UTF8.GetBytes("name,town\nCafé,Bolton\n") },
        { "a.TXT", Encoding.UTF8.GetBytes("\uFEFFHello < world\r\n") },
        { "", Encoding.UTF8.GetBytes("no name") },
    };

    [Theory]
    [MemberData(nameof(GoodFiles))]
    public async Task A_file_of_a_kind_that_is_taken_comes_back_as_it_was_sent(string name, byte[] content)
    {
        await using var host = await RunningHost.Start();
        var visitor = await Visitor.Come(host);
        await Visitor.Json(await host.Http.SendAsync(visitor.Post(visitor.Home + "/upload?userId=somebody", Scene.Form((name, content)))));

        var activities = await visitor.Activities();
        var file = activities.Select(a => (string?)a!["attachments"]?[0]?["contentUrl"]).Single(url => url is not null)!;
        Assert.Equal(content, await host.Http.GetByteArrayAsync(file));
        Assert.Contains("cannot read documents yet", activities.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(FileKind.Of(content, name));
    }

    private static byte[] Word()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "[Content_Types].xml", "word/document.xml" }) zip.CreateEntry(name);
        }
        return bytes.ToArray();
    }
}
