using CommissioningBot.Bot.Hosting;
using Microsoft.Extensions.Logging.Console;

namespace CommissioningBot.Bot.Operating;

/// <summary>
/// The one way in which verbs change the conversation store: the server does it if one runs on the data folder, because its connection is the only
/// one that may write; else this process takes the folder's lock and does it itself.
/// </summary>
public static class HandOver
{
    /// <summary>The account that gives the order: the one behind sudo, if that is how it came.</summary>
    public static string Operator => Environment.GetEnvironmentVariable("SUDO_USER") is { Length: > 0 } behind ? behind : Environment.UserName;

    /// <exception cref="IOException">A server holds the folder but does not listen yet, or went away meanwhile.</exception>
    public static async Task<OperatorAnswer> Do(DataFolder folder, OperatorRequest request, CancellationToken cancel)
    {
        if (await ControlClient.Ask(folder, request, cancel) is { } answer) return answer;
        Restore.RefuseHalfDone(folder);
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddSimpleConsole().AddFilter(null, LogLevel.Warning)
            .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        collection.AddCommissioningBot(folder, folder.Path, SettingsFile.ForVerb(folder));
        await using var services = collection.BuildServiceProvider();
        return await services.GetRequiredService<OperatorWork>().Do(request, cancel);
    }
}
