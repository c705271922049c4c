using System.Net.Http.Json;
using CommissioningBot.Bot.Channels.BotConnector;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Tests.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommissioningBot.Bot.Tests.Channels;

/// <summary>The real <c>/api/messages</c> over the real container and store, listening on a port of its own, with a clock that is told the time.</summary>
public sealed class ConnectedBot : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("connected-");
    private readonly HttpClient http = new();
    private readonly Dictionary<string, string?> settings;
    private readonly string environment;
    private WebApplication app = null!;
    private int activities;

    private ConnectedBot(Dictionary<string, string?>? settings, string environment) => (this.settings, this.environment) = (settings ?? [], environment);

    public CapturedLog Log { get; } = new();

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    public static async Task<ConnectedBot> Start(Dictionary<string, string?>? settings = null, string environment = "Development")
    {
        var bot = new ConnectedBot(settings, environment);
        await bot.Start();
        return bot;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public Task<HttpResponseMessage> Post(object activity) => http.PostAsJsonAsync(new Uri(app.Urls.First() + "/api/messages"), activity);

    public Task<HttpResponseMessage> Post(HttpContent content) => http.PostAsync(new Uri(app.Urls.First() + "/api/messages"), content);

    /// <summary>Somebody in Teams says something; it has been acknowledged when this returns.</summary>
    public async Task Say(FakeConnector connector, string text, string conversation = "a:1", string? id = null)
    {
        using var response = await Post(Message(connector.ServiceUrl, text, conversation, id));
        response.EnsureSuccessStatusCode();
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
    }

    public Dictionary<string, object?> Message(string? serviceUrl, string? text, string conversation = "a:1", string? id = null) => new()
    {
        ["type"] = "message",
        ["id"] = id ?? FormattableString.Invariant($"in-{Interlocked.Increment(ref activities)}"),
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new { id = "29:person", name = "Pat", aadObjectId = "11111111-0000-0000-0000-000000000001" },
        ["recipient"] = new { id = "28:bot", name = "CommissioningBot" },
        ["conversation"] = new { id = conversation, conversationType = "personal" },
        ["channelData"] = new { tenant = new { id = "tenant-a" } },
        ["text"] = text,
    };

    public async Task Restart()
    {
        await app.DisposeAsync();
        await Start();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task Start()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddCommissioningBot(new DataFolder(folder.FullName), folder.FullName, HostSettings.ForDevelopment);
        builder.Services.AddBotConnector(builder.Configuration);
        builder.Services.AddSingleton<TimeProvider>(Time);
        app = builder.Build();
        app.MapBotConnector();
        await app.StartAsync();
    }
}
