using System.Runtime.CompilerServices;
using CommissioningBot.Knowledge.Questions.Composing;
using CommissioningBot.Knowledge.Questions.Documents;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Finding;
using CommissioningBot.Knowledge.Questions.Understanding;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>
/// Question to cited answer: understand, find, decide, compose, check. Without state of its own; safe for any number of callers.
/// </summary>
public sealed class AnswerQuestion
{
    private const int LongestQuestion = 1000;

    // Making these takes most of a second, and they hold nothing but the library.
    private static readonly ConditionalWeakTable<ContentLibrary, Tuple<QuestionReader, EntryFinder>> Made = [];

    private readonly Boundaries boundaries;
    private readonly Languages languages;
    private readonly QuestionReader reader;
    private readonly OpenChoice openChoice;
    private readonly Decide decide;
    private readonly AnswerFromDocuments? documents;
    private readonly bool documentsOnly;

    /// <param name="library">What is authored.</param>
    /// <param name="documents">The imported documents as they are now; null for none.</param>
    /// <param name="documentsOnly">True to leave out what is authored, which shows what the search in documents can do.</param>
    public AnswerQuestion(ContentLibrary library, Func<PassageIndex>? documents = null, bool documentsOnly = false)
    {
        this.documents = documents is null ? null : new AnswerFromDocuments(library, documents);
        this.documentsOnly = documentsOnly;
        boundaries = library.Words.Boundaries;
        languages = library.Words.Languages;
        var made = Made.GetValue(library, l => (new QuestionReader(l), new EntryFinder(l)).ToTuple());
        reader = made.Item1;
        openChoice = new OpenChoice(library, reader);
        decide = new Decide(library, reader, made.Item2, new ReplyComposer(library));
    }

    public Answer Ask(Question question)
    {
        var text = question.Text.Length > LongestQuestion ? question.Text[..LongestQuestion] : question.Text;
        var context = question.Context ?? AnswerContext.None;
        if (openChoice.TakenBy(text, context) is { } taken) text = taken;
        else if (Outside(text, question, context) is { } outside) return outside;
        var asked = question with { Text = text, Context = context };
        var answer = documentsOnly && documents is not null ? documents.Alone(asked) : decide.On(asked);
        if (!documentsOnly && documents?.InPlaceOf(answer, asked) is { } quoted) answer = quoted;
        question.Why?.Ended(answer.Outcome);
        return answer;
    }

    private Answer? Outside(string text, Question question, AnswerContext context)
    {
        var boundary = Boundaries.Plain(text).Length == 0 ? boundaries.Named("what-can-you-do") : boundaries.Of(text, () => decide.IsOfTheField(text));
        if (boundary?.Outcome != Outcome.Signpost && languages.Of(text) is { } language) return PlainReply.InEnglishOnly(language, question);
        if (boundary is null) return null;
        question.Why?.Decided(boundary.Id == "outside" ? Why.Outside : $"boundary: {boundary.Id}");
        // "Tell me more" wants the rest of what was just said.
        if (boundary.Id == "more" && context.Entries.Count > 0) return documents?.More(context) ?? decide.More(context, question);
        return Answer.WithoutFacts(boundary.Outcome, boundary.Says, boundary.Choices, context with { Open = boundary.Choices, Circumstance = null });
    }
}
