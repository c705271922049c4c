using System.Buffers;
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
    /// <summary>Writes into a buffer that serves all rows, and gives what it holds; null if there are no facts.</summary>
    public static ReadOnlyMemory<byte>? Write(ProviderFacts? facts, ArrayBufferWriter<byte> buffer)
    {
        if (facts is null) return null;
        buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(buffer);
        JsonSerializer.Serialize(writer, facts, Default.ProviderFacts);
        return buffer.WrittenMemory;
    }

    public static ProviderFacts ReadFacts(string json) => JsonSerializer.Deserialize(json, Default.ProviderFacts)!;

    public static string Write(Opportunity opportunity) => JsonSerializer.Serialize(opportunity, Default.Opportunity);

    public static Opportunity ReadOpportunity(string json) => JsonSerializer.Deserialize(json, Default.Opportunity)!;
}
