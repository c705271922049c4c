using System.CommandLine;
using CommissioningBot.Bot.Operating;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report searches</c>: who searched for which providers in which data, for the audit.</summary>
internal static class SearchesReport
{
    public static Command Verb()
    {
        var json = AskCommand.JsonOption();
        var from = AreaReportVerb.Day("--from", "Only searches of this day (UK time) or later: YYYY-MM-DD.");
        var to = AreaReportVerb.Day("--to", "Only searches of this day (UK time) or earlier: YYYY-MM-DD.");
        var verb = new Command("searches", "Every search for providers: when, who, what was understood, data versions, order seed, who was found.") { json, from, to };
        verb.SetAction((parsed, cancel) => OperatorCommands.Do(new ReportSearches(parsed.GetValue(json), parsed.GetValue(from), parsed.GetValue(to)) { By = HandOver.Operator }, cancel));
        return verb;
    }
}
