using System.Text.Json.Serialization;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers.SavedSearches;

/// <summary>The searches that one officer or adviser wants to run again. Kept under a fingerprint of who it is.</summary>
public sealed record KeptSavedSearches(IReadOnlyList<SavedSearch> All)
{
    public const int Most = 50;

    public static RecordKey Key(string person) => new("saved-searches", person);

    public SavedSearch? Find(string name) => All.FirstOrDefault(s => Words.Fold(s.Name) == Words.Fold(name));

    public KeptSavedSearches With(SavedSearch search) => new([.. All.Where(s => Words.Fold(s.Name) != Words.Fold(search.Name)), search]);

    public KeptSavedSearches Without(SavedSearch search) => new([.. All.Where(s => s != search)]);
}

/// <summary>A search under a name.</summary>
/// <param name="Understood">In words.</param>
/// <param name="LastRun">When it was run last, UTC.</param>
/// <param name="LastRecord">The id of the record of that run.</param>
public sealed record SavedSearch(string Name, ProviderQuery Query, string Understood, DateTimeOffset LastRun, string LastRecord);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptSavedSearches))]
internal sealed partial class SavedSearchesJson : JsonSerializerContext;
