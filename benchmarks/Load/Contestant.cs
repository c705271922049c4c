using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CommissioningBot.Benchmarks.Load;

/// <summary>A server under test in its own process, on a free port of this computer.</summary>
internal sealed class Contestant : IAsyncDisposable
{
    private readonly Process process;

    private Contestant(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    /// <summary>Bytes in memory.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan FirstAnswer { get; private set; }

    public static async Task<Contestant> Start(string program, string[] arguments, Dictionary<string, string> environment, string firstBody)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Path.GetTempPath() };
        // Standard output of a benchmark is its result.
        start.RedirectStandardOutput = true;
        foreach (var (name, value) in environment) start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = FormattableString.Invariant($"http://127.0.0.1:{port}");
        start.Environment["PORT"] = FormattableString.Invariant($"{port}");
        var clock = Stopwatch.StartNew();
        var contestant = new Contestant(Process.Start(start)!, port);
        await contestant.Answer(firstBody);
        contestant.FirstAnswer = clock.Elapsed;
        return contestant;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task Answer(string body)
    {
        while (!process.HasExited)
        {
            try
            {
                using var line = new HttpLine(Port);
                await line.Connect(default);
                await line.Send(HttpLine.Post(Port, body), default);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(5);
            }
        }
        throw new InvalidOperationException("A server ended before it answered.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
