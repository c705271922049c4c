namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>
/// One group's profile and responses. Immutable: every change gives a new one. Nothing that was answered is ever dropped because the
/// profile changed; what no longer applies is kept and not counted.
/// </summary>
/// <param name="CatalogueVersion">The version of the catalogue under which it was begun.</param>
/// <param name="Started">In UTC.</param>
/// <param name="Changed">In UTC.</param>
/// <param name="Responses">The latest response to each item, in the order in which they were given.</param>
public sealed record Assessment(
    string Id, string CatalogueVersion, DateTimeOffset Started, DateTimeOffset Changed, Profile Profile, IReadOnlyList<Response> Responses)
{
    private const int MostRuns = 5;

    /// <summary>What was answered when the check was done before, oldest first; null if this is the first time.</summary>
    public IReadOnlyList<Run>? Earlier { get; init; }

    public static Assessment Start(string id, string catalogueVersion, DateTimeOffset at) =>
        new(id, catalogueVersion, at, at, Profile.Empty, []);

    public Response? ResponseTo(string itemId) => Responses.FirstOrDefault(r => r.ItemId == itemId);

    /// <param name="reason">Why it does not apply; kept as given.</param>
    public Assessment WithAnswer(string itemId, Choice choice, DateTimeOffset at, string? reason = null) => this with
    {
        Responses = [.. Responses.Where(r => r.ItemId != itemId), new Response(itemId, choice, reason, at)],
        Changed = at,
    };

    public Assessment WithProfile(Profile profile, DateTimeOffset at) => this with { Profile = profile, Changed = at };

    /// <summary>Takes a response back, so that its question is asked again.</summary>
    public Assessment Without(string itemId, DateTimeOffset at) => this with
    {
        Responses = [.. Responses.Where(r => r.ItemId != itemId)],
        Changed = at,
    };

    /// <summary>Begins the check once more: what the group is stays, what it answered becomes the time before.</summary>
    public Assessment CheckAgain(string catalogueVersion, DateTimeOffset at) => this with
    {
        CatalogueVersion = catalogueVersion,
        Changed = at,
        Earlier = [.. (Earlier ?? []).Append(new Run(Changed, Profile, Responses)).TakeLast(MostRuns)],
        Responses = [],
    };

    /// <summary>What was answered to an item the time before; null if there was none.</summary>
    public Response? LastTime(string itemId) => Earlier is { Count: > 0 } runs ? runs[^1].Responses.FirstOrDefault(r => r.ItemId == itemId) : null;

    /// <summary>Takes a profile answer back, so that its question is asked again.</summary>
    public Assessment Without(ProfileTopic topic, DateTimeOffset at) => WithProfile(Profile.Without(topic), at);
}
