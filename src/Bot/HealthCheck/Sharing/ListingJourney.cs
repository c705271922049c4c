using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>Lets a group be found by commissioners: fills in its entry, shows it, asks for leave, and takes it back at any time.</summary>
public sealed class ListingJourney(KeptChecks checks, HostSettings host) : IJourney, IHoldsPersonalData
{
    private static readonly TimeSpan DraftKept = TimeSpan.FromDays(30);
    private static readonly TimeSpan RequestKept = TimeSpan.FromDays(90);

    private static readonly string[] ListPhrases =
        ["may commissioners find you", "may commissioners find us", "let commissioners find us", "list us", "be found", "our listing", "get listed", "be found by commissioners"];

    private static readonly string[] WithdrawPhrases = ["withdraw our listing", "withdraw the listing", "take us off the list", "unlist us", "stop our listing", "delete our listing"];

    public string Name => "listing";

    public bool ExpectsAnswer => true;

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        var assessment = act switch { BeListed a => a.Assessment, ChangeListing a => a.Assessment, AgreeToListing a => a.Assessment, WithdrawListing a => a.Assessment, _ => null };
        if (assessment is null) return false;
        if (turn.Activity.IsInCompany) turn.Say(HealthCheckWording.OnlyInPrivate);
        else if (turn.State.HealthCheck?.Assessment != assessment || await KeptChecks.Of(turn, cancel) is not { } check) turn.Say(HealthCheckWording.AnotherCheck);
        else Do(turn, check, await Load(turn, assessment, cancel), act);
        return true;
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel) => Take(turn, withdrawOnly: false, cancel);

    public ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel) => Take(turn, withdrawOnly: true, cancel);

    private async ValueTask<bool> Take(Turn turn, bool withdrawOnly, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        Func<string, UserAct>? act = WithdrawPhrases.Contains(text) ? id => new WithdrawListing(id) : !withdrawOnly && ListPhrases.Contains(text) ? id => new BeListed(id) : null;
        if (act is null) return false;
        if (turn.State.HealthCheck is { } state) return await Press(turn, act(state.Assessment), cancel);
        turn.Say(new Reply(ListingWording.NoCheckHere) { Buttons = [new("Start the health check", new StartCheck())] });
        return true;
    }

    public async ValueTask<bool> Continue(Turn turn, CancellationToken cancel)
    {
        if (turn.State.Open != Name || turn.State.HealthCheck?.Listing is not { } field || await KeptChecks.Of(turn, cancel) is not { } check) return false;
        if (await Load(turn, check.Assessment.Id, cancel) is not { State: ListingState.Draft } listing || turn.Text.EndsWith('?')) return false;
        // The one field that wants an address takes it from what was typed; everywhere else it was left out.
        var typed = field == ListingFields.Contact ? turn.Activity.Text ?? "" : turn.Text;
        if (ListingFields.Read(field, typed) is not { } answer) Ask(turn, field, ListingWording.NotAnAnswer(field));
        else
        {
            if (field == ListingFields.Contact) turn.KeepWords = false;
            Next(turn, check, listing.With(field, answer), null);
        }
        return true;
    }

    public async ValueTask Remind(Turn turn, CancellationToken cancel)
    {
        if (turn.State.HealthCheck?.Listing is { } field && await Load(turn, turn.State.HealthCheck.Assessment, cancel) is { State: ListingState.Draft }) Ask(turn, field, ListingWording.Back);
    }

    public ValueTask<string?> Stop(Turn turn, CancellationToken cancel)
    {
        if (turn.State.HealthCheck is { } state) turn.State = turn.State with { AsksForContact = false, HealthCheck = state with { Listing = null } };
        return ValueTask.FromResult<string?>(ListingWording.StoppedInTheMiddle);
    }

    public async ValueTask<IReadOnlyList<string>> Held(Turn turn, CancellationToken cancel) =>
        turn.State.HealthCheck is { } state && await Load(turn, state.Assessment, cancel) is { } listing ? [ListingWording.Held(listing)] : [];

    public async ValueTask<IReadOnlyList<string>> Delete(Turn turn, CancellationToken cancel)
    {
        if (turn.State.HealthCheck is not { } state || await Load(turn, state.Assessment, cancel) is not { } listing) return [];
        turn.Delete(KeptListing.Key(listing.Id));
        return ["your entry for commissioners"];
    }

    private void Do(Turn turn, KeptCheck check, KeptListing? listing, UserAct act)
    {
        switch (act)
        {
            case WithdrawListing:
                if (listing is not null) turn.Delete(KeptListing.Key(listing.Id));
                Close(turn);
                turn.Say(listing is null ? ListingWording.NotListed : ListingWording.Withdrawn(listing));
                break;
            case AgreeToListing agree when listing is { State: ListingState.Draft } && Missing(listing) is null:
                Save(turn, check, listing with { State = ListingState.Asked, ForGroups = agree.Groups }, RequestKept);
                Close(turn);
                turn.Say(ListingWording.Asked(host));
                break;
            case ChangeListing change when listing is { State: ListingState.Draft } && ListingFields.All.Contains(change.Field):
                Ask(turn, change.Field, null);
                break;
            default:
                if (listing is null or { State: ListingState.Draft }) Next(turn, check, listing ?? New(check, turn), listing is null ? ListingWording.Begin : null);
                else turn.Say(new Reply(ListingWording.Standing(listing, host)) { Buttons = [new("Withdraw it", new WithdrawListing(listing.Assessment))] });
                break;
        }
    }

    private static KeptListing New(KeptCheck check, Turn turn)
    {
        var pack = check.Answers(Form.BidPack);
        var fresh = new KeptListing(check.Assessment.Id, ListingState.Draft, new Dictionary<string, string>(), null, turn.Now);
        foreach (var (field, answer) in new[] { (ListingFields.Name, pack.GetValueOrDefault("name")), (ListingFields.What, pack.GetValueOrDefault("purpose")) })
        {
            if (answer is { Length: > 0 } && ListingFields.Read(field, answer) is { } read) fresh = fresh.With(field, read);
        }
        return fresh;
    }

    private static string? Missing(KeptListing listing) => ListingFields.All.FirstOrDefault(f => listing[f].Length == 0);

    private void Next(Turn turn, KeptCheck check, KeptListing listing, string? note)
    {
        Save(turn, check, listing, DraftKept);
        if (Missing(listing) is { } field)
        {
            Ask(turn, field, note);
            return;
        }
        Close(turn);
        var id = listing.Assessment;
        turn.Say(new Reply(ListingWording.Preview(listing, host))
        {
            Buttons =
            [
                new("Yes, ask an adviser to list us", new AgreeToListing(id, Groups: true)),
                new("Yes, but show it to officers only", new AgreeToListing(id)),
                .. ListingFields.All.Select(f => new Button($"Change: {ListingWording.Label(f)}", new ChangeListing(id, f))),
                new("No, delete this", new WithdrawListing(id)),
            ],
        });
    }

    private void Ask(Turn turn, string field, string? note)
    {
        turn.State = turn.State with { Open = Name, AsksForContact = field == ListingFields.Contact, HealthCheck = turn.State.HealthCheck! with { Listing = field } };
        turn.HasAsked = true;
        turn.Say(new Reply(ListingWording.Question(field, note)) { Prompts = ["Stop"] });
    }

    private void Close(Turn turn) => turn.State = turn.State with
    {
        Open = turn.State.Open == Name ? null : turn.State.Open, AsksForContact = false, HealthCheck = turn.State.HealthCheck! with { Listing = null },
    };

    // It never outlives the check: by that alone the group can take it back.
    private void Save(Turn turn, KeptCheck check, KeptListing listing, TimeSpan kept)
    {
        var end = checks.Save(turn, check).Until!.Value;
        var until = turn.Now + kept < end ? turn.Now + kept : end;
        turn.Save(KeptListing.Key(listing.Id), listing with { Until = until }, ListingJson.Default.KeptListing, until);
    }

    private static async ValueTask<KeptListing?> Load(Turn turn, string assessment, CancellationToken cancel) =>
        await turn.Load(KeptListing.Key(KeptListing.IdOf(assessment)), ListingJson.Default.KeptListing, cancel) is { } listing && listing.Until > turn.Now ? listing : null;
}
