using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Questions;

/// <summary>Answers free text. Asked last of all journeys, it takes whatever is left.</summary>
public sealed partial class QuestionsJourney(AnswerQuestion answerQuestion, HostSettings host) : IJourney
{
    private const string More = "more";

    public string Name => "questions";

    public ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not Ask ask) return ValueTask.FromResult(false);
        Say(turn, Find(turn, ask.Question));
        return ValueTask.FromResult(true);
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var answer = Find(turn, turn.Text);
        if (answer.Outcome == Outcome.Nothing) return ValueTask.FromResult(false);
        // Danger and distress come first at every moment; anything else must look like a question when another one is open.
        if (turn.AnswerIsExpected && answer.Outcome != Outcome.Signpost && !LooksLikeQuestion().IsMatch(Words.Fold(turn.Text))) return ValueTask.FromResult(false);
        Say(turn, answer);
        return ValueTask.FromResult(true);
    }

    /// <summary>Says that nothing is held on it, and who may know.</summary>
    public ValueTask<bool> Otherwise(Turn turn, CancellationToken cancel)
    {
        Say(turn, Find(turn, turn.Text));
        return ValueTask.FromResult(true);
    }

    public ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel)
    {
        var answer = Find(turn, turn.Text);
        if (answer.Outcome != Outcome.Signpost) return ValueTask.FromResult(false);
        Say(turn, answer);
        return ValueTask.FromResult(true);
    }

    private Answer Find(Turn turn, string text) =>
        answerQuestion.Ask(new Question(text, turn.State.Questions?.Context, DateOnly.FromDateTime(turn.Now.UtcDateTime), turn.Role >= Role.Commissioner));

    private void Say(Turn turn, Answer answer)
    {
        // Words of somebody in danger or distress are not kept, neither in the log nor to lean on.
        turn.KeepWords = answer.Outcome != Outcome.Signpost;
        turn.State = turn.State with { Questions = turn.KeepWords ? new QuestionsState(answer.Context) : null };
        var note = CouncilNote.For(answer.Context.Entries, answer.Citations.Count > 0 ? host.Council : null);
        var citations = AnswerText.CitationsOf(answer, note);
        turn.Say(new Reply(AnswerText.Of(answer, note, host.PersonFor(turn.Role)))
        {
            Buttons = [.. answer.Choices.Take(4).Select(c => new Button(c.Label, new Ask(c.Asks)))],
            Prompts = answer.More is null ? [] : [More],
            Data = AnswerOnTheWire.Of(answer, note is null ? answer.Text : $"{answer.Text}\n\n{note.Text}", citations),
            Entities = AnswerOnTheWire.Claims(citations),
        });
    }

    [GeneratedRegex(@"\?\s*$|^(so |and |but |ok |sorry )*(what|whats|what's|who|whos|who's|how|when|where|why|which|do|does|did|is|are|can|could|should|must|may|will|would|explain|define|tell me|hello|hi|thanks|thank you|cheers)\b")]
    private static partial Regex LooksLikeQuestion();
}
