using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CommissioningBot.Browser.Tests;

/// <summary>The real program as its own process, with its own data folder; it can be killed without warning and started again.</summary>
/// <param name="folder">The data folder, left to whoever gives it; by default one that goes afterwards.</param>
public sealed partial class RunningProduct(string? folder = null) : IAsyncDisposable
{
    private readonly string data = folder ?? Directory.CreateTempSubdirectory("browser-tests-").FullName;
    private readonly List<string> said = [];
    private readonly HeldPort port = new();
    private Process? process;

    /// <summary>More settings, as environment variables.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public Uri Address => port.Address;

    /// <summary>The data folder.</summary>
    public string Data => data;

    /// <summary>What the program wrote, to be shown when a test fails.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return string.Join(Environment.NewLine, said);
        }
    }

    /// <summary>Starts the program; after the first time on the same port and data as before.</summary>
    public async Task Start()
    {
        var start = Program([]);
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Hear(line.Data, listening);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The program ended before it listened: " + Said));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Runs a verb on the same data, and gives its exit code and what it wrote to standard output and standard error.</summary>
    public async Task<(int Exit, string Output)> Verb(params string[] arguments)
    {
        using var verb = Process.Start(Program(arguments))!;
        var (output, errors) = (verb.StandardOutput.ReadToEndAsync(), verb.StandardError.ReadToEndAsync());
        await verb.WaitForExitAsync();
        return (verb.ExitCode, await output + await errors);
    }

    /// <summary>Ends the program as a power cut would.</summary>
    public async Task Kill()
    {
        if (process is null)
            return;
        process.EnableRaisingEvents = false;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    /// <summary>Asks the program to end, as systemd does, and waits until it has.</summary>
    public async Task Stop()
    {
        process!.EnableRaisingEvents = false;
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        port.Dispose();
        if (folder is null) Directory.Delete(data, recursive: true);
    }

    private ProcessStartInfo Program(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [ProgramFile(), .. arguments])
        {
            WorkingDirectory = data,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/');
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["COMMISSIONINGBOT_DATA"] = data;
        foreach (var (name, value) in Settings) start.Environment[name] = value;
        return start;
    }

    private void Hear(string? line, TaskCompletionSource listening)
    {
        if (line is null)
            return;
        lock (said)
            said.Add(line);
        if (ListeningLine().IsMatch(line))
            listening.TrySetResult();
    }

    private static string ProgramFile()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (output.Name, output.Parent!.Name);
        var file = Path.Combine(Repository(), "src", "Bot", "bin", configuration, framework, "CommissioningBot.Bot.dll");
        return File.Exists(file) ? file : throw new FileNotFoundException("Build the solution first: the program is not there.", file);
    }

    internal static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CommissioningBot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("CommissioningBot.sln is in no folder above the tests.");
        return folder.FullName;
    }

    [GeneratedRegex(@"[Ll]istening on:? http://127\.0\.0\.1:\d+")]
    private static partial Regex ListeningLine();
}
