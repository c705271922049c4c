using System.CommandLine;
using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Opportunities;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Storage.Sqlite;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>opportunities "..."</c>: what can still be bid for, of what was imported.</summary>
public static class OpportunitiesCommand
{
    private const int MostShown = 10;

    public static Command Verb()
    {
        var query = new Argument<string>("query") { Description = "What to look for, in plain words: the work, the place, a CPV code.", DefaultValueFactory = _ => "" };
        var asOf = new Option<string?>("--as-of") { Description = "The day that deadlines are held against, such as 2026-11-20, from its beginning; now if not given." };
        asOf.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && Day(text) is null) result.AddError($"'{text}' is not a day such as 2026-11-20.");
        });
        var json = AskCommand.JsonOption();
        var verb = new Command("opportunities", "Search what can still be bid for.") { query, asOf, json };
        verb.SetAction(parsed => Search(
            parsed.GetValue(query) ?? "", parsed.GetValue(asOf) is { } text ? UkClock.Of(Day(text)!.Value.ToDateTime(TimeOnly.MinValue)) : TimeProvider.System.GetUtcNow(), parsed.GetValue(json)));
        return verb;
    }

    private static int Search(string text, DateTimeOffset asOf, bool json)
    {
        var folder = DataFolder.FromEnvironment().Create();
        var all = new SqliteKnowledgeStore(folder.Knowledge).Opportunities();
        var result = new FindOpportunities(all).Find(UnderstandOpportunityQuery.Run(text), asOf);
        Console.WriteLine(json ? OpportunitiesOnTheWire.Result(result).ToJsonString(AskCommand.Readable) : OpportunitiesWording.Result(result, MostShown, SettingsFile.ForVerb(folder)));
        return CommandLine.Done;
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
