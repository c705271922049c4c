using System.CommandLine;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Market;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Providers.Market;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>market "..."</c>: who is out there, where the gaps are, whom a requirement would leave out, who could cover a need together.</summary>
public static class MarketCommand
{
    public static Command Verb()
    {
        var text = new Argument<string>("text") { Description = "A service and a place, or a question such as \"who would a £100,000 turnover requirement leave out for befriending in Bolton?\"." };
        var json = AskCommand.JsonOption();
        var verb = new Command("market", "Show the market of the imported providers.") { text, json };
        verb.SetAction(parsed => Show(parsed.GetRequiredValue(text), parsed.GetValue(json)));
        return verb;
    }

    private static int Show(string text, bool json)
    {
        var store = new SqliteKnowledgeStore(DataFolder.FromEnvironment().Create().Knowledge);
        var providers = new CurrentProviders(store);
        var asked = new UnderstandMarket(providers.Index).Run(text, null) ?? new MarketAsked(MarketQuestion.View, new UnderstandProviderQuery(providers.Index).Run(text));
        var answer = new MarketAnswers(providers, ContentLibrary.Load(), () => DataSources.Of(store)).Answer(asked, UkTime.DayOf(TimeProvider.System.GetUtcNow()));
        // What must be made clear first is told like an answer of ask --json.
        Console.WriteLine(json ? (answer.Data["market"] ?? answer.Data["answer"])!.ToJsonString(AskCommand.Readable) : answer.Text);
        return CommandLine.Done;
    }
}
