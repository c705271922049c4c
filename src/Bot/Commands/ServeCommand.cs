using System.CommandLine;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Knowledge.Imports.Csv;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>serve</c>, which is also what happens without a verb: runs the web host until it is stopped.</summary>
public static class ServeCommand
{
    public static Command Verb()
    {
        var verb = new Command("serve", "Run the bot and its web pages (the default).");
        verb.SetAction((_, cancel) => Serve(cancel));
        return verb;
    }

    public static async Task<int> Serve(CancellationToken cancel)
    {
        Restore.RefuseHalfDone(DataFolder.FromEnvironment());
        await using var app = WebHost.Build([], DataFolder.FromEnvironment());
        SampleProviders.Seed(app.Services.GetRequiredService<IKnowledgeStore>(), TimeProvider.System.GetUtcNow());
        await app.RunAsync(cancel);
        return CommandLine.Done;
    }
}
