using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Operating;

/// <summary>
/// What an operator did, or that an officer or adviser opened what a group shares: what kind of thing, when (UTC) and which account. Never a
/// word of a person who talked to the bot.
/// </summary>
/// <param name="Reason">What the operator gave as the reason; null if the verb asks for none.</param>
/// <param name="Receipt">Ties the entry to what the operator was told.</param>
public sealed record AuditEntry(string What, DateTimeOffset At, string By, string? Reason, string Receipt)
{
    /// <summary>The kind of its records in the conversation store.</summary>
    public const string Kind = "audit";

    // Six years: as long as somebody may go to law over it (https://www.legislation.gov.uk/ukpga/1980/58/section/9).
    private static readonly TimeSpan Kept = TimeSpan.FromDays(6 * 366);

    /// <summary>The record that keeps it, to be written in the same transaction as what it tells of.</summary>
    public RecordChange ToRecord() => new(
        // Ids in the order of time, so that the records come back in it.
        new RecordKey(Kind, string.Create(CultureInfo.InvariantCulture, $"{At:yyyyMMddTHHmmssfffffff}-{Receipt}")),
        JsonSerializer.Serialize(this, AuditJson.Default.AuditEntry),
        At + Kept);

    public static AuditEntry FromRecord(StoredRecord record) => JsonSerializer.Deserialize(record.Body, AuditJson.Default.AuditEntry)!;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm:ss} UTC  {Receipt}  {By}  {What}{(Reason is null ? "" : $" ({Reason})")}");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
