using CommissioningBot.Knowledge.Questions.Finding;
using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>An entry that was looked at for an answer; the figures are those of <see cref="Found"/>.</summary>
public sealed record WeighedEntry(string Id, float Score, float Coverage, float Likeness);

/// <summary>
/// How one answer came about: what was understood, which entries were weighed and what was decided. Whoever asks hands in an empty one with the
/// question and reads it afterwards; nothing is decided by it.
/// </summary>
public sealed class Why
{
    /// <summary>Names of the decisions after which a question counts as not answered.</summary>
    public static readonly IReadOnlyList<string> Unanswered = [Nothing, Outside, NotCertain];

    private const string Answered = "answered";
    internal const string Nothing = "nothing held";
    internal const string Outside = "outside the field";
    internal const string NotCertain = "not certain: the nearest";

    private const int MostCandidates = 8;

    private readonly List<WeighedEntry> candidates = [];

    /// <summary>What was decided, in words.</summary>
    public string Decision { get; private set; } = Answered;

    /// <summary>Its words and phrases as they were looked for, without those that carry no meaning; ways to say one idea are one.</summary>
    public IReadOnlyList<string> Ideas { get; private set; } = [];

    /// <summary>Places of the papers that were named.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    /// <summary>Other places that were named.</summary>
    public IReadOnlyList<string> Elsewhere { get; private set; } = [];

    public DateOnly? Date { get; private set; }

    /// <summary>True if it could not be understood without what was said before.</summary>
    public bool Leans { get; private set; }

    /// <summary>Best first. An entry that was weighed twice stands here with its better score.</summary>
    public IReadOnlyList<WeighedEntry> Candidates =>
        [.. candidates.GroupBy(c => c.Id).Select(g => g.MaxBy(c => c.Score)!).OrderByDescending(c => c.Score).Take(MostCandidates)];

    internal void Decided(string decision) => Decision = decision;

    /// <summary>Names what the outcome alone tells, where no decision had a name of its own.</summary>
    internal void Ended(Outcome outcome)
    {
        if (Decision != Answered) return;
        Decision = outcome switch
        {
            Outcome.Nothing => Nothing,
            Outcome.Clarify => "asked back",
            Outcome.Declined => "not for these papers",
            Outcome.Partly => "answered in part",
            _ => Answered,
        };
    }

    internal Understood Read(Understood understood)
    {
        Ideas = [.. understood.Telling.Select(t => string.Join(' ', t.Words.Select(w => w.Text)))];
        Places = understood.Places;
        Elsewhere = [.. understood.Elsewhere.Select(p => p.Name)];
        Date = understood.Date;
        Leans = understood.Leans;
        return understood;
    }

    internal List<Found> Weighed(List<Found> found)
    {
        candidates.AddRange(found.Select(f => new WeighedEntry(f.Entry.Id, f.Score, f.Coverage, f.Likeness)));
        return found;
    }
}
