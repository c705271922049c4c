using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CommissioningBot.Bot.Tests.Security;

/// <summary>The real web host on a free port, with a folder, sites and a clock of its own.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    public const string Cvs = "https://www.cvs.example";
    public const string Council = "https://www.council.example";
    public const string CvsSecret = "a-secret-of-the-cvs-that-is-long-enough";
    public const string AdviserSecret = "a-secret-of-the-advisers-that-is-long-enough";
    public const string CouncilSecret = "a-secret-of-the-council-that-is-long-enough";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("host-");
    private readonly WebApplication app;

    private RunningHost(string[] more, Action<IServiceCollection>? change)
    {
        string[] settings =
        [
            "--urls=http://127.0.0.1:0",
            "--DirectLine:Sites:0:Name=cvs", $"--DirectLine:Sites:0:Origins:0={Cvs}", $"--DirectLine:Sites:0:Secrets:0={CvsSecret}",
            "--DirectLine:Sites:1:Name=council", $"--DirectLine:Sites:1:Origins:0={Council}", "--DirectLine:Sites:1:Role=commissioner",
            // The settings may hold the hash instead of the secret.
            $"--DirectLine:Sites:1:Secrets:0=sha256:{Hash(CouncilSecret)}",
            "--DirectLine:Sites:2:Name=advisers", $"--DirectLine:Sites:2:Secrets:0={AdviserSecret}", "--DirectLine:Sites:2:Role=adviser",
            .. more,
        ];
        app = WebHost.Build(settings, new DataFolder(folder.FullName), services =>
        {
            services.AddSingleton<TimeProvider>(Time);
            change?.Invoke(services);
        });
    }

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    public string Folder => folder.FullName;

    public HttpClient Http { get; private set; } = null!;

    public static async Task<RunningHost> Start(string[]? settings = null, Action<IServiceCollection>? change = null)
    {
        var host = new RunningHost(settings ?? [], change);
        await host.app.StartAsync();
        // No cookies and no redirects that a test does not send and see itself.
        host.Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(host.app.Urls.Single()) };
        return host;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static string Hash(string secret) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret)));

    public void ImportProviders(string csv)
    {
        var file = Path.Combine(folder.FullName, "providers.csv");
        File.WriteAllText(file, csv);
        new ImportProviders(Get<IKnowledgeStore>()).Run(file, new ImportOptions(Time.GetUtcNow(), DataSet: "a list", Licence: "made up"));
        Get<CurrentProviders>().Refresh();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
