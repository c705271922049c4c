using System.Buffers.Text;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommissioningBot.Knowledge.Providers.Market;

public enum MarketQuestion
{
    /// <summary>Who is out there?</summary>
    View,

    /// <summary>Where does nobody state it?</summary>
    Gaps,

    /// <summary>Whom would a requirement leave out?</summary>
    LeaveOut,

    /// <summary>Who could cover all of it together?</summary>
    Cover,
}

/// <summary>A question about the market as it was understood. Plain data: it can be kept, carried by a button, and asked again.</summary>
public sealed record MarketAsked(MarketQuestion Question, ProviderQuery Query)
{
    private const int Longest = 4000;
    private const int MostRequirements = 12;

    private static readonly JsonSerializerOptions Short = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Converters = { new JsonStringEnumConverter() } };

    /// <summary>What would be asked of providers.</summary>
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>Kinds of requirement that were named without saying how much.</summary>
    public IReadOnlyList<RequirementKind> HowMuch { get; init; } = [];

    /// <summary>True if it does not say of which providers.</summary>
    [JsonIgnore]
    public bool OfNobody => !Query.HasTopic && !Query.HasPlace;

    /// <summary>The question as letters and figures, without what was typed.</summary>
    public string Write()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal)) JsonSerializer.Serialize(deflate, this with { Query = Query with { Text = "" } }, Short);
        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <summary>The question, or null if the text is none: it comes back from outside and may be anything.</summary>
    public static MarketAsked? Read(string text)
    {
        if (text.Length > Longest || !Base64Url.IsValid(text)) return null;
        try
        {
            using var packed = new MemoryStream(Base64Url.DecodeFromChars(text));
            using var deflate = new DeflateStream(packed, CompressionMode.Decompress);
            var json = new byte[Longest * 2];
            var length = deflate.ReadAtLeast(json, json.Length, throwOnEndOfStream: false);
            if (length == json.Length) return null;
            var asked = JsonSerializer.Deserialize<MarketAsked>(json.AsSpan(0, length), Short);
            return asked is not null && asked.IsWhole ? asked with { Query = asked.Query with { Page = 1 } } : null;
        }
        catch (Exception e) when (e is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Asks a search for the providers that this is about.</summary>
    public string ListToken(long dataVersion, DateOnly today) => new PageToken(Query with { Page = 1 }, dataVersion, Week(today)).Write();

    // The same week as a search's.
    internal static int Week(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(default)) * 100 + ISOWeek.GetWeekOfYear(day.ToDateTime(default));

    // A hand-made one may hold nulls where lists belong, and ids that no list has.
    private bool IsWhole => Query is { Services: not null, WhoFor: not null, SharedNames: not null, PutAs: not null, Words: not null, Places: not null, WhichPlace: not null, NotInData: not null, Corrections: not null }
        && Query.Services.Concat(Query.WhoFor).Concat(Query.SharedNames).All(id => id is not null && ServiceWords.Authored.Knows(id))
        && Query.Words.Concat(Query.PutAs).Concat(Query.Places).Concat(Query.WhichPlace).Concat(Query.NotInData).All(w => w is not null) && Query.Corrections.All(c => c is not null)
        && Enum.IsDefined(Question) && HowMuch is not null && Requirements is { Count: <= MostRequirements } && Requirements.All(r => r is not null && Enum.IsDefined(r.Kind) && r.Named?.Length is null or <= 60);
}
