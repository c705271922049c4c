namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>How the result for one kind of funding is said.</summary>
/// <param name="Have">Everything that decides is in place.</param>
/// <param name="SoFar">Everything asked is in place, but some that decide have not been asked yet.</param>
/// <param name="First">Something is missing.</param>
/// <param name="Unknown">Something that decides is not known.</param>
public sealed record ResultWording(string Have, string SoFar, string First, string Unknown);

/// <summary>The words of the check that belong to no single item.</summary>
/// <param name="Choices">The four levels, Not sure and Does not apply, in that order.</param>
/// <param name="Standings">The four words for an area, lowest first.</param>
/// <param name="NoAnswers">Said of an area without answers.</param>
public sealed record Wording(
    IReadOnlyDictionary<Choice, string> Choices,
    IReadOnlyDictionary<Area, string> Areas,
    IReadOnlyDictionary<Effort, string> Efforts,
    IReadOnlyList<string> Standings,
    string NoAnswers,
    IReadOnlyDictionary<FundingWanted, ResultWording> Results);
