using System.CommandLine;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;

namespace CommissioningBot.Bot.Commands;

/// <summary>The verbs of whoever runs the bot, beside a running server or without one.</summary>
public static class OperatorCommands
{
    public static IEnumerable<Command> Verbs() => [SwitchOffVerb(), SwitchOnVerb(), EraseVerb(), KeysVerb(), TidyVerb(), AuditVerb(), JoinsCommand.Verb()];

    private static Command SwitchOffVerb()
    {
        var reason = new Argument<string>("reason") { Description = "Why, for the audit; people are not told." };
        var verb = new Command("switch-off", "Stop answering; groups can still fetch and delete what is theirs.") { reason };
        verb.SetAction((parsed, cancel) => Do(new SwitchOff(parsed.GetRequiredValue(reason)) { By = HandOver.Operator }, cancel));
        return verb;
    }

    private static Command SwitchOnVerb()
    {
        var verb = new Command("switch-on", "Answer again.");
        verb.SetAction((_, cancel) => Do(new SwitchOn { By = HandOver.Operator }, cancel));
        return verb;
    }

    private static Command EraseVerb()
    {
        var key = new Argument<string>("key") { Description = "The conversation's key in the store: its channel, a slash, and its id there; web/... for the web." };
        var conversation = new Command("conversation", "Erase one conversation with its health check.") { key };
        conversation.SetAction((parsed, cancel) => Do(new EraseConversation(parsed.GetRequiredValue(key)) { By = HandOver.Operator }, cancel));

        var code = new Option<string>("--code") { Description = "The four words that open the check.", Required = true };
        var check = new Command("check", "Erase a health check and every conversation that speaks of it.") { code };
        check.SetAction((parsed, cancel) => Do(new EraseCheck(parsed.GetRequiredValue(code)) { By = HandOver.Operator }, cancel));

        var yes = new Option<bool>("--yes") { Description = "Needed, because it cannot be undone." };
        var everything = new Command("everything", "Erase every conversation, check and code; the audit and what was imported stay.") { yes };
        everything.SetAction((parsed, cancel) => parsed.GetValue(yes)
            ? Do(new EraseEverything { By = HandOver.Operator }, cancel)
            : Refuse("This erases what every group has said and answered. If that is what you want, add --yes."));
        return new Command("erase", "Erase what people have said.") { conversation, check, everything };
    }

    private static Command KeysVerb()
    {
        var revoke = new Option<bool>("--revoke") { Description = "Accept nothing that older keys have signed, for when one has leaked: every device forgets its conversation, every link to a result ends." };
        var rotate = new Command("rotate", "Sign with a new key; what older ones signed holds until it expires.") { revoke };
        rotate.SetAction((parsed, cancel) => Do(new RotateKeys(parsed.GetValue(revoke)) { By = HandOver.Operator }, cancel));
        return new Command("keys", "The secrets that sign cookies and links.") { rotate };
    }

    private static Command TidyVerb()
    {
        var verb = new Command("tidy", "Do now what a running server does every hour: delete what has been kept long enough.");
        verb.SetAction((_, cancel) => Do(new TidyUp { By = HandOver.Operator }, cancel));
        return verb;
    }

    private static Command AuditVerb()
    {
        var verb = new Command("audit", "List what operators did, and who opened a shared check, oldest first.");
        verb.SetAction((_, cancel) => Do(new ShowAudit { By = HandOver.Operator }, cancel));
        return verb;
    }

    internal static async Task<int> Do(OperatorRequest request, CancellationToken cancel)
    {
        var answer = await HandOver.Do(DataFolder.FromEnvironment(), request, cancel);
        foreach (var line in answer.Lines) await (answer.Done ? Console.Out : Console.Error).WriteLineAsync(line);
        return answer.Done ? CommandLine.Done : CommandLine.NotDone;
    }

    private static async Task<int> Refuse(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return CommandLine.NotDone;
    }
}
