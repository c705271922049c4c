using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CommissioningBot.Bot.Operating;

namespace CommissioningBot.Bot.Hosting;

/// <summary>The verbs' side of <see cref="ControlSocket"/>.</summary>
public static class ControlClient
{
    /// <summary>Hands a request to the server that runs on a data folder; null if none does.</summary>
    /// <exception cref="IOException">There is one, but it went away before it answered; whether it did what was asked is open.</exception>
    public static async Task<OperatorAnswer?> Ask(DataFolder folder, OperatorRequest request, CancellationToken cancel)
    {
        if (ControlAddress.Find(folder) is not { } address) return null;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(address.Socket), cancel);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionRefused or SocketError.AddressNotAvailable or SocketError.NotConnected || !File.Exists(address.Socket))
        {
            // Left by a server that died.
            return null;
        }
        catch (SocketException e)
        {
            throw new IOException($"The server on {folder.Path} cannot be reached ({e.SocketErrorCode}). Call this from the account that runs it.", e);
        }
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(request, OperatorJson.Default.OperatorRequest) + "\n"), cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync(cancel) is { } line
            ? JsonSerializer.Deserialize(line, OperatorJson.Default.OperatorAnswer)
            : throw new IOException("The server ended before it answered. Whether it did what was asked shows in: audit.");
    }
}
