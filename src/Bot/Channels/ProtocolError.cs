using System.Text.Json.Serialization;

namespace CommissioningBot.Bot.Channels;

/// <summary>A refusal in the form that Bot Framework clients know: <c>{"error":{"code","message"}}</c>.</summary>
public sealed record ProtocolError(ProtocolErrorDetail Error)
{
    public static IResult Result(int status, string code, string message) =>
        Results.Json(new ProtocolError(new ProtocolErrorDetail(code, message)), ProtocolErrorJson.Default.ProtocolError, statusCode: status);

    public static IResult NotSaved() => Result(503, "ServiceError", "That could not be saved. Please try again in a moment.");
}

public sealed record ProtocolErrorDetail(string Code, string Message);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ProtocolError))]
internal sealed partial class ProtocolErrorJson : JsonSerializerContext;
