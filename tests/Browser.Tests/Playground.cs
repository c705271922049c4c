using System.Diagnostics;

namespace CommissioningBot.Browser.Tests;

/// <summary>
/// Microsoft 365 Agents Playground, which stands in for Teams and needs no account and no network: it sends what Teams sends, takes replies at
/// a service URL, checks them and shows them. It is brought from npm once, into a folder that is not part of the repository.
/// </summary>
internal sealed class Playground : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground";
    private const string Version = "0.2.28";

    private readonly Process process;
    private readonly HeldPort port;

    private Playground(Process process, HeldPort port) => (this.process, this.port) = (process, port);

    public Uri Address => port.Address;

    /// <summary>The tenant that its people belong to.</summary>
    public const string Tenant = "00000000-0000-0000-0000-0000000000001";

    /// <summary>Starts one that talks to the product. Skips the test where npm cannot bring it.</summary>
    public static async Task<Playground> Start(Uri product)
    {
        var program = await Bring();
        var port = new HeldPort();
        var start = new ProcessStartInfo("node",
            [program, "start", "-e", new Uri(product, "/api/messages").ToString(), "-c", "msteams", "-p", FormattableString.Invariant($"{port.Number}"), "--dt"])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It would open a browser of its own.
        start.Environment["BROWSER"] = "none";
        var process = new Process { StartInfo = start };
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Listening", StringComparison.Ordinal) == true) listening.TrySetResult();
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return new Playground(process, port);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        port.Dispose();
    }

    private static async Task<string> Bring()
    {
        var folder = Path.Combine(RunningProduct.Repository(), "artifacts", "playground-" + Version);
        var program = Path.Combine(folder, "node_modules", Package, "cli.js");
        if (File.Exists(program)) return program;
        Directory.CreateDirectory(folder);
        var windows = OperatingSystem.IsWindows();
        var start = new ProcessStartInfo(windows ? "npm.cmd" : "npm",
            ["install", $"{Package}@{Version}", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline", "--loglevel=error"])
        {
            WorkingDirectory = folder,
            RedirectStandardError = true,
        };
        try
        {
            using var npm = Process.Start(start)!;
            var problem = await npm.StandardError.ReadToEndAsync();
            await npm.WaitForExitAsync();
            Skip.If(npm.ExitCode != 0, $"npm could not bring {Package} {Version}: {problem}");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "npm was not found: Node.js 20 or newer is needed.");
        }
        return program;
    }
}
