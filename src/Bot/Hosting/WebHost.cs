using CommissioningBot.Bot.Channels.BotConnector;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Chat;
using CommissioningBot.Bot.Reports;
using CommissioningBot.Bot.Reports.PrintOuts;
using CommissioningBot.Bot.Reports.ProviderLists;
using CommissioningBot.Bot.Site;
using CommissioningBot.Bot.Sources;

namespace CommissioningBot.Bot.Hosting;

/// <summary>The web host: what <c>serve</c> runs.</summary>
public static class WebHost
{
    private const string DefaultAddress = "http://localhost:3978";

#if DEBUG
    private const string DefaultEnvironment = "Development";
#else
    private const string DefaultEnvironment = "Production";
#endif

    /// <param name="settings">Settings as command-line arguments, such as <c>--urls</c>.</param>
    /// <param name="folder">Where everything is kept.</param>
    /// <param name="change">A last word before it is built; tests put their clock in here.</param>
    public static WebApplication Build(string[] settings, DataFolder folder, Action<IServiceCollection>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? DefaultEnvironment,
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 512 * 1024;
        });
        // One line of JSON for those who collect logs, one of plain words for those who read them.
        // Standard output carries results only. Request addresses are not logged: some carry tokens.
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment()) builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        var settingsFile = SettingsFile.PathFor(folder);
        SettingsFile.AddTo(builder.Configuration, settingsFile);
        var host = HostSettings.Read(builder.Configuration, builder.Environment.IsDevelopment(), settingsFile);
        if (!builder.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(builder.Configuration["MicrosoftAppId"]))
        {
            // Without it anybody could speak as a channel.
            throw new InvalidOperationException($"The settings cannot be used: MicrosoftAppId is missing, the id of the bot's registration. Set it in {settingsFile}, or as an environment variable.");
        }
        builder.Services.AddCommissioningBot(folder, folder.Path, host);
        builder.Services.AddBotConnector(builder.Configuration);
        builder.Services.AddEmbedding(DirectLineSites.Read(builder.Configuration));
        builder.Services.AddSingleton<RequestLimits>();
        builder.Services.AddKnownProxies(builder.Configuration);
        builder.Services.AddSitePages();
        builder.Services.AddSingleton<ChatForms>();
        builder.Services.AddHostedService<Upkeep>();
        builder.Services.AddSingleton<MetricsPage>();
        var metrics = MetricsPage.Address(builder.Configuration);
        builder.WebHost.UseUrls([.. (builder.Configuration["urls"] ?? DefaultAddress).Split(';'), .. metrics is null ? Array.Empty<string>() : [metrics]]);
        if (builder.Environment.IsDevelopment() && Environment.GetEnvironmentVariable(MovedClock.Variable) is { Length: > 0 } clock)
            builder.Services.AddSingleton<TimeProvider>(new MovedClock(clock));
        change?.Invoke(builder.Services);
        builder.Services.AddHostedService<ControlSocket>();
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseFailures();
        app.UseResponseHeaders();
        app.UseNotFoundPage();
        app.UseCors();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.MapDirectLine();
        app.MapWebChatTokens();
        app.MapBotConnector();
        app.MapChat();
        app.MapResults();
        app.MapPrintOuts();
        app.MapSources();
        app.MapShared();
        app.MapAreaReports();
        app.MapMarket();
        app.MapProviderLists();
        app.MapSitePages();
        app.MapProbes();
        if (metrics is not null) MetricsPage.Map(app, metrics);
        // From the start, so that nothing is missing when it is first asked.
        app.Services.GetRequiredService<MetricsPage>();
        return app;
    }
}
