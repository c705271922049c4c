namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The health check's content is half-made; each problem names the file, the item and the field.</summary>
public sealed class InvalidCatalogueException : Exception
{
    public InvalidCatalogueException(IReadOnlyList<string> problems)
        : base("The health check's content cannot be used:\n" + string.Join('\n', problems)) => Problems = problems;

    public IReadOnlyList<string> Problems { get; }
}
