using System.CommandLine;
using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report area</c>: what the groups here need, by whole quarters, without naming anybody.</summary>
internal static class AreaReportVerb
{
    public static Command Verb()
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
    internal static Option<DateOnly?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            if (DateOnly.TryParseExact(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} takes a day such as 2026-09-30.");
            return null;
        },
    };
}
