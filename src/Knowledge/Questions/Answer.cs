using CommissioningBot.Knowledge.Citations;

namespace CommissioningBot.Knowledge.Questions;

public enum Outcome
{
    /// <summary>Answered from cited content.</summary>
    Answered,

    /// <summary>Part of it is answered, or the fact is there but nobody has confirmed that it holds.</summary>
    Partly,

    /// <summary>The question has several meanings, or a circumstance is missing: choices are offered.</summary>
    Clarify,

    /// <summary>Outside what this product may or can say, with the nearest help.</summary>
    Declined,

    /// <summary>Danger, abuse or distress: numbers first.</summary>
    Signpost,

    /// <summary>Within the field, but nothing is held on it.</summary>
    Nothing,

    /// <summary>A greeting, thanks, or a question about the assistant itself.</summary>
    Chat,
}

/// <summary>A reply to a question. It can only be made by the two methods below, so an answer that states facts always has a citation.</summary>
public sealed record Answer
{
    private Answer(Outcome outcome, string text, string? more, IReadOnlyList<Citation> citations, IReadOnlyList<Choice> choices, AnswerContext context)
    {
        Outcome = outcome;
        Text = text;
        More = more;
        Citations = citations;
        Choices = choices;
        Context = context;
    }

    public Outcome Outcome { get; }

    /// <summary>The reply in short, as plain text with Markdown lists and links.</summary>
    public string Text { get; }

    /// <summary>Further detail for who asks for it; null if there is none.</summary>
    public string? More { get; }

    public IReadOnlyList<Citation> Citations { get; }

    public IReadOnlyList<Choice> Choices { get; }

    /// <summary>To be handed back with the next question.</summary>
    public AnswerContext Context { get; }

    /// <exception cref="ArgumentException">No citation, or an outcome that states no facts.</exception>
    public static Answer FromSources(
        Outcome outcome, string text, string? more, IReadOnlyList<Citation> citations, IReadOnlyList<Choice> choices, AnswerContext context)
    {
        if (citations.Count == 0) throw new ArgumentException("An answer that states facts needs a citation.", nameof(citations));
        if (outcome is not (Outcome.Answered or Outcome.Partly)) throw new ArgumentException($"{outcome} states no facts.", nameof(outcome));
        return new Answer(outcome, text, more, citations, choices, context);
    }

    /// <exception cref="ArgumentException">An outcome that states facts.</exception>
    public static Answer WithoutFacts(Outcome outcome, string text, IReadOnlyList<Choice> choices, AnswerContext context)
    {
        if (outcome is Outcome.Answered or Outcome.Partly) throw new ArgumentException($"{outcome} states facts and needs a citation.", nameof(outcome));
        return new Answer(outcome, text, null, [], choices, context);
    }
}
