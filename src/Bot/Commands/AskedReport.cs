using System.CommandLine;
using CommissioningBot.Bot.Operating;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>report gaps</c> and <c>report feedback</c>: what those who keep the content need to know, from the conversation store.</summary>
internal static class AskedReport
{
    public static Command Gaps() =>
        One("gaps", "What could not be answered, most asked first, in known words only.", json => new ShowGaps(json) { By = HandOver.Operator });

    public static Command Feedback() =>
        One("feedback", "How useful answers were found, by day and version.", json => new ShowFeedback(json) { By = HandOver.Operator });

    private static Command One(string name, string description, Func<bool, OperatorRequest> request)
    {
        var json = AskCommand.JsonOption();
        var verb = new Command(name, description) { json };
        verb.SetAction((parsed, cancel) => OperatorCommands.Do(request(parsed.GetValue(json)), cancel));
        return verb;
    }
}
