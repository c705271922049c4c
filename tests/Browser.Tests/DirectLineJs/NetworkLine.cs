using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CommissioningBot.Browser.Tests.DirectLineJs;

/// <summary>The line between a laptop and the product; it can be cut while somebody is talking, and mended.</summary>
internal sealed class NetworkLine : IAsyncDisposable
{
    private readonly Uri product;
    private readonly HeldPort port = new();
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private TcpListener listener;
    private Task accepting;

    public NetworkLine(Uri product)
    {
        this.product = product;
        listener = new TcpListener(IPAddress.Loopback, port.Number);
        listener.Start();
        accepting = Accept(listener);
    }

    public Uri Address => port.Address;

    public async Task Cut()
    {
        listener.Stop();
        await accepting;
        foreach (var side in open.Keys) side.Dispose();
        open.Clear();
    }

    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, port.Number);
        listener.Start();
        accepting = Accept(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await Cut();
        port.Dispose();
    }

    private async Task Accept(TcpListener at)
    {
        try
        {
            while (true) _ = Join(await at.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task Join(TcpClient near)
    {
        var far = new TcpClient();
        open[near] = open[far] = true;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, product.Port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
        {
            // Cut, or one side has gone.
        }
        foreach (var side in new[] { near, far })
        {
            open.TryRemove(side, out _);
            side.Dispose();
        }
    }
}
