namespace CommissioningBot.Knowledge.Citations;

/// <summary>Whether what a source says holds today.</summary>
public enum Currency
{
    /// <summary>What a local paper said in its year: history, never today's rule.</summary>
    LocalPaper,

    /// <summary>Law, guidance or a fact that holds on the day it was checked.</summary>
    InForce,

    /// <summary>Announced, but not law.</summary>
    Announced,

    /// <summary>Ended: a closed fund, a repealed law, a body that is gone.</summary>
    Closed,

    /// <summary>Nobody has confirmed it against the law or the body itself.</summary>
    Unconfirmed,
}

/// <summary>Where an answer's fact comes from, as an officer could put it in a report.</summary>
/// <param name="Id">A paper's short name (such as <c>wirral-2018</c>) or a rule's own.</param>
/// <param name="Source">The source as a reader would name it.</param>
/// <param name="Section">Section, paragraph or recommendation; empty if the source has none.</param>
/// <param name="Date">The source's own date in words, or when a current rule was last checked.</param>
/// <param name="Url">Where it can be read; null if it is not on the web.</param>
public sealed record Citation(string Id, string Source, string Section, string Date, Currency Currency, string? Url);
