using System.Net;
using System.Text;

namespace CommissioningBot.Browser.Tests;

/// <summary>Somebody else's web site, with the strict page policy that docs/embedding.md shows, and the widget on it.</summary>
public sealed class OtherSite : IAsyncDisposable
{
    private readonly HeldPort port = new();
    private readonly HttpListener listener = new();
    private Task serving = Task.CompletedTask;

    /// <summary>The product is at 127.0.0.1: to browsers another site, so that its cookies would be a third party's.</summary>
    public Uri Address => new($"http://localhost:{port.Number}");

    /// <summary>The origin as browsers write it and the settings take it.</summary>
    public string Origin => Address.GetLeftPart(UriPartial.Authority);

    public void Start(Uri product)
    {
        listener.Prefixes.Add(Address.ToString());
        listener.Start();
        serving = Serve(product.GetLeftPart(UriPartial.Authority));
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        port.Dispose();
    }

    private async Task Serve(string product)
    {
        try
        {
            while (true)
            {
                var call = await listener.GetContextAsync();
                var stream = product.Replace("http", "ws", StringComparison.Ordinal);
                call.Response.Headers["Content-Security-Policy"] =
                    $"default-src 'self'; script-src 'nonce-abc'; style-src 'nonce-abc' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; img-src 'self' data: blob:; connect-src 'self' {product} {stream}";
                call.Response.ContentType = "text/html; charset=utf-8";
                var page = $"""<!doctype html><html lang="en"><title>Another site</title><h1>Another site</h1><script src="{product}/widget.js" nonce="abc" defer></script></html>""";
                await call.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(page));
                call.Response.Close();
            }
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
