namespace CommissioningBot.Knowledge.Questions;

/// <summary>What somebody asks.</summary>
/// <param name="Text">The words as typed.</param>
/// <param name="Context">What the answer before was about; null at the start of a conversation.</param>
/// <param name="AsOf">The date for which the answer must be right.</param>
/// <param name="Commissioner">True for somebody who decides what a council buys or funds; false for groups and everybody else.</param>
public sealed record Question(string Text, AnswerContext? Context, DateOnly AsOf, bool Commissioner = false)
{
    /// <summary>Filled in with how the answer came about; null if nobody wants to know.</summary>
    public Why? Why { get; init; }
}

/// <summary>What a follow-up question may lean on. Small, and safe to keep as JSON between two questions.</summary>
/// <param name="Entries">Ids of the entries that the last answer was made of, or of passages of local documents: the document's id, # and a number.</param>
/// <param name="Places">Places that the last answer was about.</param>
/// <param name="Open">Choices that were offered and not yet taken.</param>
/// <param name="Circumstance">Id of the entry that waits for a circumstance, such as a financial year end; null if none does.</param>
public sealed record AnswerContext(
    IReadOnlyList<string> Entries,
    IReadOnlyList<string> Places,
    IReadOnlyList<Choice> Open,
    string? Circumstance)
{
    public static readonly AnswerContext None = new([], [], [], null);
}

/// <summary>A button under an answer: what it says, and the question that pressing it asks.</summary>
public sealed record Choice(string Label, string Asks);
