using System.Text.RegularExpressions;
using CommissioningBot.Bot.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CommissioningBot.Bot.Tests.Hosting;

/// <summary>The real web host in this process, on a free port and a data folder of its own.</summary>
public sealed partial class TestWeb : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("web-");
    private readonly WebApplication app;

    private TestWeb(Action<IServiceCollection> change, string[] settings)
    {
        app = WebHost.Build(["--urls", "http://127.0.0.1:0", .. settings], new DataFolder(folder.FullName), change);
    }

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IServiceProvider Services => app.Services;

    public static async Task<TestWeb> Start(Action<IServiceCollection>? change = null, params string[] settings)
    {
        var web = new TestWeb(change ?? (_ => { }), settings);
        await web.app.StartAsync();
        return web;
    }

    /// <summary>A browser without JavaScript: it keeps cookies and follows redirects.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { UseCookies = true }) { BaseAddress = Address };

    /// <summary>The hidden mark of the forms on a page of <c>/chat</c>.</summary>
    public static string Mark(string html) => FormMark().Match(html).Groups[1].Value;

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [GeneratedRegex("name=\"clientActivityId\" value=\"([^\"]+)\"")]
    private static partial Regex FormMark();
}
