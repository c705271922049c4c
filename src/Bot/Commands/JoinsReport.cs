using System.CommandLine;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report joins</c>: pairs of providers that a person should look at.</summary>
internal static class JoinsReport
{
    public static Command Verb()
    {
        var verb = new Command("joins", "Pairs of providers that may be one organisation. Nobody joins them by name.");
        verb.SetAction(_ => Show());
        return verb;
    }

    private static int Show()
    {
        var store = new SqliteKnowledgeStore(DataFolder.FromEnvironment().Create().Knowledge);
        foreach (var pair in store.Proposals())
            Console.WriteLine($"{pair.One} ({store.FindProvider(pair.One)?.Name}) and {pair.Other} ({store.FindProvider(pair.Other)?.Name}): {pair.Reason}");
        return CommandLine.Done;
    }
}
