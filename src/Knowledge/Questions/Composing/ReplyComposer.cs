using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Questions.Composing;

/// <summary>Makes an answer of entries. Every sentence is an entry's or one of the few written here.</summary>
internal sealed class ReplyComposer(ContentLibrary library)
{
    private const int MostChoices = 3;

    /// <param name="entries">What to say, in this order.</param>
    /// <param name="question">The question that it answers.</param>
    /// <param name="figuresOf">The date whose amounts of law are told.</param>
    /// <param name="named">Places that the question named.</param>
    /// <param name="before">A sentence that goes before; the answer is then a partial one.</param>
    public Answer Compose(IReadOnlyList<Entry> entries, Question question, DateOnly figuresOf, IReadOnlyList<string> named, string? before = null)
    {
        var parts = entries.Select(e => (Entry: e, Said: Said(e, question.AsOf, figuresOf), More: Resolved(e.More, question.AsOf, figuresOf))).ToList();
        var text = string.Join("\n\n", parts.Select(p => parts.Count == 1 ? p.Said.Text : $"**{p.Entry.Title}**\n\n{p.Said.Text}").Prepend(before).Where(t => t is not null));
        var more = string.Join("\n\n", parts.Select(p => p.More).Where(t => t is not null));
        var allowed = entries.SelectMany(e => Held(e, question.AsOf, figuresOf));
        if (ReplyCheck.FirstUnsupported($"{text} {more}", allowed) is { } figure) throw new InvalidOperationException($"{figure} is not in what {entries[0].Id} cites.");
        var firm = before is null && parts.All(p => p.Said.Firm);
        return Answer.FromSources(
            firm ? Outcome.Answered : Outcome.Partly,
            text,
            more.Length > 0 ? more : null,
            [.. entries.SelectMany(library.CitationsOf).Distinct()],
            SeeAlso(entries, question.AsOf),
            new AnswerContext([.. entries.Select(e => e.Id)], PlacesOf(entries, named), [], null));
    }

    // An entry may be about several places; a follow-up is then about the one that was asked for.
    private static List<string> PlacesOf(IReadOnlyList<Entry> entries, IReadOnlyList<string> named)
    {
        var all = entries.SelectMany(e => e.Places).Distinct().ToList();
        var both = all.Intersect(named).ToList();
        return both.Count > 0 ? both : all;
    }

    // What the reply may take figures and links from: the entry itself and the dates that it was made, checked and asked for.
    private IEnumerable<string> Held(Entry entry, DateOnly asOf, DateOnly figuresOf) =>
    [
        entry.Title, Resolved(entry.Text, asOf, figuresOf) ?? "", Resolved(entry.More, asOf, figuresOf) ?? "",
        Dates.InWords(entry.CheckedOn), entry.ValidFrom is { } from ? Dates.InWords(from) : "", Dates.InWords(figuresOf),
    ];

    private string? Resolved(string? text, DateOnly asOf, DateOnly figuresOf) =>
        text is null ? null : library.Thresholds.Resolve(text, figuresOf) ?? library.Thresholds.Resolve(text, asOf);

    private (string Text, bool Firm) Said(Entry entry, DateOnly asOf, DateOnly figuresOf)
    {
        var text = Resolved(entry.Text, asOf, figuresOf);
        if (text is null || !entry.HoldsOn(asOf)) return (NoLongerStated(entry, asOf), false);
        if (asOf > entry.ReviewBy && entry.Currency is (Currency.InForce or Currency.Announced))
            text = $"{Overdue(entry)}\n\n{text}";
        if (figuresOf != asOf && entry.Currency == Currency.InForce) text = $"{AsItStood(figuresOf)}\n\n{text}";
        return (text, entry.Currency != Currency.Unconfirmed);
    }

    internal static string Overdue(Entry entry) =>
        $"This was last checked on {Dates.InWords(entry.CheckedOn)} and is due to be checked again, so look it up before you rely on it.";

    internal static string AsItStood(DateOnly date) => $"As it stood on {Dates.InWords(date)}:";

    internal static string NoLongerStated(Entry entry, DateOnly asOf) => entry.ValidFrom > asOf
        ? $"{entry.Title}: what I hold begins only on {Dates.InWords(entry.ValidFrom.Value)}. Ask your council's procurement team what holds before that."
        : $"{entry.Title}: what I hold was checked on {Dates.InWords(entry.CheckedOn)} and has run out, so I do not state it as today's rule. "
            + "Ask your council's procurement team or your local council for voluntary service (CVS).";

    private List<Choice> SeeAlso(IReadOnlyList<Entry> entries, DateOnly asOf) => [.. entries
        .SelectMany(e => e.SeeAlso).Distinct().Select(id => library[id])
        .Where(e => !entries.Contains(e) && e.HoldsOn(asOf))
        .Take(MostChoices)
        .Select(e => new Choice(e.Title, e.Title))];
}
