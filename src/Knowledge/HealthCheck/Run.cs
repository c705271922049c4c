namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>What a group had answered when it did the check before.</summary>
/// <param name="Changed">When its last answer was given, in UTC.</param>
public sealed record Run(DateTimeOffset Changed, Profile Profile, IReadOnlyList<Response> Responses);
