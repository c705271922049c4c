using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Composing;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Finding;
using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>Decides what to do with what was found: answer, ask back, say that nothing is held, or decline.</summary>
internal sealed class Decide(ContentLibrary library, QuestionReader reader, EntryFinder finder, ReplyComposer composer)
{
    // Measured on questions with known answers: below these the best entry is more often wrong than right.
    private const float EnoughToAnswer = 0.36f;
    private const float EnoughWhenLeaning = 0.2f;
    private const float EnoughForAnotherPlace = 0.55f;
    private const float TooCloseToCall = 0.95f;
    private const float Certain = 0.78f;
    private const float Ahead = 1.07f;
    private const float EnoughToAskWhich = 0.6f;
    private const float CloseEnoughToAsk = 0.5f;
    private const float OnePlaceOfMany = 0.85f;
    private const float SameEntry = 1.25f;
    private const float Plainly = 0.6f;
    private const float AsideOf = 1.25f;
    private const float AsideOfLeaning = 2.2f;
    private const float EnoughCovered = 0.34f;
    private const float EnoughCoveredToShow = 0.2f;
    private const float EnoughCoveredInPlace = 0.1f;
    private const float EnoughToShow = 0.24f;
    private const float EnoughToShowInPlace = 0.15f;
    private const float Familiar = 0.5f;

    /// <summary>How an answer begins that may not be the one that was asked for.</summary>
    internal const string NotCertain = "I am not certain that this is what you mean. The nearest I hold:";

    private readonly Dictionary<string, Entry> byTitle = library.All
        .GroupBy(e => Boundaries.Plain(e.Title)).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public Answer On(Question question)
    {
        if (byTitle.TryGetValue(Boundaries.Plain(question.Text), out var titled)) return Say([titled], question, null);
        var understood = reader.Read(question.Text);
        question.Why?.Read(understood);
        if (understood.Elsewhere.FirstOrDefault(p => p.Kind == PlaceKind.OtherNation) is { } nation) return PlainReply.OtherNation(nation, question);
        if (understood.Elsewhere.FirstOrDefault(p => p.Kind == PlaceKind.Shared) is { } shared && understood.Places.Count == 0) return PlainReply.WhichPlace(shared, question);
        if (understood.Elsewhere.Count > 0 && !understood.AskerIsThere && understood.Places.Count == 0) return NotInPapers(understood, question);
        return understood.Places.Count switch
        {
            0 => WithoutPlace(understood, question),
            1 => InPlace(understood.Places[0], understood, question),
            _ => Compare(understood, question),
        };
    }

    /// <summary>The rest of what the last answer said.</summary>
    public Answer More(AnswerContext context, Question question)
    {
        var entries = context.Entries.Select(library.Find).OfType<Entry>().ToList();
        if (entries.Count == 0) return PlainReply.Nothing(question, []);
        var next = entries.SelectMany(e => e.SeeAlso).Select(id => library[id]).FirstOrDefault(e => !entries.Contains(e));
        if (entries[0].More is not null) return Say([entries[0] with { Text = entries[0].More!, More = null }], question, null);
        return Say([next ?? entries[0]], question, null);
    }

    private Answer WithoutPlace(Understood understood, Question question)
    {
        var found = Weighed(finder.Find(understood, _ => true), e => e.Places.Count > 0 ? OnePlaceOfMany : 1);
        question.Why?.Weighed(found);
        var context = question.Context ?? AnswerContext.None;
        if (context.Entries.Count > 0 && Related(understood, context, found) is { } related)
            return Say([related.Entry], question, understood, related.Score < EnoughWhenLeaning ? NotCertain : null);
        if (found.Count == 0 || finder.Familiarity(understood) < Familiar && !IsSure(found)) return NotFound(understood, question, found);
        if (found[0].Score >= EnoughToAnswer && QuestionBack(found) is { } back) return AskBack(back, question, understood);
        var several = OneOf(found);
        if (several.Count > 1 && found[0].Score >= EnoughToAskWhich && found[0].Coverage >= EnoughToAskWhich) return PlainReply.WhichOf(several, question);
        if (IsSure(found)) return Say([found[0].Entry], question, understood);
        return StandsOut(found) ? Nearest(understood, question, found, EnoughToShow, EnoughCoveredToShow) : NotFound(understood, question, found);
    }

