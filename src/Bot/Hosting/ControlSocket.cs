using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// Where a running server takes requests of the verbs: a Unix domain socket in the data folder, for the account that runs the server alone. One
/// line of JSON in, one line out, and the connection ends. <see cref="ControlClient"/> is the other side.
/// </summary>
public sealed class ControlSocket(DataFolder folder, OperatorWork work, ILogger<ControlSocket> log) : BackgroundService
{
    private const int LongestRequest = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private ControlAddress? address;
    private Socket? listener;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Whoever is here holds the store's lock file, so a socket that is there already was left by a server that died.
        ControlAddress.RemoveStale(folder);
        address = ControlAddress.Make(folder);
        listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(address.Socket));
        // Before Listen nobody can connect, so there is no moment at which others could.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(address.Socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        listener.Listen();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        listener?.Dispose();
        address?.Remove();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var client = await listener!.AcceptAsync(stoppingToken);
            try
            {
                await Serve(client, stoppingToken);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
            {
                // The verb has gone away, or said nothing.
            }
        }
    }

    private async Task Serve(Socket client, CancellationToken stopping)
    {
        await using var stream = new NetworkStream(client);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        late.CancelAfter(Patience);
        var answer = await ReadLine(stream, late.Token) is { } line ? await Answer(line, stopping) : OperatorAnswer.No("The request was not one line of at most 64 kB.");
        await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer, OperatorJson.Default.OperatorAnswer), stopping);
        stream.WriteByte((byte)'\n');
    }

    private async Task<OperatorAnswer> Answer(string line, CancellationToken stopping)
    {
        try
        {
            return await work.Do(JsonSerializer.Deserialize(line, OperatorJson.Default.OperatorRequest)!, stopping);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return OperatorAnswer.No("This server does not understand that request; it is of another release than the program you called.");
        }
        catch (Exception e) when (e is StoreUnavailableException or IOException)
        {
            return OperatorAnswer.No("The server could not write, so nothing was done. Is the disk full?");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A request of an operator failed");
            return OperatorAnswer.No("That failed on the server; its log says why. Whether anything was done shows in: audit.");
        }
    }

    private static async Task<string?> ReadLine(Stream stream, CancellationToken cancel)
    {
        var line = new byte[LongestRequest];
        for (var length = 0; length < line.Length;)
        {
            var read = await stream.ReadAsync(line.AsMemory(length), cancel);
            if (read == 0) return null;
            length += read;
            if (line[length - 1] == '\n') return Encoding.UTF8.GetString(line, 0, length - 1);
        }
        return null;
    }
}
