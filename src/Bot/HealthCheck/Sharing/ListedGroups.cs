using System.Globalization;
using System.Text.Json;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>Puts the groups that are listed by themselves, and confirmed, among the providers that a search finds, and takes out those that are not any more.</summary>
public sealed class ListedGroups(IConversationStore store, CurrentProviders providers, HostSettings host, TimeProvider time)
{
    /// <summary>Takes over what has changed since the last time; the index is built again only if anything has.</summary>
    public async Task Refresh(CancellationToken cancel) => List(providers, await store.Records(KeptListing.Kind, cancel), host, time.GetUtcNow());

    /// <summary>Lists the groups for a verb, which has no store of its own: from the records as they are kept.</summary>
    public static void List(CurrentProviders providers, IReadOnlyList<StoredRecord> records, HostSettings host, DateTimeOffset now)
    {
        var confirmed = Confirmed(records, now);
        providers.List(Version(confirmed), [.. confirmed.Select(l => AsProvider(l, host))]);
    }

    private static List<KeptListing> Confirmed(IReadOnlyList<StoredRecord> records, DateTimeOffset now) =>
        [.. records.Select(r => JsonSerializer.Deserialize(r.Body, ListingJson.Default.KeptListing)!).Where(l => l.State == ListingState.Confirmed && l.Until > now)];

    private static string Version(List<KeptListing> confirmed) =>
        string.Join('\n', confirmed.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Id} {l.Until:O} {l.ForGroups}")));

    private static Provider AsProvider(KeptListing listing, HostSettings host)
    {
        var source = ListingWording.Source(listing, host);
        return new Provider
        {
            Id = Provider.ListedPrefix + listing.Id,
            Name = listing[ListingFields.Name],
            Locality = ListingFields.Town(listing[ListingFields.Place]) is { Length: > 0 } town ? town : null,
            Outward = ListingFields.Outward(listing[ListingFields.Place]),
            DataSet = ListingWording.DataSet,
            Licence = "shown with the group's consent",
            LastSeen = listing.ConfirmedOn!.Value,
            Contact = listing[ListingFields.Contact],
            CommissionersOnly = !listing.ForGroups,
            Texts =
            [
                new ProviderText("what", listing[ListingFields.What], source, listing.ConfirmedOn, null),
                new ProviderText("who-for", listing[ListingFields.WhoFor], source, listing.ConfirmedOn, null),
            ],
        };
    }
}
