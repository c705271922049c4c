using System.Security.Cryptography;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>Shows an adviser which groups ask to be found by commissioners, and takes her yes or no. Everybody else is refused.</summary>
public sealed class ListingRequestsJourney(IConversationStore store, SignedTokens tokens, HostSettings host) : IJourney
{
    private const int MostShown = 5;
    private static readonly string[] Phrases = ["listing requests", "show listing requests", "requests for listing", "who wants to be listed"];

    public string Name => "listing-requests";

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (!Phrases.Contains(Words.Fold(turn.Text).Trim('.', '!', '?'))) return false;
        if (Refuses(turn)) return true;
        var all = (await store.Records(KeptListing.Kind, cancel)).Select(r => JsonSerializer.Deserialize(r.Body, ListingJson.Default.KeptListing)!);
        var asked = all.Where(l => l.State == ListingState.Asked && l.Until > turn.Now).ToList();
        turn.Say(new Reply(ListingWording.Requests([.. asked.Take(MostShown)], asked.Count))
        {
            Buttons = [.. asked.Take(MostShown).SelectMany(l => new[] { new Button($"Confirm: {l[ListingFields.Name]}", new DecideListing(l.Id, true)), new Button($"Decline: {l[ListingFields.Name]}", new DecideListing(l.Id, false)) })],
        });
        return true;
    }

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not DecideListing decide) return false;
        if (Refuses(turn)) return true;
        if (await turn.Load(KeptListing.Key(decide.Listing), ListingJson.Default.KeptListing, cancel) is not { State: ListingState.Asked } listing || listing.Until <= turn.Now
            || await KeptChecks.Load(turn, listing.Assessment, cancel) is not { Until: { } end })
        {
            turn.Say(ListingWording.NoSuchRequest);
            return true;
        }
        var year = turn.Now.AddMonths(12);
        var until = decide.Confirm ? year < end ? year : end : listing.Until;
        var decided = listing with { State = decide.Confirm ? ListingState.Confirmed : ListingState.Declined, ConfirmedOn = decide.Confirm ? turn.Today : null, Until = until };
        turn.Save(KeptListing.Key(decided.Id), decided, ListingJson.Default.KeptListing, until);
        turn.Save(new AuditEntry(decide.Confirm ? "confirmed a group's listing" : "declined a group's listing", turn.Now, Viewer.Of(turn, tokens).Id, null, Convert.ToHexString(RandomNumberGenerator.GetBytes(4))).ToRecord());
        turn.Say(decide.Confirm ? ListingWording.Confirmed(decided) : ListingWording.Declined(host));
        return true;
    }

    private static bool Refuses(Turn turn)
    {
        if (turn.Role == Role.Adviser && !turn.Activity.IsInCompany) return false;
        turn.Say(turn.Role == Role.Adviser ? ViewWording.OnlyInPrivate : ListingWording.OnlyForAdvisers);
        return true;
    }
}
