using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CommissioningBot.Benchmarks.Load;

/// <summary>One kept-alive HTTP/1.1 connection to this computer that sends ready-made bytes and reads answers, costing next to nothing itself.</summary>
internal sealed class HttpLine(int port) : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[256 * 1024];

    public async Task Connect(CancellationToken cancel) => await socket.ConnectAsync(IPAddress.Loopback, port, cancel);

    public static byte[] Post(int port, string body) => Encoding.UTF8.GetBytes(
        FormattableString.Invariant($"POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}"));

    /// <summary>Sends a request and gives the response, headers and all.</summary>
    /// <exception cref="IOException">The server hung up, or its answer is larger than 256 KB.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> Send(ReadOnlyMemory<byte> request, CancellationToken cancel)
    {
        await socket.SendAsync(request, cancel);
        for (var read = 0; ;)
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read), cancel);
            if (more == 0) throw new IOException("The server hung up in the middle of an answer.");
            read += more;
            if (IsWhole(buffer.AsSpan(0, read))) return buffer.AsMemory(0, read);
        }
    }

    public void Dispose() => socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> response)
    {
        var head = response.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        var headers = Encoding.ASCII.GetString(response[..head]);
        var at = headers.IndexOf("content-length:", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return response.EndsWith("\r\n0\r\n\r\n"u8);
        var end = headers.IndexOf('\r', at);
        return response.Length == head + 4 + int.Parse(headers.AsSpan(at + 15, (end < 0 ? headers.Length : end) - at - 15), provider: System.Globalization.CultureInfo.InvariantCulture);
    }
}
