using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>How facts and opportunities are written into one column: JSON without what is not stated, so that a new field needs no new table.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ProviderFacts))]
[JsonSerializable(typeof(Opportunity))]
internal sealed partial class StoredFacts : JsonSerializerContext
{
    public static string? Write(ProviderFacts? facts) => facts is null ? null : JsonSerializer.Serialize(facts, Default.ProviderFacts);

    public static ProviderFacts ReadFacts(string json) => JsonSerializer.Deserialize(json, Default.ProviderFacts)!;

    public static string Write(Opportunity opportunity) => JsonSerializer.Serialize(opportunity, Default.Opportunity);

    public static Opportunity ReadOpportunity(string json) => JsonSerializer.Deserialize(json, Default.Opportunity)!;
}
