using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Finding;
using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>What a follow-up is answered with: what was just spoken of, or what stands beside it.</summary>
internal sealed record Leaning(IReadOnlyList<Entry> Entries, bool IsSure);

/// <summary>Understands questions that lean on the last answer: "how long do they last?", "who helped?".</summary>
internal sealed class FollowUp(ContentLibrary library, EntryFinder finder)
{
    private const float SameEntry = 1.3f;
    private const float SaysLittle = 0.5f;
    private const float SaysEnough = 12f;
    private const float NextToIt = 1.15f;
    private const float AsideOf = 1.2f;
    private const float AsideOfLeaning = 2.2f;
    private const float EnoughWhenNotLeaning = 0.5f;
    private const float EnoughWhenLeaning = 0.4f;
    private const float AsGood = 0.85f;
    private const float AskedForPlainly = 0.8f;

    /// <summary>Null if the question stands on its own.</summary>
    /// <param name="found">What fits best of everything that is held.</param>
    public Leaning? Of(Understood understood, AnswerContext context, List<Found> found)
    {
        var last = context.Entries.Select(library.Find).OfType<Entry>().ToList();
        if (last.Count == 0) return null;
        var near = finder.Find(understood, e => IsNear(e, last, context.Places) && !e.IsQuestionBack, 20)
            .Select(f => f with { Score = f.Score * WeightOf(f.Entry, last, understood) }).OrderByDescending(f => f.Score).ToList();
        var rival = found.Count == 0 ? null : found[0];
        // What is asked for in so many words is no follow-up, whatever was spoken of before.
        var isPlain = rival is { Likeness: >= AskedForPlainly, Coverage: >= AskedForPlainly } && !IsNear(rival.Entry, last, context.Places);
        if (isPlain && (!understood.Leans || understood.Telling.Skip(2).Any())) return null;
        if (understood.Leans)
        {
            if (near.Count == 0) return new Leaning([last[0]], false);
            if (rival is not null && near[0].Score * AsideOfLeaning < rival.Score) return null;
            return new Leaning([.. near.Take(2).Where(f => f.Score >= near[0].Score * AsGood).Select(f => f.Entry)], near[0].Score >= EnoughWhenLeaning);
        }
        return near.Count > 0 && near[0].Score >= EnoughWhenNotLeaning && (rival is null || near[0].Score * AsideOf >= rival.Score)
            ? new Leaning([near[0].Entry], true) : null;
    }

    // The less a question says, the more it is about what was just said.
    private float WeightOf(Entry entry, List<Entry> last, Understood understood) =>
        last.Contains(entry) ? SameEntry + SaysLittle * (1 - Math.Min(1, finder.Told(understood) / SaysEnough)) : last.Any(l => l.SeeAlso.Contains(entry.Id)) ? NextToIt : 1;

    private static bool IsNear(Entry entry, List<Entry> last, IReadOnlyList<string> places) => places.Count > 0
        ? places.Count == 1 && entry.Places.Contains(places[0]) || last.Any(l => l.Id == entry.Id || l.SeeAlso.Contains(entry.Id))
        : last.Any(l => l.Id == entry.Id || l.SeeAlso.Contains(entry.Id) || entry.SeeAlso.Contains(l.Id) || l.Topic == entry.Topic && entry.Places.Count == 0);
}
