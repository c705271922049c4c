using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Composing;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Finding;
using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>Decides what to do with what was found: answer, ask back, say that nothing is held, or decline.</summary>
internal sealed class Decide(ContentLibrary library, QuestionReader reader, EntryFinder finder, ReplyComposer composer)
{
    // Measured on questions with known answers (docs/decisions/0028): what is said without a doubt is right in about nine of ten.
    private const float Certain = 0.85f;
    private const float Alike = 0.8f;
    private const float EnoughToAnswer = 0.45f;
    private const float EnoughCovered = 0.34f;
    private const float ClearlyAhead = 0.88f;
    private const float AsGood = 0.92f;
    private const float JustAsGood = 0.97f;
    private const float NearAsGood = 0.8f;
    private const float EnoughToShow = 0.34f;
    private const float EnoughCoveredToShow = 0.22f;
    private const float EnoughToAskBack = 0.5f;
    private const float InGeneral = 0.65f;
    private const float HereFirst = 0.6f;
    private const float OnePlaceOfMany = 0.85f;
    private const float SamePlaces = 0.88f;
    private const float EnoughToAskWhich = 0.6f;
    private const float CloseEnoughToAsk = 0.5f;
    private const float OfTheField = 3.8f;
    private const float PlainlyOfTheField = 6.3f;

    /// <summary>How an answer begins that may not be the one that was asked for.</summary>
    internal const string NotCertain = "I am not certain that this is what you mean. The nearest I hold:";

    private readonly FollowUp followUp = new(library, finder);

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

