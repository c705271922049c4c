using System.CommandLine;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Commands;

/// <summary><c>joins confirm|refuse|undo</c>: a person's decision on two providers that an import took for one organisation. <c>report joins</c> lists them.</summary>
internal static class JoinsCommand
{
    public static Command Verb() => new("joins", "Decide on pairs of providers that may be one organisation; report joins lists them.")
    {
        Decide("confirm", JoinDecision.Confirmed, "They are one: show them as one, now and after every import."),
        Decide("refuse", JoinDecision.Refused, "They are two: do not propose them again."),
        Decide("undo", JoinDecision.Undone, "Take a decision back; the pair is a proposal again."),
    };

    private static Command Decide(string name, JoinDecision decision, string description)
    {
        var one = new Argument<string>("id") { Description = "An identifier such as GB-CHC-1114101." };
        var other = new Argument<string>("other") { Description = "The other one." };
        var why = new Option<string>("--why") { Description = "How you know, for whoever asks later. No names of people.", Required = true };
        var verb = new Command(name, description) { one, other, why };
        verb.SetAction((parsed, cancel) => OperatorCommands.Do(
            new JudgeJoin(parsed.GetRequiredValue(one), parsed.GetRequiredValue(other), decision, parsed.GetRequiredValue(why)) { By = HandOver.Operator }, cancel));
        return verb;
    }
}
