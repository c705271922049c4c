using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Offers the answer that a typed sentence sounds like. Nothing is saved until the person says that it is right.</summary>
internal static class OfferLevel
{
    private const string Yes = "Yes";
    private const string No = "No, show all";

    /// <summary>"That sounds like In place: ... Is that right?"</summary>
    /// <param name="before">What is saved now; null if nothing is.</param>
    public static Reply ToReply(Assessment assessment, AskedQuestion question, SoundsLike heard, string? before) => new(HealthCheckWording.SoundsLike(question.ShortName, heard.Words, before))
    {
        Buttons = [new(Yes, heard.Act), new(No, new AnswerAgain(assessment.Id, question.Id))],
        Prompts = ["What does that mean?", "Go back", "Stop"],
    };

    /// <summary>What the offer that stands there would save; null if the newest reply was none.</summary>
    public static UserAct? Pending(Turn turn) => turn.State.Offered is [{ Label: Yes } yes, { Label: No }] ? yes.Act.Deserialize(BotJson.Default.UserAct) : null;

    /// <summary>The same offer once more, after something was asked about it.</summary>
    public static Reply Again(Assessment assessment, PressedAnswer offered, DateTimeOffset at, string note)
    {
        var question = offered.Question;
        var heard = question is AskedItem item && offered.Answer(assessment, at).ResponseTo(item.Id)?.Level is { } level ? item.Offered(assessment, level)
            : new SoundsLike($"**{question.AnswerIn(offered.Answer(assessment, at))}**.", offered.AsChange());
        var reply = ToReply(assessment, question, heard, question.AnswerIn(assessment));
        return reply with { Text = $"{note}\n\n{reply.Text}" };
    }

    /// <summary>The button that a typed yes or no means, if the newest reply was such an offer and the text says no more than that; null otherwise.</summary>
    public static UserAct? Taken(Turn turn)
    {
        if (turn.State.Offered is not [{ Label: Yes } yes, { Label: No } no]) return null;
        return Recognise.In(turn.Text, turn.Today) is [{ Value: YesNo said } only] && turn.Text.Trim(' ', '.', '!', ',').Length <= only.Text.Length + 14
            ? (said.IsYes ? yes : no).Act.Deserialize(BotJson.Default.UserAct)
            : null;
    }
}

/// <summary>An answer that a text sounds like.</summary>
/// <param name="Words">The answer as the person would choose it, in Markdown.</param>
/// <param name="Act">What gives that answer.</param>
public sealed record SoundsLike(string Words, UserAct Act);
