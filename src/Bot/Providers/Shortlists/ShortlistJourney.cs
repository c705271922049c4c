using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Exports;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Search;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers.Shortlists;

/// <summary>Keeps an officer's or adviser's shortlist: who is on it, and why, because somebody may ask.</summary>
public sealed partial class ShortlistJourney(CurrentProviders providers, ProvidersJourney search, SignedTokens tokens, HostSettings host) : IJourney
{
    private const int LongestReason = 500;
    private const int MostButtons = 12;
    private static readonly string[] Skips = ["skip", "no", "not now", "later", "none", "no reason"];

    public string Name => "shortlist";

    public bool ExpectsAnswer => true;

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not (AddToShortlist or SayWhy or WasASearch or ShowShortlist or TakeOffShortlist or ClearShortlist)) return false;
        if (OfficersOnly.Refuses(turn, host)) return true;
        var list = await Load(turn, cancel);
        switch (act)
        {
            // What comes through the browser may lack anything.
            case AddToShortlist { Provider: { Length: > 0 } id }:
                await Add(turn, list, [id], null, cancel);
                break;
            case SayWhy why when list.Find(why.Provider) is { } entry:
                AskWhy(turn, [entry.Id], ShortlistWording.Why(NameOf(entry)));
                break;
            case WasASearch { Text.Length: > 0 } was:
                // Only what was taken for the reason goes, and what stood there before comes back; one that was given since stays.
                if (list.Find(was.Provider) is { } named && named.Why == was.Text) Save(turn, list.With(named with { Why = was.Before }));
                search.Search(turn, new UnderstandProviderQuery(providers.Index).Run(was.Text));
                break;
            case TakeOffShortlist { Provider: { } gone }:
                if (list.Find(gone) is { } off) TakeOff(turn, list, [off]);
                else turn.Say(ShortlistWording.NotOnIt);
                break;
            case TakeOffShortlist when list.Entries.Count > 0:
                turn.Say(new Reply(ShortlistWording.WhichOff) { Buttons = [.. list.Entries.Take(MostButtons).Select((e, i) => new Button(FormattableString.Invariant($"Take off {i + 1}: {KeepButtons.Short(NameOf(e))}"), new TakeOffShortlist(e.Id)))] });
                break;
            case ClearShortlist clear when list.Entries.Count > 0:
                Clear(turn, list, clear.Confirmed);
                break;
            default:
                Show(turn, list);
                break;
        }
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (ShortlistPhrase.Read(turn.Text) is not { } phrase) return false;
        // "Add gift aid to our form" is no business of a list; to an officer a name may be one.
        if (!phrase.IsSure && turn.Role < Role.Commissioner) return false;
        if (phrase.Wish == ShortlistWish.Why && phrase.Numbers(0).Count == 0 && (await Load(turn, cancel)).Entries.All(e => !IsNamed(e, phrase.Who))) return false;
        if (OfficersOnly.Refuses(turn, host)) return true;
        var list = await Load(turn, cancel);
        switch (phrase.Wish)
        {
            case ShortlistWish.Add:
                return await AddTyped(turn, list, phrase, cancel);
            case ShortlistWish.Remove or ShortlistWish.Why:
                OnEntries(turn, list, phrase);
                break;
            case ShortlistWish.Clear:
                await Press(turn, new ClearShortlist(), cancel);
                break;
            default:
                Show(turn, list);
                break;
        }
        return true;
    }

    /// <summary>Takes the reason that was asked for. Whatever begins like an order, or is a question, is none.</summary>
    public async ValueTask<bool> Continue(Turn turn, CancellationToken cancel)
    {
        if (turn.State.Shortlist is not { WhyOf: [var id, ..] ids } || turn.Role < Role.Commissioner || turn.Activity.IsInCompany) return false;
        var list = await Load(turn, cancel);
        if (list.Find(id) is not { } entry) return false;
        var isSkip = Skips.Contains(Words.Fold(turn.Text).Trim('.', '!', ' '));
        if (!isSkip && (turn.Text.EndsWith('?') || !turn.Text.Any(char.IsLetter) || Order().IsMatch(turn.Text) || ShortlistPhrase.Read(turn.Text) is not null)) return false;
        var note = isSkip ? ShortlistWording.Skipped(NameOf(entry)) : ShortlistWording.Noted(NameOf(entry), Reason(turn.Text));
        if (!isSkip) Save(turn, list = list.With(entry with { Why = Reason(turn.Text) }));
        if (ids.Skip(1).ToList() is [var second, ..] further && list.Find(second) is { } next) AskWhy(turn, further, note + "\n\n" + ShortlistWording.Why(NameOf(next)));
        else
        {
            Close(turn);
            var query = new UnderstandProviderQuery(providers.Index).Run(turn.Text);
            var mayBeSearch = !isSkip && query.Places.Count > 0 && query.Services.Count + query.WhoFor.Count > 0;
            turn.Say(new Reply(note) { Buttons = [.. mayBeSearch ? [new Button("No, search for that", new WasASearch(id, Reason(turn.Text), entry.Why))] : Array.Empty<Button>(), new("My shortlist", new ShowShortlist())] });
        }
        return true;
    }

    public async ValueTask Remind(Turn turn, CancellationToken cancel)
    {
        if (turn.State.Shortlist is { WhyOf: [var id, ..] ids } && turn.Role >= Role.Commissioner && !turn.Activity.IsInCompany && (await Load(turn, cancel)).Find(id) is { } entry) AskWhy(turn, ids, ShortlistWording.Why(NameOf(entry)));
    }

    public ValueTask<string?> Stop(Turn turn, CancellationToken cancel)
    {
        turn.State = turn.State with { Shortlist = null };
        return ValueTask.FromResult<string?>(ShortlistWording.Stopped);
    }

    private async ValueTask<bool> AddTyped(Turn turn, KeptShortlist list, ShortlistPhrase phrase, CancellationToken cancel)
    {
        var shown = turn.State.Providers?.Shown ?? [];
        var numbers = phrase.Numbers(shown.Count);
        if (numbers.Count > 0)
        {
            if (shown.Count == 0) turn.Say(ShortlistWording.NoList);
            else if (numbers.Where(n => n < 1 || n > shown.Count).ToList() is [var wrong, ..]) turn.Say(ShortlistWording.NoSuchNumber(wrong, shown.Count));
            else await Add(turn, list, [.. numbers.Select(n => shown[n - 1])], phrase.Reason, cancel);
            return true;
        }
        // Who is in sight is meant before anybody else of that name.
        var inSight = shown.Where(id => providers.Index.Known(id) is { } known && Words.Fold(known.Provider.Name).Contains(Words.Fold(phrase.Who), StringComparison.Ordinal)).ToList();
        if (inSight.Count == 1)
        {
            await Add(turn, list, inSight, phrase.Reason, cancel);
            return true;
        }
        var found = new FindProviders(providers.Index).Find(new ProviderQuery { Name = phrase.Who }, ProvidersJourney.Week(turn.Now));
        // "Age UK" is the name of one and the beginning of many.
        if (found is { Matches: [var only], Suggestion: null }) await Add(turn, list, [only.Id], phrase.Reason, cancel);
        else if (found.Matches.Count > 0) turn.Say(new Reply(ShortlistWording.WhichOne(phrase.Who, found.Total)) { Buttons = [.. found.Matches.Select(m => new Button($"Shortlist {KeepButtons.Short(m.Name)} ({m.Place})", new AddToShortlist(m.Id)))] });
        // Without the word shortlist it may be anything, so others have a look first.
        else if (!phrase.IsSure) return false;
        else turn.Say(ShortlistWording.NobodyOfThatName(phrase.Who));
        return true;
    }

    private async ValueTask Add(Turn turn, KeptShortlist list, IReadOnlyList<string> ids, string? reason, CancellationToken cancel)
    {
        var added = new List<ShortlistEntry>();
        foreach (var id in ids)
        {
            if (providers.Index.Known(id) is not var (provider, place)) turn.Say(ShortlistWording.NotInData);
            else if (list.Find(provider.Id) is { Why: null } silent && reason is not null)
            {
                Save(turn, list = list.With(silent with { Why = Reason(reason) }));
                turn.Say(ShortlistWording.Already(NameOf(silent), silent.AddedAt, isUnchanged: false) + " " + ShortlistWording.Noted(NameOf(silent), Reason(reason)));
            }
            else if (list.Find(provider.Id) is { } already) turn.Say(ShortlistWording.Already(NameOf(already), already.AddedAt, isUnchanged: true));
            else if (list.Entries.Count >= KeptShortlist.Most) turn.Say(ShortlistWording.Full);
            else
            {
                var entry = await WithSearch(turn, ShortlistEntry.Of(provider, place, turn.Now) with { Why = reason is null ? null : Reason(reason) }, cancel);
                list = list.With(entry);
                added.Add(entry);
            }
        }
        if (added.Count == 0) return;
        Save(turn, list);
        var text = ShortlistWording.Added([.. added.Select(e => ShortlistWording.Known(e, NameOf(e), providers.Index.Known(e.Id)?.Place))], list.Entries.Count, host);
        if (reason is null) AskWhy(turn, [.. added.Select(e => e.Id)], text + "\n\n" + ShortlistWording.Why(NameOf(added[0])));
        else turn.Say(new Reply(text + "\n\n" + ShortlistWording.Noted(added.Count == 1 ? NameOf(added[0]) : "all of them", Reason(reason))) { Buttons = [new("My shortlist", new ShowShortlist())] });
    }

    // The newest search is what it was found by, if that search found it.
    private async ValueTask<ShortlistEntry> WithSearch(Turn turn, ShortlistEntry entry, CancellationToken cancel) =>
        turn.State.Providers?.Record is { } id && await turn.Load(SearchRecord.Key(id), RecordsJson.Default.SearchRecord, cancel) is { } record && record.Found.Any(f => f.Id == entry.Id)
            ? entry with { FoundBy = ProvidersWording.InWords(record.Result.Understood), Record = record.Id } : entry;

    private void OnEntries(Turn turn, KeptShortlist list, ShortlistPhrase phrase)
    {
        var numbers = phrase.Numbers(list.Entries.Count);
        var meant = numbers.Count > 0
            ? [.. numbers.Where(n => n >= 1 && n <= list.Entries.Count).Select(n => list.Entries[n - 1])]
            : list.Entries.Where(e => IsNamed(e, phrase.Who)).ToList();
        if (list.Entries.Count == 0) turn.Say(ShortlistWording.Empty);
        else if (meant.Count == 0 || meant.Count < numbers.Count) turn.Say(numbers.Count > 0 ? ShortlistWording.NoSuchEntry(list.Entries.Count) : ShortlistWording.NotOnIt);
        else if (phrase.Wish == ShortlistWish.Remove) TakeOff(turn, list, meant);
        else if (phrase.Reason is null) AskWhy(turn, [.. meant.Select(e => e.Id)], ShortlistWording.Why(NameOf(meant[0])));
        else
        {
            Save(turn, meant.Aggregate(list, (l, e) => l.With(e with { Why = Reason(phrase.Reason) })));
            turn.Say(new Reply(ShortlistWording.Noted(string.Join(", ", meant.Select(NameOf)), Reason(phrase.Reason))) { Buttons = [new("My shortlist", new ShowShortlist())] });
        }
    }

    private void TakeOff(Turn turn, KeptShortlist list, IReadOnlyList<ShortlistEntry> entries)
    {
        var left = entries.Aggregate(list, (l, e) => l.Without(e.Id));
        Save(turn, left);
        turn.Say(new Reply(ShortlistWording.TakenOff([.. entries.Select(NameOf)], left.Entries.Count)) { Buttons = [new("My shortlist", new ShowShortlist())] });
    }

    private void Clear(Turn turn, KeptShortlist list, bool confirmed)
    {
        if (!confirmed)
        {
            turn.Say(new Reply(ShortlistWording.Sure(list.Entries.Count)) { Buttons = [new("Yes, clear my shortlist", new ClearShortlist(true)), new("No, keep it", new Cancel())] });
            return;
        }
        turn.Delete(KeptShortlist.Key(Viewer.Of(turn, tokens).Key));
        Close(turn);
        turn.Say(ShortlistWording.Cleared);
    }

    private void Show(Turn turn, KeptShortlist list)
    {
        Close(turn);
        turn.Say(new Reply(ShortlistWording.Shown([.. list.Entries.Select(e => (e, NameOf(e), providers.Index.Known(e.Id)))], host))
        {
            Buttons = list.Entries.Count == 0 ? [] :
            [
                .. list.Entries.Take(MostButtons).Select((e, i) => new Button(FormattableString.Invariant($"Why {i + 1}: {KeepButtons.Short(NameOf(e))}"), new SayWhy(e.Id))),
                new("Export my shortlist", new ExportProviders(ExportKind.Shortlist)),
                new("Take one off", new TakeOffShortlist()),
                new("Clear my shortlist", new ClearShortlist()),
            ],
        });
    }

    private void AskWhy(Turn turn, IReadOnlyList<string> ids, string text)
    {
        turn.State = turn.State with { Open = Name, Shortlist = new ShortlistState(ids) };
        turn.HasAsked = true;
        turn.Say(new Reply(text) { Prompts = ["Skip"] });
    }

    // The list is what was talked about before, and is again.
    private void Close(Turn turn) => turn.State = turn.State with { Open = turn.State.Open != Name ? turn.State.Open : turn.State.Providers is null ? null : search.Name, Shortlist = null };

    private static string Reason(string text)
    {
        text = text.Trim();
        if (text.StartsWith("because ", StringComparison.OrdinalIgnoreCase)) text = text["because ".Length..].TrimStart();
        return text[..Math.Min(text.Length, LongestReason)];
    }

    private bool IsNamed(ShortlistEntry entry, string who) => who.Length > 2 && Words.Fold(NameOf(entry)).Contains(Words.Fold(who), StringComparison.Ordinal);

    private string NameOf(ShortlistEntry entry) => ShortlistWording.NameOf(entry, providers.Index.Known(entry.Id)?.Provider);

    private async ValueTask<KeptShortlist> Load(Turn turn, CancellationToken cancel) =>
        await turn.Load(KeptShortlist.Key(Viewer.Of(turn, tokens).Key), ShortlistJson.Default.KeptShortlist, cancel) ?? KeptShortlist.Empty;

    private void Save(Turn turn, KeptShortlist list) =>
        turn.Save(KeptShortlist.Key(Viewer.Of(turn, tokens).Key), list, ShortlistJson.Default.KeptShortlist, turn.Now.AddDays(host.KeepShortlistsDays));

    [GeneratedRegex(@"\A\s*(please\s+)?(show|export|download|save|run|find|search|look|delete|remove|clear|list|forget|what|which|who|how|when|where|tell|explain|my\s+saved|my\s+search|health\s+check|resume|view-)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Order();
}
