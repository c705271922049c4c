using CommissioningBot.Knowledge.Citations;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>How well a fact is supported: the primary text (A), several independent sources (B), one source (C), not verified (D).</summary>
public enum Confidence
{
    A,
    B,
    C,
    D,
}

/// <summary>Where an entry's facts stand: a source's id and the section in it.</summary>
public sealed record Reference(string Source, string Section);

/// <summary>A way on from an entry that needs to know more. A branch with dates is taken when the question names a date between them.</summary>
public sealed record Branch(string Label, string Entry, DateOnly? From, DateOnly? To)
{
    public bool Admits(DateOnly date) => (From is not null || To is not null) && (From is null || From <= date) && (To is null || date <= To);
}

/// <summary>One authored piece of content, small enough to be an answer.</summary>
public sealed record Entry
{
    public required string Id { get; init; }

    /// <summary>The file it stands in; entries of one file are about one thing.</summary>
    public required string Topic { get; init; }

    public required string Title { get; init; }

    /// <summary>Places it is about; empty if it is about the whole of England.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>When it is about, in words; empty for what holds now.</summary>
    public required string Period { get; init; }

    public required Currency Currency { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required DateOnly CheckedOn { get; init; }

    public required DateOnly ReviewBy { get; init; }

    public required Confidence Confidence { get; init; }

    public required IReadOnlyList<Reference> Sources { get; init; }

    /// <summary>How people really put the question.</summary>
    public required IReadOnlyList<string> Asks { get; init; }

    public required IReadOnlyList<string> SeeAlso { get; init; }

    /// <summary>The entry that tells what came instead; null if none did.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Not empty for an entry that answers with a question of its own.</summary>
    public required IReadOnlyList<Branch> Branches { get; init; }

    /// <summary>About 80 words; amounts stand in it as references to thresholds.</summary>
    public required string Text { get; init; }

    public string? More { get; init; }

    public bool IsQuestionBack => Branches.Count > 0;

    /// <summary>True if it may be stated as holding on the date.</summary>
    public bool HoldsOn(DateOnly date) => (ValidFrom is null || ValidFrom <= date) && (ValidTo is null || date <= ValidTo);
}
