using System.Text.Json.Serialization;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The ways to answer an item: the four levels in order, then the two that are no level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Choice>))]
public enum Choice { NotYet, Started, InPlace, InPlaceAndChecked, NotSure, DoesNotApply }

/// <summary>What a group answered to an item, as it gave it.</summary>
/// <param name="Reason">Why it does not apply, if the group said.</param>
/// <param name="Given">When, in UTC.</param>
public sealed record Response(string ItemId, Choice Choice, string? Reason, DateTimeOffset Given)
{
    /// <summary>0 to 3, or null if the answer is not a level.</summary>
    [JsonIgnore]
    public int? Level => Choice <= Choice.InPlaceAndChecked ? (int)Choice : null;
}
