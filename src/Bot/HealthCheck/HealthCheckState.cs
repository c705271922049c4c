namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Which check this conversation is about. The answers themselves are the assessment's, which several conversations may share.</summary>
/// <param name="Assessment">The assessment's id.</param>
/// <param name="Revisiting">The question that is being asked once more: an item's id or a profile topic; null when the check goes forward.</param>
/// <param name="Further">True once the group has chosen to go on after the core.</param>
public sealed record HealthCheckState(string Assessment, string? Revisiting = null, bool Further = false)
{
    /// <summary>The form that is being filled in; null if none is.</summary>
    public string? Form { get; init; }

    /// <summary>The field that is being asked once more; null when the form goes forward.</summary>
    public string? Field { get; init; }

    /// <summary>The check's era when this conversation opened it: see <see cref="KeptCheck.Era"/>.</summary>
    public int Era { get; init; }

    /// <summary>The area whose questions are being asked after the core; null if none is.</summary>
    public string? Area { get; init; }
}
