using CommissioningBot.Bot.Channels.BotConnector;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Chat;
using CommissioningBot.Bot.Reports;
using CommissioningBot.Bot.Site;

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

    public static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settings,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? DefaultEnvironment,
        });
        if (builder.Configuration["urls"] is null) builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 512 * 1024;
        });
        // Standard output carries results only. Request addresses are not logged: some carry tokens.
        builder.Logging.SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        var host = HostSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        if (!builder.Environment.IsDevelopment() && string.IsNullOrWhiteSpace(builder.Configuration["MicrosoftAppId"]))
        {
            // Without it anybody could speak as a channel.
            throw new InvalidOperationException("Missing setting: MicrosoftAppId, the id of the bot's registration. Set it as an environment variable or in appsettings.json beside the program.");
        }
        var folder = DataFolder.FromEnvironment();
        builder.Services.AddCommissioningBot(folder, folder.Path, host);
        builder.Services.AddSitePages();
        builder.Services.AddHostedService<Upkeep>();
        builder.Services.AddHostedService<ControlSocket>();
        var app = builder.Build();
        app.UseNotSaved();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) });
        app.MapDirectLine();
        app.MapWebChatTokens();
        app.MapBotConnector();
        app.MapChat();
        app.MapResults();
        app.MapSitePages();
        app.MapProbes();
        return app;
    }
}
