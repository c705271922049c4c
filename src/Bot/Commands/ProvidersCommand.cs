using System.CommandLine;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>providers "..."</c>: searches what is imported and the groups that list themselves, as a commissioner would.</summary>
public static class ProvidersCommand
{
    private const int MostShown = 10;

    public static Command Verb()
    {
        var query = new Argument<string>("query") { Description = "What to look for, in plain words." };
        var json = AskCommand.JsonOption();
        var verb = new Command("providers", "Search the imported providers.") { query, json };
        verb.SetAction(parsed => Search(parsed.GetRequiredValue(query), parsed.GetValue(json)));
        return verb;
    }

    private static int Search(string text, bool json)
    {
        var folder = DataFolder.FromEnvironment().Create();
        var store = new SqliteKnowledgeStore(folder.Knowledge);
        var (now, host) = (TimeProvider.System.GetUtcNow(), SettingsFile.ForVerb(folder));
        var providers = new CurrentProviders(store);
        ListedGroups.List(providers, SqliteConversationStore.RecordsIn(folder.Path, KeptListing.Kind), host, now);
        var index = providers.Index;
        var query = new UnderstandProviderQuery(index).Run(text);
        var result = new FindProviders(index, MostShown).Find(query, ProvidersJourney.Week(now));
        Console.WriteLine(json ? ProvidersOnTheWire.Result(result).ToJsonString(AskCommand.Readable) : ProvidersWording.Result(result, DataSources.Of(store), host));
        return CommandLine.Done;
    }
}
