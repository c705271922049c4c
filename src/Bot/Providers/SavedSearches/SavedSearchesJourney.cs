using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers.SavedSearches;

/// <summary>Keeps an officer's or adviser's searches under names, and runs them again: who is new, and who is gone since the last time.</summary>
public sealed partial class SavedSearchesJourney(CurrentProviders providers, ProvidersJourney search, SearchRecords records, SignedTokens tokens, HostSettings host) : IJourney
{
    private const int LongestName = 60;
    private const int MostButtons = 6;

    public string Name => "saved-searches";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not (SaveSearch or ShowSavedSearches or RunSavedSearch or DeleteSavedSearch)) return false;
        if (OfficersOnly.Refuses(turn, host)) return true;
        var saved = await Load(turn, cancel);
        switch (act)
        {
            case SaveSearch { Record: { Length: > 0 } record }:
                await Save(turn, saved, record, null, cancel);
                break;
            case RunSavedSearch { Name.Length: > 0 } run when saved.Find(run.Name) is { } again:
                await Run(turn, saved, again, cancel);
                break;
            case DeleteSavedSearch { Name.Length: > 0 } delete when saved.Find(delete.Name) is { } old:
                Keep(turn, saved.Without(old));
                turn.Say(SavedSearchesWording.Deleted(old.Name));
                break;
            case RunSavedSearch or DeleteSavedSearch:
                turn.Say(SavedSearchesWording.NoneOfThatName);
                break;
            default:
                Show(turn, saved);
                break;
        }
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (ShowPhrase().IsMatch(turn.Text)) return await Press(turn, new ShowSavedSearches(), cancel);
        if (SavePhrase().Match(turn.Text) is { Success: true } save)
        {
            if (OfficersOnly.Refuses(turn, host)) return true;
            if (turn.State.Providers?.Record is not { } record) turn.Say(SavedSearchesWording.NothingToSave);
            else await Save(turn, await Load(turn, cancel), record, save.Groups["name"].Value, cancel);
            return true;
        }
        if (NamedPhrase().Match(turn.Text) is not { Success: true } named) return false;
        var isSure = named.Groups["saved"].Success;
        if (!isSure && turn.Role < Role.Commissioner) return false;
        var name = Named((await Load(turn, cancel)).All, named.Groups["name"].Value);
        if (name is null && !isSure) return false;
        return await Press(turn, named.Groups["run"].Success ? new RunSavedSearch(name ?? "") : new DeleteSavedSearch(name ?? ""), cancel);
    }

    // By its name, or by its number in the list.
    private static string? Named(IReadOnlyList<SavedSearch> all, string typed)
    {
        typed = typed.Trim(' ', '.', '!', '"', '“', '”');
        if (int.TryParse(typed, out var number) && number >= 1 && number <= all.Count) return all[number - 1].Name;
        return all.FirstOrDefault(s => Words.Fold(s.Name) == Words.Fold(typed))?.Name;
    }

    private async ValueTask Save(Turn turn, KeptSavedSearches saved, string id, string? name, CancellationToken cancel)
    {
        if (await records.Own(turn, id, cancel) is not { } record)
        {
            turn.Say(SavedSearchesWording.NothingToSave);
            return;
        }
        var understood = ProvidersWording.InWords(record.Result.Understood);
        name = Invisible.Remove(name ?? "").Trim(' ', '.', '!', '"', '“', '”');
        if (name.Length == 0) name = SavedSearchesWording.NameFor(record.Result.Understood);
        if (name.Length > LongestName) name = name[..LongestName].TrimEnd();
        if (saved.Find(name) is { } same) turn.Say(SavedSearchesWording.NameIsTaken(same, understood));
        else if (saved.All.Count >= KeptSavedSearches.Most) turn.Say(SavedSearchesWording.Full);
        else
        {
            Keep(turn, saved.With(new SavedSearch(name, record.Query, understood, record.At, record.Id)));
            turn.Say(new Reply(SavedSearchesWording.Saved(name, understood, host)) { Buttons = [new("My saved searches", new ShowSavedSearches())] });
        }
    }

    private async ValueTask Run(Turn turn, KeptSavedSearches saved, SavedSearch again, CancellationToken cancel)
    {
        var before = await records.Own(turn, again.LastRecord, cancel);
        search.Search(turn, again.Query);
        if (turn.State.Providers?.Record is not { } id || await turn.Load(SearchRecord.Key(id), RecordsJson.Default.SearchRecord, cancel) is not { } now) return;
        Keep(turn, saved.With(again with { LastRun = turn.Now, LastRecord = id }));
        turn.SayFirst(new Reply(before is null ? SavedSearchesWording.NothingToCompare(again) : Compared(again, before, now)));
    }

    private string Compared(SavedSearch again, SearchRecord before, SearchRecord now)
    {
        var (then, found) = (before.Found.Select(f => f.Id).ToHashSet(StringComparer.Ordinal), now.Found.Select(f => f.Id).ToHashSet(StringComparer.Ordinal));
        var fresh = now.Found.Where(f => !then.Contains(f.Id)).Select(records.NameOf).ToList();
        var gone = before.Found.Where(f => !found.Contains(f.Id)).Select(f => (records.NameOf(f), providers.Index.Known(f.Id) is not null)).ToList();
        return SavedSearchesWording.Compared(again, fresh, gone, isWhole: before.IsWhole && now.IsWhole, isSameData: before.Result.DataVersion == now.Result.DataVersion);
    }

    private void Show(Turn turn, KeptSavedSearches saved) => turn.Say(new Reply(SavedSearchesWording.List(saved.All, host))
    {
        Buttons =
        [
            .. saved.All.Take(MostButtons).Select(s => new Button($"Run: {s.Name}", new RunSavedSearch(s.Name))),
            .. saved.All.Take(MostButtons).Select(s => new Button($"Delete: {s.Name}", new DeleteSavedSearch(s.Name))),
        ],
    });

    private async ValueTask<KeptSavedSearches> Load(Turn turn, CancellationToken cancel) =>
        await turn.Load(KeptSavedSearches.Key(Viewer.Of(turn, tokens).Key), SavedSearchesJson.Default.KeptSavedSearches, cancel) ?? new KeptSavedSearches([]);

    private void Keep(Turn turn, KeptSavedSearches saved)
    {
        var key = KeptSavedSearches.Key(Viewer.Of(turn, tokens).Key);
        if (saved.All.Count == 0) turn.Delete(key);
        else turn.Save(key, saved, SavedSearchesJson.Default.KeptSavedSearches, turn.Now.AddDays(host.KeepShortlistsDays));
    }

    [GeneratedRegex(@"\A\s*(please\s+)?save\s+((this|that|the|my)\s+)?search(\s+(as|under|called)(\s+(?<name>.+))?)?\s*[.!]*\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex SavePhrase();

    [GeneratedRegex(@"\A\s*(please\s+)?((show|list|see)\s+)?(me\s+)?((my|our|the)\s+)?saved\s+search(es)?\s*[.!?]*\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex ShowPhrase();

    [GeneratedRegex(@"\A\s*(please\s+)?((?<run>run|repeat)|delete|forget)\s+(?<saved>((my|our|the)\s+)?saved\s+search\s+)?(?<name>.+?)(\s+again)?\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex NamedPhrase();
}
