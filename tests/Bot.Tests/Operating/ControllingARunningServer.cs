using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Tests.Engine;
using CommissioningBot.Knowledge.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommissioningBot.Bot.Tests.Operating;

/// <summary>The real socket, between the real client and a server made of the real container.</summary>
public class ControllingARunningServer
{
    [Fact]
    public async Task What_a_verb_asks_for_is_done_by_the_server_and_stands_in_the_audit()
    {
        await using var bot = new TestBot();
        await using var server = await Running.On(bot);
        var answer = await HandOver.Do(bot.Folder, new SwitchOff("wrong figure") { By = "ann" }, default);

        Assert.True(answer.Done);
        Assert.Contains("switched off", Assert.Single(await bot.Say("c", "1", "help")).Text, StringComparison.Ordinal);
        var audit = await HandOver.Do(bot.Folder, new ShowAudit { By = "ann" }, default);
        Assert.Matches(@"^2026-11-20 10:00:00 UTC  [0-9A-F]{8}  ann  switched the bot off \(wrong figure\)$", Assert.Single(audit.Lines));
    }

    [Fact]
    public async Task Without_a_server_the_verb_does_it_itself()
    {
        await using var bot = new TestBot();
        await bot.Stop();
        Assert.True((await HandOver.Do(bot.Folder, new SwitchOff("wrong figure") { By = "ann" }, default)).Done);
        await bot.Restart();
        Assert.Contains("switched off", Assert.Single(await bot.Say("c", "1", "help")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_holds_the_folder_but_does_not_listen_yet_is_named()
    {
        await using var bot = new TestBot();
        bot.Get<IConversationStore>();
        var refused = await Assert.ThrowsAsync<IOException>(() => HandOver.Do(bot.Folder, new SwitchOn { By = "ann" }, default));
        Assert.Contains("Another process is using", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_left_by_a_server_that_died_is_no_server_and_the_next_one_replaces_it()
    {
        await using var bot = new TestBot();
        var path = Path.Combine(bot.Folder.Path, "control.sock");
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)) dead.Bind(new UnixDomainSocketEndPoint(path));
        if (!File.Exists(path)) await File.WriteAllTextAsync(path, "");
        Assert.Null(await ControlClient.Ask(bot.Folder, new ShowAudit { By = "ann" }, default));

        await using var server = await Running.On(bot);
        Assert.NotNull(await ControlClient.Ask(bot.Folder, new ShowAudit { By = "ann" }, default));
    }

    [SkippableFact, UnsupportedOSPlatform("windows")]
    public async Task Only_the_account_of_the_server_may_use_the_socket()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no file modes.");
        await using var bot = new TestBot();
        await using var server = await Running.On(bot);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(bot.Folder.Path, "control.sock")));
    }

    [Fact]
    public async Task A_data_folder_with_a_long_path_works_too_and_nothing_is_left_behind()
    {
        await using var bot = new TestBot(folder: string.Join('/', Enumerable.Repeat("a-folder-with-a-long-name", 6)));
        string socket;
        await using (await Running.On(bot))
        {
            socket = await File.ReadAllTextAsync(Path.Combine(bot.Folder.Path, "control.sock.path"));
            Assert.True(socket.Length <= 100);
            Assert.NotNull(await ControlClient.Ask(bot.Folder, new ShowAudit { By = "ann" }, default));
        }
        Assert.False(Directory.Exists(Path.GetDirectoryName(socket)));
        Assert.Null(await ControlClient.Ask(bot.Folder, new ShowAudit { By = "ann" }, default));
    }

    [Theory]
    [InlineData("banana\n")]
    [InlineData("{\"do\":\"launch\",\"by\":\"ann\"}\n")]
    [InlineData("{\"do\":\"switch-off\"}\n")]
    [InlineData("null\n")]
    [InlineData("{\"do\":\"switch-off\",\"by\":\"ann\",\"reason\":\" \"}\n")]
    public async Task A_request_that_makes_no_sense_is_refused_and_the_next_one_is_served(string request)
    {
        await using var bot = new TestBot();
        await using var server = await Running.On(bot);
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(bot.Folder.Path, "control.sock")));
            await socket.SendAsync(Encoding.UTF8.GetBytes(request));
            using var reader = new StreamReader(new NetworkStream(socket));
            Assert.StartsWith("{\"done\":false", await reader.ReadLineAsync(), StringComparison.Ordinal);
        }
        Assert.True((await ControlClient.Ask(bot.Folder, new ShowAudit { By = "ann" }, default))!.Done);
    }

    [Fact]
    public async Task A_caller_that_hangs_up_half_way_does_no_harm()
    {
        await using var bot = new TestBot();
        await using var server = await Running.On(bot);
        using (var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(bot.Folder.Path, "control.sock")));
            await socket.SendAsync("{\"do\":\"switch-o"u8.ToArray());
        }
        Assert.Empty((await ControlClient.Ask(bot.Folder, new ShowAudit { By = "ann" }, default))!.Lines);
    }

    /// <summary>The control socket of a bot, until it is disposed.</summary>
    private sealed class Running(ControlSocket socket) : IAsyncDisposable
    {
        public static async Task<Running> On(TestBot bot)
        {
            var socket = new ControlSocket(bot.Folder, bot.Get<OperatorWork>(), NullLogger<ControlSocket>.Instance);
            await socket.StartAsync(default);
            return new Running(socket);
        }

        public async ValueTask DisposeAsync()
        {
            await socket.StopAsync(default);
            socket.Dispose();
        }
    }
}
