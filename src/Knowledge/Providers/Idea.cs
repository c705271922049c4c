namespace CommissioningBot.Knowledge.Providers;

public enum IdeaKind
{
    /// <summary>What is done: debt advice, transport.</summary>
    Service,

    /// <summary>Who for: older people, refugees.</summary>
    People,

    /// <summary>A name that many local groups share: Home-Start.</summary>
    SharedName,
}

/// <summary>Something that people look for, whatever they call it. The authored list is Content/providers/services.yaml.</summary>
/// <param name="Broad">Of every kind: no other people contradict it, and a narrower service beside it makes it needless.</param>
/// <param name="Essential">A circumstance (cancer, debt), not an activity (lunch clubs): who does not state it is no answer, whoever they are for.</param>
/// <param name="Includes">Narrower ideas, which state this one too.</param>
/// <param name="ContradictedBy">The only people that it excludes (men, of women); if empty, all other people.</param>
public sealed record Idea(string Id, IdeaKind Kind, string Name, bool Broad, bool Essential, IReadOnlyList<string> Includes, IReadOnlyList<string> ContradictedBy);

/// <summary>How a provider's text bears on an idea, from telling to faint.</summary>
public enum MentionKind
{
    /// <summary>What is said about its work states it.</summary>
    Stated,

    /// <summary>Only its name says so.</summary>
    Name,

    /// <summary>It stands in the title of a job that was paid for.</summary>
    JobTitle,

    /// <summary>A narrower idea is stated.</summary>
    Narrower,

    /// <summary>Something near it is said; the idea itself is not stated.</summary>
    Related,
}

/// <param name="Text">Which of the provider's texts, or -1 for its name.</param>
public readonly record struct Mention(MentionKind Kind, int Text)
{
    public double Strength => Kind switch
    {
        MentionKind.Stated => 1,
        MentionKind.Name => 0.85,
        MentionKind.JobTitle => 0.75,
        MentionKind.Narrower => 0.7,
        _ => 0.35,
    };

    public bool IsStated => Kind != MentionKind.Related;
}
