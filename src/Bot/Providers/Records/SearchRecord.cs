using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Opportunities;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers.Records;

/// <summary>
/// One search for providers as it was: who asked, what was understood, in which data, and what was found in which order. It is shown again from
/// this, never by searching again. What was typed is not in it.
/// </summary>
/// <param name="Id">Begins with the time, so that records come in its order.</param>
/// <param name="At">In UTC.</param>
/// <param name="Person">Under what the person is known again; see <see cref="Viewer"/>.</param>
/// <param name="By">The channel's own id of the person.</param>
/// <param name="Query">What was understood, to be searched for again.</param>
/// <param name="Week">With the query it decides the order of those who match equally well.</param>
/// <param name="Result">The first page, its words cut to <see cref="SearchRecords.LongestQuote"/> letters. Of groups that list themselves only the ids.</param>
/// <param name="Found">Everybody found, in the order of the list; at most <see cref="SearchRecords.MostFound"/>.</param>
/// <param name="IsWhole">False if more were found than are in <paramref name="Found"/>.</param>
public sealed record SearchRecord(
    string Id, DateTimeOffset At, string Person, string By, string Channel, Role Role, ProviderQuery Query, int Week, ProviderResult Result,
    IReadOnlyList<FoundProvider> Found, bool IsWhole, IReadOnlyList<SearchedImport> Imports)
{
    public const string Kind = "search";

    /// <summary>What a person can quote to the operator.</summary>
    [JsonIgnore]
    public string Receipt => Id[^8..];

    public static RecordKey Key(string id) => new(Kind, id);

    /// <summary>What a record's id begins with at a moment.</summary>
    /// <param name="at">UTC.</param>
    public static string IdFrom(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMddTHHmmssfffffff", CultureInfo.InvariantCulture);

    public static SearchRecord FromRecord(StoredRecord stored) => JsonSerializer.Deserialize(stored.Body, RecordsJson.Default.SearchRecord)!;
}

/// <summary>Somebody who was found.</summary>
/// <param name="Name">Null for a group that lists itself: it may withdraw what it said, its name too.</param>
/// <param name="Outside">True if it is not in the place that was asked for.</param>
public sealed record FoundProvider(string Id, string? Name, bool Outside);

/// <summary>An import whose data were searched.</summary>
/// <param name="Version">The data version that it made.</param>
/// <param name="At">In UTC.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
public sealed record SearchedImport(long Version, string DataSet, string Licence, DateTimeOffset At, string Digest)
{
    public string InWords => DataSources.Line(DataSet, Licence, At);
}

/// <summary>A line of one person's list of searches.</summary>
/// <param name="Record">The id of the record.</param>
/// <param name="At">In UTC.</param>
/// <param name="Understood">In words.</param>
public sealed record ListedSearch(string Record, DateTimeOffset At, string Understood, int Total)
{
    public const string Kind = "search-of";

    public static RecordKey Key(string person, string record) => new(Kind, $"{person}/{record}");

    public override string ToString() => $"{UkClock.Say(At)}: {Understood} ({Total.ToString(CultureInfo.InvariantCulture)} found)";
}

/// <summary>Records as a file for programs.</summary>
public sealed record SearchRecordFile(IReadOnlyList<SearchRecord> Searches);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SearchRecord))]
[JsonSerializable(typeof(SearchRecordFile))]
[JsonSerializable(typeof(ListedSearch))]
internal sealed partial class RecordsJson : JsonSerializerContext;