    /// <summary>True if the text has words that are far commoner here than in English at large.</summary>
    public bool IsOfTheField(string text) => finder.OfTheField(reader.Read(text)) >= PlainlyOfTheField;

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
        var raw = finder.Find(understood, _ => true, 20);
        var found = Weighed(raw, e => e.Places.Count > 0 ? OnePlaceOfMany : 1);
        question.Why?.Weighed(found);
        if (followUp.Of(understood, question.Context ?? AnswerContext.None, found) is { } leaning)
            return Say(leaning.Entries, question, understood, leaning.IsSure ? null : NotCertain);
        if (found.Count == 0 || IsOutside(understood, found)) return NotFound(understood, question, found);
        if (found[0].Score >= EnoughToAskBack && found[0].Coverage >= CloseEnoughToAsk && QuestionBack(found) is { } back) return AskBack(back, question, understood);
        if (OneOf(raw, found[0]) is { Count: > 1 } several) return PlainReply.WhichOf(several, question);
        if (IsSure(found)) return Say(WithItsLike(found), question, understood);
        return Nearest(understood, question, found);
    }

    // Commoner words only, and no entry that speaks of most of them: that is no question for the papers.
    private bool IsOutside(Understood understood, List<Found> found) =>
        found[0].Coverage < EnoughToAskWhich && found[0].Likeness < Alike && finder.OfTheField(understood) < OfTheField;

    private static bool IsSure(List<Found> found) =>
        found[0].Score >= EnoughToAnswer && found[0].Coverage >= EnoughCovered && (found[0].Score >= Certain || found[0].Likeness >= Alike || StandsOut(found));

    // Wrong entries come in crowds: what fits a question only by common words fits about as badly as the next, unrelated one.
    private static bool StandsOut(List<Found> found)
    {
        var rival = found.Skip(1).FirstOrDefault(f => !AreRelated(found[0].Entry, f.Entry));
        return rival is null || rival.Score <= found[0].Score * ClearlyAhead;
    }

    private static bool AreRelated(Entry a, Entry b) => a.SeeAlso.Contains(b.Id) || b.SeeAlso.Contains(a.Id);

    // Two entries on one thing that fit as well as each other are told together.
    private static List<Entry> WithItsLike(List<Found> found) =>
        [found[0].Entry, .. found.Skip(1).Take(1).Where(f => f.Score >= found[0].Score * AsGood && found[0].Likeness < Alike && !f.Entry.IsQuestionBack && AreRelated(found[0].Entry, f.Entry)).Select(f => f.Entry)];

    private static List<Found> Weighed(IEnumerable<Found> found, Func<Entry, float> weight) =>
        [.. found.Select(f => f with { Score = f.Score * weight(f.Entry) }).OrderByDescending(f => f.Score)];

    // Without a place or a date, an entry that asks which is meant goes before the meanings it asks about.
    private Entry? QuestionBack(List<Found> found)
    {
        var first = found[0];
        if (first.Entry.IsQuestionBack) return first.Entry;
        if (found.Skip(1).FirstOrDefault(f => f.Entry.IsQuestionBack && f.Score >= first.Score * JustAsGood && f.Likeness >= Alike) is { } asking) return asking.Entry;
        return found.FirstOrDefault(f => f.Entry.Branches.Any(b => b.Entry == first.Entry.Id)
            && (f.Entry.Branches.Any(b => b.From is not null) || first.Entry.Places.Count > 0 && f.Score >= first.Score * CloseEnoughToAsk))?.Entry;
    }

    private Answer InPlace(string place, Understood understood, Question question)
    {
        var aside = understood.AskerIsThere ? 1 : InGeneral;
        var found = Weighed(
            finder.Find(understood, e => e.Places.Count == 0 || IsAbout(e, place), 20),
            e => e.Places.Count == 1 || Speaks(e, place) ? 1 : e.Places.Count > 1 ? OnePlaceOfMany : aside);
        question.Why?.Weighed(found);
        if (!understood.Telling.Any() && !found.Exists(f => IsAbout(f.Entry, place))) return Overview(place, understood, question);
        if (found.Count == 0) return Nearest(understood, question, OfPlace(place));
        if (IsOutside(understood, found)) return NotFound(understood, question, found);
        if (found[0].Score >= EnoughToAskBack && found[0].Entry.IsQuestionBack) return AskBack(found[0].Entry, question, understood);
        var inGeneral = !IsAbout(found[0].Entry, place) && !Speaks(found[0].Entry, place);
        if (IsSure(found)) return Say(WithItsLike(found), question, understood, inGeneral && !understood.AskerIsThere ? NotOf(place) : null);
        // Where nothing is sure, what the papers say of that very place goes first.
        var there = found.FirstOrDefault(f => IsAbout(f.Entry, place) && f.Score >= found[0].Score * HereFirst);
        return Nearest(understood, question, there is null ? found : [there, .. found.Where(f => f != there)]);
    }

    internal static string NotOf(string place) => $"The papers do not say this of {place}. In general:";

    private static bool Speaks(Entry entry, string place) => entry.Places.Count == 0 && $"{entry.Title} {entry.Text}".Contains(place, StringComparison.OrdinalIgnoreCase);

    // What is held on a place, to choose from where nothing of it fits.
    private List<Found> OfPlace(string place) =>
        [.. library.All.Where(e => e.Places.Contains(place)).OrderBy(e => e.Places.Count).Select(e => new Found(e, 0, 0, default))];

    // Lay words often share little with a right entry: it is shown for what it is, the nearest thing held, with the next if that fits about as well.
    private Answer Nearest(Understood understood, Question question, List<Found> found)
    {
        var known = found.Where(f => !f.Entry.IsQuestionBack).Take(2).ToList();
        if (known.Count == 0 || known[0].Score < EnoughToShow || known[0].Coverage < EnoughCoveredToShow) return NotFound(understood, question, found);
        return Say([.. known.Where(f => f.Score >= known[0].Score * NearAsGood).Select(f => f.Entry)], question, understood, NotCertain);
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

    // Entries of several places that fit about equally well are several meanings of the question.
    private static List<Entry> OneOf(List<Found> raw, Found first)
    {
        if (first.Entry.IsQuestionBack || first.Entry.Places.Count != 1 && raw[0].Entry.Places.Count != 1) return [];
        if (raw[0].Score < EnoughToAskWhich || raw[0].Coverage < EnoughToAskWhich) return [];
        // "What is a grant?" is about grants, though several places tell of theirs.
        if (raw.Exists(f => f.Entry.Places.Count == 0 && !f.Entry.IsQuestionBack && f.Score >= raw[0].Score * NearAsGood && f.Coverage >= raw[0].Coverage && f.Fit.InTitle >= EnoughToAskWhich)) return [];
        return [.. raw
            .Where(f => f.Score >= raw[0].Score * SamePlaces && f.Coverage >= raw[0].Coverage * SamePlaces && f.Entry.Places.Count == 1 && !f.Entry.IsQuestionBack)
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
        if (entry.Branches.FirstOrDefault(b => understood?.Date is { } date ? b.Admits(date) : AdmitsYear(b, question.Text)) is { } branch) return Say([library[branch.Entry]], question, null);
        var choices = entry.Branches.Select(b => new Choice(b.Label, library[b.Entry].Title)).ToList();
        return Answer.WithoutFacts(Outcome.Clarify, entry.Text, choices, new AnswerContext([], [], choices, entry.Id));
    }

    // "Autumn 2024" names no day, but all of that year may lie on one side.
    private static bool AdmitsYear(Branch branch, string text) =>
        NamedDate.YearIn(text) is { } year && branch.Admits(new DateOnly(year, 1, 1)) && branch.Admits(new DateOnly(year, 12, 31));

    private Answer NotInPapers(Understood understood, Question question)
    {
        var place = understood.Elsewhere[0].Name;
        var national = finder.Find(understood, e => e.Places.Count == 0 && e.Currency == Currency.InForce && !e.IsQuestionBack, 1);
        List<Choice> choices = national.Count > 0 && national[0].Score >= EnoughToAnswer ? [new("What holds across England", national[0].Entry.Title)] : [];
        return PlainReply.NotInPapers(place, choices, question);
    }

    private Answer NotFound(Understood understood, Question question, List<Found> found)
    {
        if (found.Count == 0 || IsOutside(understood, found))
        {
            question.Why?.Decided(Why.Outside);
            var outside = library.Words.Boundaries.Named("outside");
            return Answer.WithoutFacts(Outcome.Declined, outside.Says, outside.Choices, PlainReply.Keep(question, outside.Choices));
        }
        return PlainReply.Nothing(question, found);
    }
}
