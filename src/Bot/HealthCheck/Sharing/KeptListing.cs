using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

[JsonConverter(typeof(JsonStringEnumConverter<ListingState>))]
public enum ListingState
{
    /// <summary>The group is still filling it in.</summary>
    Draft,

    /// <summary>The group has agreed, and an adviser has not looked yet.</summary>
    Asked,

    /// <summary>Commissioners find it.</summary>
    Confirmed,
    Declined,
}

/// <summary>A group's own entry in the provider search: what it says of itself, and how far it has come.</summary>
/// <param name="Answers">By field; see <see cref="ListingFields"/>.</param>
/// <param name="ConfirmedOn">The day on which an adviser confirmed it, UK time.</param>
/// <param name="Until">When it lapses, in UTC.</param>
public sealed record KeptListing(string Assessment, ListingState State, IReadOnlyDictionary<string, string> Answers, DateOnly? ConfirmedOn, DateTimeOffset Until)
{
    public const string Kind = "listing";

    /// <summary>True if the group agreed that other groups may find it too, and not only officers.</summary>
    public bool ForGroups { get; init; }

    /// <summary>What others may know the listing by; the check's id cannot be told from it.</summary>
    [JsonIgnore]
    public string Id => IdOf(Assessment);

    public static string IdOf(string assessment) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("listing\n" + assessment)))[..24];

    public static RecordKey Key(string id) => new(Kind, id);

    public string this[string field] => Answers.GetValueOrDefault(field, "");

    public KeptListing With(string field, string answer) => this with { Answers = new Dictionary<string, string>(Answers) { [field] = answer } };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeptListing))]
internal sealed partial class ListingJson : JsonSerializerContext;
