using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Providers.SavedSearches;
using CommissioningBot.Bot.Providers.Shortlists;

namespace CommissioningBot.Bot.Providers;

/// <summary>What searching keeps of an officer or adviser, to show and to delete. The record of searches is shown and not deleted: it is the council's audit.</summary>
public sealed class KeptByOfficers(SearchRecords records, SignedTokens tokens, HostSettings host) : IHoldsPersonalData
{
    public async ValueTask<IReadOnlyList<string>> Held(Turn turn, CancellationToken cancel)
    {
        if (turn.Role < Role.Commissioner) return [];
        var held = new List<string>();
        var (shortlist, saved) = await Load(turn, cancel);
        if (shortlist is { Entries.Count: > 0 and var count }) held.Add(ShortlistWording.Held(count, host));
        if (saved is { All.Count: > 0 and var searches }) held.Add(SavedSearchesWording.Held(searches, host));
        var recorded = (await records.List(Viewer.Of(turn, tokens).Key, cancel)).Count;
        if (recorded > 0) held.Add(SearchRecordWording.Held(recorded, host));
        return held;
    }

    public async ValueTask<IReadOnlyList<string>> Delete(Turn turn, CancellationToken cancel)
    {
        if (turn.Role < Role.Commissioner) return [];
        var deleted = new List<string>();
        var (shortlist, saved) = await Load(turn, cancel);
        var person = Viewer.Of(turn, tokens).Key;
        if (shortlist is not null)
        {
            turn.Delete(KeptShortlist.Key(person));
            deleted.Add("your shortlist");
        }
        if (saved is not null)
        {
            turn.Delete(KeptSavedSearches.Key(person));
            deleted.Add("your saved searches");
        }
        if ((await records.List(person, cancel)).Count > 0) deleted.Add("but not the record of your searches, which stays for the audit until its time is over");
        return deleted;
    }

    private async ValueTask<(KeptShortlist? Shortlist, KeptSavedSearches? Saved)> Load(Turn turn, CancellationToken cancel)
    {
        var person = Viewer.Of(turn, tokens).Key;
        return (await turn.Load(KeptShortlist.Key(person), ShortlistJson.Default.KeptShortlist, cancel), await turn.Load(KeptSavedSearches.Key(person), SavedSearchesJson.Default.KeptSavedSearches, cancel));
    }
}
