using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>A group's assessment as it is stored, with the fingerprint of the resume code that opens it; null until one was given.</summary>
public sealed record KeptCheck(Assessment Assessment, string? Code)
{
    /// <summary>What the group has to do, with days; null until the core has been answered.</summary>
    public ActionPlan? Plan { get; init; }

    /// <summary>What was filled in, by form and field; an empty answer was skipped. Null if nothing was.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Forms { get; init; }

    /// <summary>When it is deleted if nothing more is added, in UTC; null for one that was kept before this was written down.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>How often the code was replaced because somebody had left. Conversations of an earlier era need the newest code.</summary>
    public int Era { get; init; }

    /// <summary>What was taken over from a register, with what the group had said before; null if nothing was.</summary>
    public FromRegister? FromRegister { get; init; }

    /// <summary>The bid pack's field for the group's name.</summary>
    public const string NameField = "name";

    public bool IsOpenTo(HealthCheckState state) => state.Era == Era;

    /// <summary>The name that print-outs and templates carry: the one the group gave, else the register's.</summary>
    [JsonIgnore]
    public string? NameToPrint => GroupName ?? FromRegister?.Name;

    /// <summary>The group's name, if it was given in the bid pack. Only this one is ever shared.</summary>
    [JsonIgnore]
    public string? GroupName => Answers(Form.BidPack).GetValueOrDefault(NameField) is { Length: > 0 } name ? name : null;

    public IReadOnlyDictionary<string, string> Answers(string form) => Forms?.GetValueOrDefault(form) ?? new Dictionary<string, string>();

    public KeptCheck WithAnswer(string form, string field, string answer) => this with
    {
        Forms = new Dictionary<string, IReadOnlyDictionary<string, string>>(Forms ?? new Dictionary<string, IReadOnlyDictionary<string, string>>())
        {
            [form] = new Dictionary<string, string>(Answers(form)) { [field] = answer },
        },
    };

    public static RecordKey Key(string assessment) => new("assessment", assessment);
}

/// <summary>A group's entry in a register, once the group has said that it is theirs.</summary>
/// <param name="Before">The profile as the group had answered it, so that "not ours" brings it back.</param>
public sealed record FromRegister(string Name, Profile Before);

/// <summary>Where a resume code leads. Stored under the code's fingerprint; the code itself is nowhere.</summary>
public sealed record KeptCode(string Assessment)
{
    public static RecordKey Key(string fingerprint) => new("resume-code", fingerprint);
}

/// <summary>How often a device was cleared, for as long as an address that was given there before could still open a page.</summary>
public sealed record KeptClearing(int Times)
{
    /// <param name="device">The fingerprint of its conversation.</param>
    public static RecordKey Key(string device) => new("cleared-device", device);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptCheck))]
[JsonSerializable(typeof(KeptCode))]
[JsonSerializable(typeof(KeptClearing))]
internal sealed partial class HealthCheckJson : JsonSerializerContext;
