using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions.Documents;

/// <summary>
/// Quotes the local documents where nothing authored answers, or where a passage clearly fits better. What a document says is only ever quoted: it is read for its
/// words, and no words in it change what is done.
/// </summary>
internal sealed class AnswerFromDocuments(ContentLibrary library, Func<PassageIndex> documents)
{
    // Measured on questions with known answers, as those of Decide.
    private const float EnoughWhereNothing = 0.6f;
    private const float EnoughWhereUncertain = 0.6f;
    private const float BetterThanUncertain = 0.15f;
    private const float EnoughWhereAnswered = 0.8f;
    private const float BetterThanAnswered = 0.45f;
    private const float Sure = 0.7f;
    private const float EnoughAlone = 0.5f;
    private const float EnoughAloneToShow = 0.2f;
    private const float Familiar = 0.4f;
    private const float AsGood = 0.8f;
    private const int MostWords = 220;
    private const int Looked = 6;

    private readonly Lazy<HashSet<string>> authored = new(() => library.All
        .SelectMany(e => e.Asks.Append(e.Title).Append(e.Text).Append(e.More)).OfType<string>().SelectMany(Search.Words.Split).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal));

    /// <summary>What to say in place of an authored answer; null if that one is to be kept.</summary>
    public Answer? InPlaceOf(Answer said, Question question)
    {
        var index = documents();
        if (index.Documents.Count == 0 || said.Outcome is Outcome.Clarify or Outcome.Chat or Outcome.Signpost) return null;
        var understood = index.Read(question.Text);
        if (understood.Elsewhere.Any(p => p.Kind is PlaceKind.OtherNation or PlaceKind.Shared)) return null;
        var found = index.Find(question.Text, Looked, question.Context);
        if (found.Count == 0 || understood.Telling.Count() < 2 || !IsOfPlace(found[0], understood)) return null;
        // What was written from this very paper was written by somebody who had read all of it.
        if (said.Citations.Any(c => c.Id == found[0].Document.Id)) return null;
        var fit = found[0].Coverage;
        var isNamed = NamesOnly(found[0].Document, understood);
        var better = said.Outcome switch
        {
            Outcome.Nothing or Outcome.Declined => fit >= EnoughWhereNothing,
            _ when said.Text.StartsWith(Decide.NotCertain, StringComparison.Ordinal) => fit >= EnoughWhereUncertain && (isNamed || fit >= index.Coverage(understood, Words(said)) + BetterThanUncertain),
            Outcome.Answered => fit >= EnoughWhereAnswered && (isNamed || fit >= index.Coverage(understood, Words(said)) + BetterThanAnswered),
            _ => false,
        };
        return better ? QuotePassages.Compose(Together(found), fit >= Sure) : null;
    }

    /// <summary>The answer where nothing is authored at all: it shows what the search itself can do.</summary>
    public Answer Alone(Question question)
    {
        var index = documents();
        var understood = index.Read(question.Text);
        if (understood.Elsewhere.FirstOrDefault(p => p.Kind == PlaceKind.OtherNation) is { } nation) return PlainReply.OtherNation(nation, question);
        if (understood.Elsewhere.FirstOrDefault(p => p.Kind == PlaceKind.Shared) is { } shared && understood.Places.Count == 0) return PlainReply.WhichPlace(shared, question);
        var found = index.Find(question.Text, Looked, question.Context);
        if (understood.Elsewhere.Count > 0 && understood.Places.Count == 0 && !understood.AskerIsThere && (found.Count == 0 || !IsOfPlace(found[0], understood)))
            return PlainReply.NotInPapers(understood.Elsewhere[0].Name, [], question);
        if (index.Familiarity(understood) < Familiar && found.All(f => f.Coverage < Familiar))
        {
            var outside = library.Words.Boundaries.Named("outside");
            return Answer.WithoutFacts(outside.Outcome, outside.Says, [], PlainReply.Keep(question, []));
        }
        return found.Count > 0 && found[0].Coverage >= EnoughAloneToShow ? QuotePassages.Compose(Together(found), found[0].Coverage >= EnoughAlone) : PlainReply.Nothing(question, []);
    }

    /// <summary>What comes after the passage that was quoted last; null if none was, or it was the last of its document.</summary>
    public Answer? More(AnswerContext context)
    {
        if (context.Entries.Count == 0) return null;
        var next = documents().After(context.Entries[^1]);
        return next is null ? null : QuotePassages.Compose([next], certain: true);
    }

    // "What does Fernlea pay?" means the paper on Fernlea, if nothing authored knows the name at all.
    private bool NamesOnly(LocalDocument document, Understood understood)
    {
        var names = Search.Words.Split(string.Join(' ', document.Places.Append(document.Title))).Where(w => !w.IsStop && !authored.Value.Contains(w.Stem)).Select(w => w.Stem).ToHashSet(StringComparer.Ordinal);
        return understood.Telling.Any(t => !t.IsConcept && names.Contains(t.Key));
    }

    // A second passage is quoted if it fits about as well and both together are not too long to read.
    private static List<FoundPassage> Together(IReadOnlyList<FoundPassage> found)
    {
        var first = found[0];
        var second = found.Skip(1).FirstOrDefault(f => f.Score >= first.Score * AsGood);
        if (second is null || first.Length + second.Length > MostWords) return [first];
        return second.Document == first.Document && second.Number < first.Number && second.Number + 1 == first.Number ? [second, first] : [first, second];
    }

    private bool IsOfPlace(FoundPassage found, Understood understood)
    {
        if (understood.AskerIsThere || understood.Places.Count + understood.Elsewhere.Count == 0) return true;
        var named = library.Words.Places.Read(Search.Words.Split($"{found.Passage.Section} {found.Passage.Text}")).Places.Select(p => p.Name).Concat(found.Document.Places);
        return named.Intersect(understood.Places.Concat(understood.Elsewhere.Select(p => p.Name))).Any();
    }

    // What an authored answer speaks of: its own words, and the ways of asking that it was written for.
    private string Words(Answer answer) =>
        string.Join(' ', answer.Context.Entries.Select(library.Find).OfType<Entry>().SelectMany(e => e.Asks.Append(e.Title).Append(e.Text).Append(e.More)).Append(answer.Text));
}
