using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Sources;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Questions;

/// <summary>Answers free text. Asked last of all journeys, it takes whatever is left.</summary>
public sealed partial class QuestionsJourney(AnswerQuestion answerQuestion, ContentLibrary library, KeptGaps gaps, SourceLinks links, ExplainAnswers explain, HostSettings host) : IJourney
{
    internal const string JourneyName = "questions";
    private const string More = "more";
    private const int MostPassedOver = 3;

    public string Name => JourneyName;

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not Ask ask) return false;
        await Say(turn, ask.Question, Find(turn, ask.Question), cancel);
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var found = Find(turn, turn.Text);
        if (found.Answer.Outcome == Outcome.Nothing) return false;
        // Danger and distress come first at every moment; anything else must look like a question when another one is open.
        if (turn.AnswerIsExpected && found.Answer.Outcome != Outcome.Signpost && !LooksLikeQuestion().IsMatch(Words.Fold(turn.Text))) return false;
        await Say(turn, turn.Text, found, cancel);
        return true;
    }

    /// <summary>Says that nothing is held on it, and who may know.</summary>
    public async ValueTask<bool> Otherwise(Turn turn, CancellationToken cancel)
    {
        await Say(turn, turn.Text, Find(turn, turn.Text), cancel);
        return true;
    }

    public async ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel)
    {
        var found = Find(turn, turn.Text);
        if (found.Answer.Outcome != Outcome.Signpost) return false;
        await Say(turn, turn.Text, found, cancel);
        return true;
    }

    private (Answer Answer, Why Why) Find(Turn turn, string text)
    {
        var why = new Why();
        return (answerQuestion.Ask(new Question(text, turn.State.Questions?.Context, turn.Today, turn.Role >= Role.Commissioner) { Why = why }), why);
    }

    private async ValueTask Say(Turn turn, string asked, (Answer, Why) found, CancellationToken cancel)
    {
        var (answer, why) = found;
        // Words of somebody in danger or distress are not kept, neither in the log nor to lean on.
        turn.KeepWords = answer.Outcome != Outcome.Signpost;
        var told = Told(turn, answer);
        var isGap = Why.Unanswered.Contains(why.Decision);
        turn.State = turn.State with { Questions = turn.KeepWords ? new QuestionsState(answer.Context, Asked(turn, asked, answer, told, isGap)) : null };
        if (isGap) await gaps.Add(turn, gaps.Stripped(asked), why.Decision, why.Candidates is [var nearest, ..] ? nearest.Id : null, cancel);

        var note = CouncilNote.For(answer.Context.Entries, answer.Citations.Count > 0 ? host.Council : null);
        var citations = AnswerText.CitationsOf(answer, note);
        var data = AnswerOnTheWire.Of(answer, note is null ? answer.Text : $"{answer.Text}\n\n{note.Text}", citations);
        if (explain.Wanted) data["why"] = ExplainAnswers.OnTheWire(why);
        var more = answer.Citations.Count > 0 ? links.For(turn, answer.Context.Entries) : null;
        turn.Say(new Reply(AnswerText.Of(answer, note, host.PersonFor(turn.Role), more))
        {
            Buttons = [.. answer.Choices.Take(4).Select(c => new Button(c.Label, new Ask(c.Asks)))],
            Prompts = [.. answer.More is null ? Array.Empty<string>() : [More], .. MayAskForVerdict(turn, told) ? [QuestionsWording.Useful, QuestionsWording.NotUseful] : Array.Empty<string>()],
            Data = data,
            Entities = AnswerOnTheWire.Claims(citations),
        });
    }

    /// <summary>Notes what is told by this answer, and gives the first of it; null if it states nothing that holds.</summary>
    private ToldEntry? Told(Turn turn, Answer answer)
    {
        if (answer.Outcome is not (Outcome.Answered or Outcome.Partly)) return null;
        var entries = answer.Context.Entries.Select(library.Find).OfType<Entry>().Select(e => EntryAsOf.Of(library, e, turn.Today)).Where(e => e.Holds).ToList();
        foreach (var entry in entries) turn.State = turn.State with { Told = turn.State.Told.With(entry) };
        return entries is [var first, ..] ? turn.State.Told.First(t => t.Id == first.Entry.Id) : null;
    }

    // After thanks and small talk the answer before is still the newest.
    private AnsweredQuestion? Asked(Turn turn, string asked, Answer answer, ToldEntry? told, bool isGap)
    {
        if (answer.Outcome == Outcome.Chat) return turn.State.Questions?.Asked;
        if (told is null) return null;
        var known = gaps.Stripped(asked);
        return new AnsweredQuestion(told.Id, known.Text, known.Places, known.Count, isGap);
    }

    // On a phone every prompt takes a line: who passes it over three times that day is not asked again.
    private static bool MayAskForVerdict(Turn turn, ToldEntry? told)
    {
        if (told is not { Rating: null } || turn.AnswerIsExpected || turn.Activity.IsInCompany) return false;
        var before = turn.State.Told.Where(t => t.Id != told.Id).TakeLast(MostPassedOver).ToList();
        return before.Count < MostPassedOver || before.Exists(t => t.Rating is not null || t.On < turn.Today);
    }

    [GeneratedRegex(@"\?\s*$|^(so |and |but |ok |sorry )*(what|whats|what's|who|whos|who's|how|when|where|why|which|do|does|did|is|are|can|could|should|must|may|will|would|explain|define|tell me|hello|hi|thanks|thank you|cheers)\b")]
    private static partial Regex LooksLikeQuestion();
}
