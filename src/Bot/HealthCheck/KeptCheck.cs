using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>A group's assessment as it is stored, with the fingerprint of the resume code that opens it; null until one was given.</summary>
public sealed record KeptCheck(Assessment Assessment, string? Code)
{
    public static RecordKey Key(string assessment) => new("assessment", assessment);
}

/// <summary>Where a resume code leads. Stored under the code's fingerprint; the code itself is nowhere.</summary>
public sealed record KeptCode(string Assessment)
{
    public static RecordKey Key(string fingerprint) => new("resume-code", fingerprint);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptCheck))]
[JsonSerializable(typeof(KeptCode))]
internal sealed partial class HealthCheckJson : JsonSerializerContext;
