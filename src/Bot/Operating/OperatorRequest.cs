using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Operating;

/// <summary>What an operator wants done to the data folder. One line of JSON when it is handed to a running server.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "do")]
[JsonDerivedType(typeof(SwitchOff), "switch-off")]
[JsonDerivedType(typeof(SwitchOn), "switch-on")]
[JsonDerivedType(typeof(EraseConversation), "erase-conversation")]
[JsonDerivedType(typeof(EraseCheck), "erase-check")]
[JsonDerivedType(typeof(EraseEverything), "erase-everything")]
[JsonDerivedType(typeof(RotateKeys), "rotate-keys")]
[JsonDerivedType(typeof(TakeOverImport), "take-over-import")]
[JsonDerivedType(typeof(TidyUp), "tidy-up")]
[JsonDerivedType(typeof(ShowAudit), "show-audit")]
[JsonDerivedType(typeof(ShowGaps), "show-gaps")]
[JsonDerivedType(typeof(ShowFeedback), "show-feedback")]
[JsonDerivedType(typeof(ReportArea), "report-area")]
[JsonDerivedType(typeof(JudgeJoin), "judge-join")]
[JsonDerivedType(typeof(ReportSearches), "report-searches")]
[JsonDerivedType(typeof(NoteDone), "note-done")]
public abstract record OperatorRequest
{
    /// <summary>The account that gave the order, for the audit.</summary>
    public required string By { get; init; }
}

/// <summary>Stops answering. The reason is for the audit; people are not told it.</summary>
public sealed record SwitchOff(string Reason) : OperatorRequest;

public sealed record SwitchOn : OperatorRequest;

/// <summary>Deletes one conversation, and the health check that it is about.</summary>
/// <param name="Key">Its key in the store, such as <c>web/</c> and the id that Direct Line shows.</param>
public sealed record EraseConversation(string Key) : OperatorRequest;

/// <summary>Deletes the health check that a resume code opens, and every conversation that speaks of it.</summary>
public sealed record EraseCheck(string Code) : OperatorRequest;

/// <summary>Deletes every conversation and record but the audit.</summary>
public sealed record EraseEverything : OperatorRequest;

public sealed record RotateKeys(bool Revoke) : OperatorRequest;

/// <summary>Answers from a new import at once instead of at the next look.</summary>
public sealed record TakeOverImport : OperatorRequest;

/// <summary>Does now what the host does every hour.</summary>
public sealed record TidyUp : OperatorRequest;

public sealed record ShowAudit : OperatorRequest;

/// <summary>Lists what could not be answered.</summary>
public sealed record ShowGaps(bool Json) : OperatorRequest;

/// <summary>Lists how useful answers were found.</summary>
public sealed record ShowFeedback(bool Json) : OperatorRequest;

/// <summary>Wants the area reports whose quarters end within two days, both included; null for no bound.</summary>
public sealed record ReportArea(bool Json, DateOnly? Since, DateOnly? Until) : OperatorRequest;

/// <summary>Decides on two providers that an import took for one organisation, or takes the decision back.</summary>
public sealed record JudgeJoin(string One, string Other, JoinDecision Decision, string Why) : OperatorRequest;

/// <summary>Wants the record of all searches for providers between two days (UK time), both included; null for no bound.</summary>
public sealed record ReportSearches(bool Json, DateOnly? From, DateOnly? To) : OperatorRequest;

/// <summary>Puts into the audit what a verb has done by itself, such as a backup.</summary>
public sealed record NoteDone(string What) : OperatorRequest;

/// <summary>What became of a request.</summary>
/// <param name="Done">False if nothing was changed.</param>
/// <param name="Lines">For the operator: a receipt, or why not.</param>
public sealed record OperatorAnswer(bool Done, IReadOnlyList<string> Lines)
{
    public static OperatorAnswer Yes(params IReadOnlyList<string> lines) => new(true, lines);

    public static OperatorAnswer No(string why) => new(false, [why]);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(OperatorRequest))]
[JsonSerializable(typeof(OperatorAnswer))]
internal sealed partial class OperatorJson : JsonSerializerContext;
