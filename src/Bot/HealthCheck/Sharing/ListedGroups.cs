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
    public async Task Refresh(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var listings = (await store.Records(KeptListing.Kind, cancel)).Select(r => JsonSerializer.Deserialize(r.Body, ListingJson.Default.KeptListing)!);
        var confirmed = listings.Where(l => l.State == ListingState.Confirmed && l.Until > now).ToList();
        providers.List(string.Join('\n', confirmed.Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Id} {l.Until:O}"))), [.. confirmed.Select(AsProvider)]);
    }

    private Provider AsProvider(KeptListing listing)
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
            Texts =
            [
                new ProviderText("what", listing[ListingFields.What], source, listing.ConfirmedOn, null),
                new ProviderText("who-for", listing[ListingFields.WhoFor], source, listing.ConfirmedOn, null),
            ],
        };
    }
}
