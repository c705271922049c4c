using System.Net;
using System.Net.Sockets;

namespace CommissioningBot.Tests;

/// <summary>
/// A free port on loopback that stays ours until this is disposed, also while nobody listens at it. A port that is only looked up and let go
/// is soon somebody else's: every connection that another test opens takes one.
/// </summary>
/// <remarks>
/// On Linux a socket that is bound but does not listen keeps the port from being given out, and still lets a server of ours that names it
/// listen there. Elsewhere it would keep that server out too, so the port is let go at once.
/// </remarks>
public sealed class HeldPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public HeldPort()
    {
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Number = ((IPEndPoint)socket.LocalEndPoint!).Port;
        if (!OperatingSystem.IsLinux()) socket.Dispose();
    }

    public int Number { get; }

    /// <summary>Its address, with no path.</summary>
    public Uri Address => new(FormattableString.Invariant($"http://127.0.0.1:{Number}"));

    public void Dispose() => socket.Dispose();
}