    private static bool IsSure(List<Found> found) =>
        found[0].Score >= EnoughToAnswer && found[0].Coverage >= EnoughCovered && (found[0].Score >= Certain || found[0].Likeness >= Certain || StandsOut(found));

    // Wrong entries come in crowds: what fits a question only by common words fits about as badly as the next, unrelated one.
    private static bool StandsOut(List<Found> found)
    {
        var first = found[0].Entry;
        var rival = found.Skip(1).FirstOrDefault(f => !first.SeeAlso.Contains(f.Entry.Id) && !f.Entry.SeeAlso.Contains(first.Id));
        return rival is null || found[0].Score >= rival.Score * Ahead;
    }

    private static List<Found> Weighed(List<Found> found, Func<Entry, float> weight) =>
        [.. found.Select(f => f with { Score = f.Score * weight(f.Entry) }).OrderByDescending(f => f.Score)];

    // Without a place or a date, an entry that asks which is meant goes before the meanings it asks about.
    private Entry? QuestionBack(List<Found> found)
    {
        var first = found[0];
        if (first.Entry.IsQuestionBack) return first.Entry;
        return found.FirstOrDefault(f => f.Entry.Branches.Any(b => b.Entry == first.Entry.Id)
            && (f.Entry.Branches.Any(b => b.From is not null) || first.Entry.Places.Count > 0 && f.Score >= first.Score * CloseEnoughToAsk))?.Entry;
    }

    // A follow-up is answered from what was just spoken of, unless something else fits clearly better.
    private Found? Related(Understood understood, AnswerContext context, List<Found> found)
    {
        var last = context.Entries.Select(library.Find).OfType<Entry>().ToList();
        var near = Weighed(
            finder.Find(understood, e => IsNear(e, last, context.Places) && !e.IsQuestionBack), e => understood.Leans && last.Contains(e) ? SameEntry : 1);
        var rival = found.Count == 0 ? 0 : found[0].Score;
        if (near.Count == 0) return understood.Leans && rival < Plainly && last.Count > 0 ? new Found(last[0], 0, 0, 0) : null;
        if (understood.Leans) return rival < Plainly || near[0].Score * AsideOfLeaning >= rival ? near[0] : null;
        return near[0].Score >= EnoughWhenLeaning && near[0].Score * AsideOf >= rival ? near[0] : null;
    }

    private static bool IsNear(Entry entry, List<Entry> last, IReadOnlyList<string> places) => places.Count > 0
        ? places.Count == 1 && entry.Places.Contains(places[0]) || last.Any(l => l.Id == entry.Id || l.SeeAlso.Contains(entry.Id))
        : last.Any(l => l.Id == entry.Id || l.SeeAlso.Contains(entry.Id) || entry.SeeAlso.Contains(l.Id) || l.Topic == entry.Topic && entry.Places.Count == 0);

    private Answer InPlace(string place, Understood understood, Question question)
    {
        var there = Weighed(finder.Find(understood, e => IsAbout(e, place)), e => e.Places.Count == 1 ? 1 : OnePlaceOfMany);
        if (understood.Telling.Any() is false && there.Count == 0) return Overview(place, understood, question);
        var nation = finder.Find(understood, e => e.Places.Count == 0);
        question.Why?.Weighed([.. there, .. nation]);
        var nationFitsBetter = nation.Count > 0 && (there.Count == 0 || nation[0].Score > there[0].Score * AsideOf);
        if (understood.AskerIsThere && nationFitsBetter && IsSure(nation)) return Say([nation[0].Entry], question, understood);
        if (there.Count > 0 && IsSure(there)) return Say([there[0].Entry], question, understood);
        if (nationFitsBetter && nation[0].Score >= EnoughForAnotherPlace)
            return Say([nation[0].Entry], question, understood, nation[0].Entry.IsQuestionBack ? null : $"The papers do not say this of {place}. In general:");
        return Nearest(understood, question, there.Count > 0 ? there : OfPlace(place), EnoughToShowInPlace, EnoughCoveredInPlace);
    }

    // What is held on a place, to choose from where nothing of it fits.
    private List<Found> OfPlace(string place) =>
        [.. library.All.Where(e => e.Places.Contains(place)).OrderBy(e => e.Places.Count).Select(e => new Found(e, 0, 0, 0))];

