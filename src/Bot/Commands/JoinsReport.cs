using System.CommandLine;
using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report joins</c>: pairs of providers that a person should look at.</summary>
internal static class JoinsReport
{
    public static Command Verb()
    {
        var judged = new Option<bool>("--judged") { Description = "Show what was decided instead." };
        var verb = new Command("joins", "Pairs of providers that may be one organisation. Nobody joins them by name: joins confirm or joins refuse does.") { judged };
        verb.SetAction(parsed => parsed.GetValue(judged) ? ShowJudged() : Show());
        return verb;
    }

    private static int Show()
    {
        var store = new SqliteKnowledgeStore(DataFolder.FromEnvironment().Create().Knowledge);
        foreach (var pair in store.Proposals())
            Console.WriteLine($"{pair.One} ({store.FindProvider(pair.One)?.Name}) and {pair.Other} ({store.FindProvider(pair.Other)?.Name}): {pair.Reason}");
        return CommandLine.Done;
    }

    private static int ShowJudged()
    {
        foreach (var judged in new SqliteKnowledgeStore(DataFolder.FromEnvironment().Create().Knowledge).JudgedJoins())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{judged.One} and {judged.Other}: {judged.Decision.ToString().ToLowerInvariant()} on {judged.At:d MMMM yyyy} by {judged.By} ({judged.Why})"));
        return CommandLine.Done;
    }
}
