namespace CommissioningBot.Knowledge.Questions.Understanding;

/// <summary>A question taken apart.</summary>
/// <param name="Tokens">Its words and phrases in order, without the places.</param>
/// <param name="Clauses">The same for each of its sentences; empty if it has only one. People often say who they are before they ask.</param>
/// <param name="Places">Places of the papers that it names.</param>
/// <param name="Elsewhere">Other places that it names.</param>
/// <param name="AskerIsThere">True if a place is only where the asker is ("we're a charity in Leeds").</param>
/// <param name="Date">A day, or the last day of a month, that it names.</param>
/// <param name="Leans">True if it cannot be understood without what was said before ("who helped them?").</param>
internal sealed record Understood(
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<IReadOnlyList<Token>> Clauses,
    IReadOnlyList<string> Places,
    IReadOnlyList<PlaceName> Elsewhere,
    bool AskerIsThere,
    DateOnly? Date,
    bool Leans)
{
    public IEnumerable<Token> Telling => Tokens.Where(t => !t.IsStop);

    /// <summary>The whole question, then each of its sentences.</summary>
    public IEnumerable<IReadOnlyList<Token>> Readings => Clauses.Prepend(Tokens);
}