    // Lay words often share little with a right entry: it is shown for what it is, the nearest thing held.
    private Answer Nearest(Understood understood, Question question, List<Found> found, float enough, float enoughCovered)
    {
        var known = found.Where(f => !f.Entry.IsQuestionBack).ToList();
        if (known.Count == 0 || known[0].Score < enough || known[0].Coverage < enoughCovered) return NotFound(understood, question, found);
        return Say([known[0].Entry], question, understood, NotCertain);
    }

    private static bool IsAbout(Entry entry, string place) =>
        entry.Places.Contains(place) || place == "Bolton" && entry.Places.Count == 0 && entry.Sources.Any(s => s.Source == "bolton-2008");

    private Answer Compare(Understood understood, Question question)
    {
        bool IsAboutAll(Entry e) => understood.Places.All(p => e.Places.Contains(p));
        var all = finder.Find(understood, IsAboutAll, 1).FirstOrDefault()?.Entry ?? library.All.FirstOrDefault(IsAboutAll);
        if (all is not null) return Say([all], question, understood);
        var each = understood.Places
            .Select(p => finder.Find(understood, e => e.Places.Contains(p) && !e.IsQuestionBack, 1).FirstOrDefault()?.Entry)
            .OfType<Entry>().Distinct().ToList();
        return each.Count > 0 ? Say(each, question, understood) : NotFound(understood, question, []);
    }

    // The first entry of a place's own file tells what the place is there for.
    private Answer Overview(string place, Understood understood, Question question) =>
        OfPlace(place).FirstOrDefault(f => !f.Entry.IsQuestionBack) is { } first ? Say([first.Entry], question, understood) : PlainReply.Nothing(question, []);

    // Entries of several places that fit equally well are several meanings of the question.
    private static List<Entry> OneOf(List<Found> found)
    {
        var first = found[0];
        if (first.Entry.IsQuestionBack || first.Entry.Places.Count != 1) return [first.Entry];
        return [.. found
            .Where(f => f.Score >= first.Score * TooCloseToCall && f.Entry.Places.Count == 1 && !f.Entry.IsQuestionBack)
            .DistinctBy(f => f.Entry.Places[0]).Take(4).Select(f => f.Entry)];
    }

    private Answer Say(IReadOnlyList<Entry> entries, Question question, Understood? understood, string? before = null)
    {
        if (before == NotCertain) question.Why?.Decided(Why.NotCertain);
        if (entries[0].IsQuestionBack) return AskBack(entries[0], question, understood);
        if (understood?.Date is not { } date || date >= question.AsOf) return composer.Compose(entries, question, question.AsOf, understood?.Places ?? [], before);
        // Law is told as of the day that the question names, by the entry that held then.
        var then = entries.Select(e => e.HoldsOn(date) ? e : e.SeeAlso.Select(id => library[id]).FirstOrDefault(s => s.Topic == e.Topic && s.HoldsOn(date)) ?? e).ToList();
        return composer.Compose(then, question, then.TrueForAll(e => e.HoldsOn(date)) ? date : question.AsOf, understood.Places, before);
    }

    private Answer AskBack(Entry entry, Question question, Understood? understood)
    {
        if (understood?.Date is { } date && entry.Branches.FirstOrDefault(b => b.Admits(date)) is { } branch) return Say([library[branch.Entry]], question, null);
        var choices = entry.Branches.Select(b => new Choice(b.Label, library[b.Entry].Title)).ToList();
        return Answer.WithoutFacts(Outcome.Clarify, entry.Text, choices, new AnswerContext([], [], choices, entry.Id));
    }

    private Answer NotInPapers(Understood understood, Question question)
    {
        var place = understood.Elsewhere[0].Name;
        var national = finder.Find(understood, e => e.Places.Count == 0 && e.Currency == Currency.InForce && !e.IsQuestionBack, 1);
        List<Choice> choices = national.Count > 0 && national[0].Score >= EnoughToAnswer ? [new("What holds across England", national[0].Entry.Title)] : [];
        return PlainReply.NotInPapers(place, choices, question);
    }

    private Answer NotFound(Understood understood, Question question, List<Found> found)
    {
        if (finder.Familiarity(understood) < Familiar && found.All(f => f.Coverage < Familiar))
        {
            question.Why?.Decided(Why.Outside);
            var outside = library.Words.Boundaries.Named("outside");
            return Answer.WithoutFacts(Outcome.Declined, outside.Says, outside.Choices, PlainReply.Keep(question, outside.Choices));
        }
        return PlainReply.Nothing(question, found);
    }
}
