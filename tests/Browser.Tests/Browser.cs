using Microsoft.Playwright;

namespace CommissioningBot.Browser.Tests;

/// <summary>One Chromium and one running product for the tests of a class; every test gets its own visitor.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Of a site whose people are council officers.</summary>
    public const string CouncilSecret = "made-up-secret-of-the-council-of-the-tests";

    /// <summary>Of a site whose people are advisers.</summary>
    public const string AdviserSecret = "made-up-secret-of-the-advisers-of-the-tests";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--test-third-party-cookie-phaseout",
    ];

    private IPlaywright? playwright;
    private IBrowser? chromium;

    public RunningProduct Product { get; } = new();

    /// <summary>Another site with the widget on its page, which the product knows.</summary>
    public OtherSite Other { get; } = new();

    public async Task InitializeAsync()
    {
        if (Chromium() is not { } path)
            return;
        // Generous, because it only matters when something is wrong, and machines are slow at times.
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments, Headless = true });
        Product.Settings["DirectLine__Sites__0__Name"] = "other";
        Product.Settings["DirectLine__Sites__0__Origins__0"] = Other.Origin;
        Product.Settings["DirectLine__Sites__1__Name"] = "council";
        Product.Settings["DirectLine__Sites__1__Role"] = "commissioner";
        Product.Settings["DirectLine__Sites__1__Secrets__0"] = CouncilSecret;
        Product.Settings["DirectLine__Sites__2__Name"] = "cvs";
        Product.Settings["DirectLine__Sites__2__Role"] = "adviser";
        Product.Settings["DirectLine__Sites__2__Secrets__0"] = AdviserSecret;
        await Product.Start();
        Other.Start(Product.Address);
    }

    public async Task DisposeAsync()
    {
        if (chromium is not null)
            await chromium.DisposeAsync();
        playwright?.Dispose();
        await Product.DisposeAsync();
        await Other.DisposeAsync();
    }

    /// <summary>A visitor who was never here before. Skips the test where there is no Chromium.</summary>
    public async Task<IBrowserContext> Visitor(int width = 1280, int height = 900, bool javaScript = true)
    {
        Skip.If(chromium is null, "Chromium is not installed: apt-get install chromium, or set CHROMIUM to its path.");
        var visitor = await chromium.NewContextAsync(new()
        {
            BaseURL = Product.Address.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = javaScript,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        visitor.SetDefaultTimeout(15_000);
        return visitor;
    }

    private static string? Chromium() =>
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists);
}
