using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers.Shortlists;

/// <summary>The providers that one officer or adviser has put together, in the order of adding, with the reasons given. Kept under a fingerprint of who it is.</summary>
public sealed record KeptShortlist(IReadOnlyList<ShortlistEntry> Entries)
{
    public const int Most = 100;

    public static KeptShortlist Empty { get; } = new([]);

    public static RecordKey Key(string person) => new("shortlist", person);

    public ShortlistEntry? Find(string id) => Entries.FirstOrDefault(e => e.Id == id);

    public KeptShortlist With(ShortlistEntry entry) =>
        Find(entry.Id) is null ? new([.. Entries, entry]) : new([.. Entries.Select(e => e.Id == entry.Id ? entry : e)]);

    public KeptShortlist Without(string id) => new([.. Entries.Where(e => e.Id != id)]);
}

/// <summary>A provider on a shortlist, as it was when it was added.</summary>
/// <param name="Name">Null for a group that lists itself: it may withdraw its name.</param>
/// <param name="AddedAt">In UTC.</param>
/// <param name="Digest">Tells whether the data say something else of it by now.</param>
public sealed record ShortlistEntry(string Id, string? Name, string Place, DateTimeOffset AddedAt, string Digest)
{
    /// <summary>Why it is on the list, in the officer's words; null as long as nobody has said.</summary>
    public string? Why { get; init; }

    /// <summary>The search that found it, in words; null if it was added by name.</summary>
    public string? FoundBy { get; init; }

    /// <summary>The id of that search's record.</summary>
    public string? Record { get; init; }

    public static ShortlistEntry Of(Provider provider, string place, DateTimeOffset at)
    {
        var isListing = SearchRecords.IsListing(provider.Id);
        return new ShortlistEntry(provider.Id, isListing ? null : provider.Name, isListing ? "" : place, at, DigestOf(provider, place));
    }

    /// <summary>What has changed since it was added, a sentence for each thing; empty if nothing has.</summary>
    public IReadOnlyList<string> ChangedSince((Provider Provider, string Place)? now)
    {
        if (now is not var (provider, place)) return [Name is null ? "Gone: this group listed itself, and does not any more." : "Gone: it is not in the data any more. It may still exist: look at the register."];
        var changed = new List<string>();
        if (provider.Id != Id) changed.Add($"Now known as {provider.Id}: an identifier showed that both are one organisation.");
        if (Name is not null && provider.Name != Name) changed.Add($"Its name was {Name} when you added it.");
        if (Name is not null && place != Place) changed.Add($"Its place was {Place} when you added it.");
        if (provider.GoneSince is { } gone) changed.Add(FormattableString.Invariant($"No longer in its data set since {gone:d MMMM yyyy}: check whether it still runs."));
        if (changed.Count == 0 && DigestOf(provider, place) != Digest) changed.Add("What the data say of it has changed since you added it: read it again.");
        return changed;
    }

    private static string DigestOf(Provider provider, string place)
    {
        // Not the day it was last seen: that changes with every import.
        string?[] said = [provider.Name, place, provider.Website, provider.LegalForm, provider.IncomeBand, .. provider.Texts.Select(t => FormattableString.Invariant($"{t.Reference}\t{t.Text}\t{t.Source}\t{t.Date:O}\t{t.Amount}\t{t.GoneSince:O}"))];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', said))))[..16];
    }
}

/// <summary>For which providers the reason was asked last; the first of them is being asked for.</summary>
public sealed record ShortlistState(IReadOnlyList<string> WhyOf);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptShortlist))]
internal sealed partial class ShortlistJson : JsonSerializerContext;
