using System.CommandLine;
using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report</c>: what those who keep the content and run the host may learn from what is kept, beside a running server or without one.</summary>
public static class ReportCommand
{
    public static Command Verb() => new("report", "Report on what is kept, without naming anybody.")
    {
        Area(),
        One("gaps", "What could not be answered, most asked first, in known words only.", json => new ShowGaps(json) { By = HandOver.Operator }),
        One("feedback", "How useful answers were found, by day and version.", json => new ShowFeedback(json) { By = HandOver.Operator }),
    };

    private static Command Area()
    {
        var json = AskCommand.JsonOption();
        var since = Day("--since", "Only quarters that end on this day or later: YYYY-MM-DD.");
        var until = Day("--until", "Only quarters that end on this day or earlier: YYYY-MM-DD.");
        var verb = new Command("area", "How the groups of the area stand, by whole quarters: weakest areas, what stops groups, training needed, change over time.") { json, since, until };
        verb.SetAction(async (parsed, cancel) =>
        {
            var request = new ReportArea(parsed.GetValue(json), parsed.GetValue(since), parsed.GetValue(until)) { By = HandOver.Operator };
            var answer = await HandOver.Do(DataFolder.FromEnvironment(), request, cancel);
            foreach (var line in answer.Lines) await (answer.Done ? Console.Out : Console.Error).WriteLineAsync(line);
            return answer.Done ? CommandLine.Done : CommandLine.NotDone;
        });
        return verb;
    }

    // The library reads days by the machine's own habits.
    private static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} takes a day such as 2026-09-30.");
            return null;
        },
    };

    private static Command One(string name, string description, Func<bool, OperatorRequest> request)
    {
        var json = AskCommand.JsonOption();
        var verb = new Command(name, description) { json };
        verb.SetAction((parsed, cancel) => OperatorCommands.Do(request(parsed.GetValue(json)), cancel));
        return verb;
    }
}
