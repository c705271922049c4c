using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Questions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Questions;

/// <summary>Takes whether an answer was useful, and if not, one reason. Counts once for each conversation and version of an entry.</summary>
public sealed class FeedbackJourney(KeptFeedback feedback, KeptGaps gaps, HostSettings host) : IJourney
{
    private static readonly Dictionary<string, Verdict> Phrases = new(StringComparer.Ordinal)
    {
        ["useful"] = Verdict.Useful,
        ["yes useful"] = Verdict.Useful,
        ["very useful"] = Verdict.Useful,
        ["that was useful"] = Verdict.Useful,
        ["helpful"] = Verdict.Useful,
        ["very helpful"] = Verdict.Useful,
        ["that was helpful"] = Verdict.Useful,
        ["that helped"] = Verdict.Useful,
        ["thumbs up"] = Verdict.Useful,
        ["good answer"] = Verdict.Useful,
        ["not useful"] = Verdict.NotUseful,
        ["no not useful"] = Verdict.NotUseful,
        ["that was not useful"] = Verdict.NotUseful,
        ["that wasnt useful"] = Verdict.NotUseful,
        ["not helpful"] = Verdict.NotUseful,
        ["unhelpful"] = Verdict.NotUseful,
        ["that was not helpful"] = Verdict.NotUseful,
        ["that wasnt helpful"] = Verdict.NotUseful,
        ["that didnt help"] = Verdict.NotUseful,
        ["that did not help"] = Verdict.NotUseful,
        ["no help"] = Verdict.NotUseful,
        ["no use"] = Verdict.NotUseful,
        ["thumbs down"] = Verdict.NotUseful,
        ["bad answer"] = Verdict.NotUseful,
        ["thats wrong"] = Verdict.Wrong,
        ["that is wrong"] = Verdict.Wrong,
        ["this is wrong"] = Verdict.Wrong,
        ["thats out of date"] = Verdict.OutOfDate,
        ["that is out of date"] = Verdict.OutOfDate,
        ["this is out of date"] = Verdict.OutOfDate,
        ["not what i asked"] = Verdict.NotAsked,
        ["thats not what i asked"] = Verdict.NotAsked,
        ["that is not what i asked"] = Verdict.NotAsked,
        ["not what i meant"] = Verdict.NotAsked,
        ["too hard to read"] = Verdict.TooHard,
    };

    public string Name => "feedback";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not RateAnswer rate) return false;
        var told = turn.State.Told.FirstOrDefault(t => t.Id == rate.Entry && t.Version == rate.Version);
        if (told is null || !Enum.IsDefined(rate.Verdict)) turn.Say(QuestionsWording.TooLongAgo);
        else await Rate(turn, told, rate.Verdict, cancel);
        return true;
    }

    /// <summary>Takes "useful" and the like only straight after an answer: at any other moment it may mean anything.</summary>
    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (turn.AnswerIsExpected || Read(turn.Text) is not { } verdict) return false;
        var answered = turn.State.Newest is QuestionsJourney.JourneyName or "feedback" ? turn.State.Questions?.Asked?.Entry : null;
        if (turn.State.Told.FirstOrDefault(t => t.Id == answered) is { } told) await Rate(turn, told, verdict, cancel);
        else turn.Say(verdict == Verdict.Useful ? QuestionsWording.GladOfIt : QuestionsWording.NoAnswerToRate(host.PersonFor(turn.Role)));
        return true;
    }

    private async ValueTask Rate(Turn turn, ToldEntry told, Verdict verdict, CancellationToken cancel)
    {
        var was = told.Rating;
        var isRepeat = was?.Verdict == verdict || verdict == Verdict.NotUseful && was is { Verdict: not Verdict.Useful };
        if (!isRepeat)
        {
            var rating = new Rating(verdict, turn.Today);
            if (was is not null) await feedback.TakeBack(turn, told.Id, told.Version, was, cancel);
            await feedback.Add(turn, told.Id, told.Version, rating, cancel);
            turn.State = turn.State with { Told = turn.State.Told.Replacing(told, told with { Rating = rating }) };
            if (verdict != Verdict.Useful && was is null or { Verdict: Verdict.Useful }) await NoteGap(turn, told.Id, cancel);
        }
        if (verdict == Verdict.NotUseful && (was is null or { Verdict: Verdict.Useful or Verdict.NotUseful })) AskWhy(turn, told);
        else if (isRepeat) turn.Say(QuestionsWording.NotedAlready);
        else turn.Say(verdict == Verdict.Useful ? QuestionsWording.GladOfIt : QuestionsWording.Noted(verdict, host.PersonFor(turn.Role)));
    }

    private static void AskWhy(Turn turn, ToldEntry told) => turn.Say(new Reply(QuestionsWording.WhyNot)
    {
        Buttons = [.. QuestionsWording.Reasons.Select(r => new Button(r.Label, new RateAnswer(told.Id, told.Version, r.Verdict)))],
    });

    // Only of the newest answer is it known what was asked; what was not certain is on the list already.
    private async ValueTask NoteGap(Turn turn, string entry, CancellationToken cancel)
    {
        if (turn.State.Questions?.Asked is { IsGap: false } asked && asked.Entry == entry)
            await gaps.Add(turn, new AskedInKnownWords(asked.Words, asked.Places, asked.Count), KeptGaps.NotUseful, entry, cancel);
    }

    private static Verdict? Read(string text)
    {
        var folded = Words.Fold(text);
        if (folded.StartsWith("👍", StringComparison.Ordinal)) return Verdict.Useful;
        if (folded.StartsWith("👎", StringComparison.Ordinal)) return Verdict.NotUseful;
        var plain = folded.Replace("'", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim(' ', '.', '!');
        return Phrases.TryGetValue(plain, out var verdict) ? verdict : null;
    }
}
