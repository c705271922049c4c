namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>How a check ends. There is no mark and nobody passes or fails.</summary>
public enum Outcome { HaveWhatMostAskFor, AFewThingsFirst, CannotTellYet }

public enum ActionKind { Do, FindOut, LookAt, GainMarks, KeepUp }

/// <summary>One thing to do next.</summary>
/// <param name="Text">The first step.</param>
/// <param name="Evidence">What to show a funder once it is done.</param>
public sealed record NextStep(ActionKind Kind, Item Item, string Text, string Evidence, HelpLink Help, Effort Effort, bool IsLaw);

/// <summary>One area in words: from the lowest to the highest word that the answers allow; null if it has no answers.</summary>
public sealed record AreaStanding(Area Area, string? Low, string? High, int Answered, int Applying)
{
    /// <summary>True if Not sure leaves open which word it is.</summary>
    public bool IsRange => Low != High;
}

/// <summary>What an assessment comes to for the funding that the group wants.</summary>
/// <param name="Headline">The result in words.</param>
/// <param name="Findings">Every item that applies, law first, then must-haves, then the rest in the order of the catalogue.</param>
/// <param name="ThingsFirst">What is missing, law first, then the smallest effort.</param>
/// <param name="FindOut">What could still change the result.</param>
/// <param name="NotAsked">What decides the result too, but lies beyond the core and has no answer yet.</param>
/// <param name="BeforeSigning">Needed before signing or award, and not there yet.</param>
/// <param name="GainMarks">Would earn marks, and is not there yet.</param>
/// <param name="NotNeeded">What a group of this size need not have.</param>
public sealed record Readiness(
    FundingWanted? Funding,
    Outcome Outcome,
    string Headline,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Finding> ThingsFirst,
    IReadOnlyList<Finding> FindOut,
    IReadOnlyList<Finding> NotAsked,
    IReadOnlyList<Finding> BeforeSigning,
    IReadOnlyList<Finding> GainMarks,
    IReadOnlyList<Note> NotNeeded,
    IReadOnlyList<Note> Warnings,
    IReadOnlyList<AreaStanding> Areas,
    IReadOnlyList<NextStep> NextSteps)
{
    public IEnumerable<Finding> Law => Findings.Where(f => f.IsLaw);

    public IEnumerable<Finding> MustHaves => Findings.Where(f => f.IsMust);

    /// <summary>Whether a rule on accounts hangs on the financial year end, which the group has not been asked for.</summary>
    public bool YearEndMatters => Findings.Any(f => f.LawNotes.Any(n => n.When.Any.Any(c => c.YearEndKnown == false)));

    /// <summary>"You are fine as you are": nothing legal is missing and the group wants no money that asks for more.</summary>
    public bool IsFineAsItIs => Funding == FundingWanted.SafeAndLegal && Outcome == Outcome.HaveWhatMostAskFor && NotAsked.Count == 0;
}
