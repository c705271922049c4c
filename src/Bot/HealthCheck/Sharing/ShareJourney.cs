using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>Lets a group choose what of its check others may see, give and withdraw the viewing code, and see who has looked.</summary>
public sealed class ShareJourney(Catalogue catalogue, KeptChecks checks, ViewingCodes codes) : IJourney
{
    private static readonly int[] Days = [30, 7, 90];

    private static readonly string[] SharePhrases =
    [
        "share", "share it", "sharing", "share our check", "share my check", "share the check", "share our health check", "share our result", "share our results", "share our answers", "share our plan",
        "share with our adviser", "share with an adviser", "share with a council", "share with the council", "viewing code", "give me a viewing code", "our viewing code",
    ];

    private static readonly string[] OpeningPhrases = ["who has seen our check", "who has seen our answers", "who has seen it", "who has seen our health check", "who looked at our check", "who has looked at our check", "who opened our check", "who has opened our check", "who saw our check"];

    private static readonly string[] StopPhrases = ["stop sharing", "stop sharing our check", "withdraw", "withdraw the code", "withdraw our code", "withdraw the viewing code", "withdraw our viewing code", "unshare", "cancel the viewing code"];

    public string Name => "share";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        var assessment = act switch
        {
            ShareCheck a => a.Assessment,
            ShowTicks a => a.Assessment,
            TickItem a => a.Assessment,
            TickArea a => a.Assessment,
            ShareName a => a.Assessment,
            ShareEverything a => a.Assessment,
            GiveViewingCode a => a.Assessment,
            StopSharing a => a.Assessment,
            ShowOpenings a => a.Assessment,
            _ => null,
        };
        if (assessment is null) return false;
        if (turn.Activity.IsInCompany) turn.Say(HealthCheckWording.OnlyInPrivate);
        else if (turn.State.HealthCheck?.Assessment != assessment || await KeptChecks.Of(turn, cancel) is not { } check) turn.Say(HealthCheckWording.AnotherCheck);
        else
        {
            // What is chosen here is a question of its own; the check waits without being asked again.
            turn.HasAsked = true;
            Do(turn, check, await KeptShares.Load(turn, assessment, cancel) ?? KeptShare.New(check.Assessment), act);
        }
        return true;
    }

    public ValueTask<bool> Command(Turn turn, CancellationToken cancel) => Take(turn, everything: true, cancel);

    // What was given out can be taken back at every moment.
    public ValueTask<bool> WhileOff(Turn turn, CancellationToken cancel) => Take(turn, everything: false, cancel);

    private async ValueTask<bool> Take(Turn turn, bool everything, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?');
        Func<string, UserAct>? act = StopPhrases.Contains(text) ? id => new StopSharing(id)
            : OpeningPhrases.Contains(text) ? id => new ShowOpenings(id)
            : everything && SharePhrases.Contains(text) ? id => new ShareCheck(id)
            : null;
        if (act is null) return false;
        if (turn.State.HealthCheck is { } state) return await Press(turn, act(state.Assessment), cancel);
        turn.Say(new Reply(ShareWording.NoCheckHere) { Buttons = [new("Start the health check", new StartCheck())] });
        return true;
    }

    private void Do(Turn turn, KeptCheck check, KeptShare share, UserAct act)
    {
        switch (act)
        {
            case ShowTicks ticks when AreaOf(ticks.Area) is { } area:
                ShowArea(turn, check, share, area, null);
                break;
            case TickItem tick when check.Assessment.ResponseTo(tick.Item) is { } response && catalogue.Find(tick.Item) is { } item:
                ShowArea(turn, check, Keep(turn, check, share.With(response, tick.On)), item.Area, ShareWording.Ticked(item.Name, tick.On));
                break;
            case TickArea tick when AreaOf(tick.Area) is { } area:
                var changed = Answers(check, area).Where(r => !tick.On || r.Level >= Need.LawLevel).Aggregate(share, (s, r) => s.With(r, tick.On));
                ShowArea(turn, check, Keep(turn, check, changed), area, ShareWording.Saved);
                break;
            case ShareName name:
                Show(turn, check, Keep(turn, check, share with { ShowsName = name.On }), ShareWording.Saved);
                break;
            case ShareEverything all:
                Show(turn, check, Keep(turn, check, share with { Everything = all.On }), all.On ? ShareWording.EverythingOn : ShareWording.EverythingOff);
                break;
            case GiveViewingCode give when Days.Contains(give.Days):
                Give(turn, check, share, give.Days);
                break;
            case StopSharing:
                var wasOpen = share.IsOpen(turn.Now);
                if (share.Code is not null) Keep(turn, check, KeptShares.Withdraw(turn, share));
                turn.Say(wasOpen ? ShareWording.Stopped : ShareWording.NothingOut);
                break;
            case ShowOpenings:
                turn.Say(ShareWording.Openings(share, turn.Now));
                break;
            default:
                Show(turn, check, share, null);
                break;
        }
    }

    // Sharing is using: the check and what is shown of it end together.
    private KeptShare Keep(Turn turn, KeptCheck check, KeptShare share) => KeptShares.Save(turn, checks.Save(turn, check), share);

    private void Give(Turn turn, KeptCheck check, KeptShare share, int days)
    {
        if (!share.Everything && !check.Assessment.Responses.Any(share.Shows))
        {
            Show(turn, check, share, ShareWording.NothingTicked);
            return;
        }
        var code = ViewingCodes.Draw();
        var kept = checks.Save(turn, check);
        var until = turn.Now.AddDays(days) is var wanted && kept.Until is { } end && end < wanted ? end : wanted;
        var replaced = share.IsOpen(turn.Now);
        share = KeptShares.Save(turn, kept, KeptShares.GiveCode(turn, share, codes.Fingerprint(code)!, until));
        turn.Say(new Reply(ShareWording.Code(code, until, replaced, share.Everything))
        {
            Buttons = [new("Who has seen our check?", new ShowOpenings(share.Assessment)), new("Stop sharing", new StopSharing(share.Assessment))],
        });
    }

    private void Show(Turn turn, KeptCheck check, KeptShare share, string? note)
    {
        var id = check.Assessment.Id;
        if (check.Assessment.Responses.Count == 0)
        {
            turn.Say(new Reply(ShareWording.NoAnswersYet) { Buttons = [new("Go on with the check", new ContinueCheck(id))] });
            return;
        }
        var ticked = Enum.GetValues<Area>().ToDictionary(a => a, a => Answers(check, a).Where(share.Shows).Select(r => catalogue.Find(r.ItemId)!.Name).ToList());
        var answers = Enum.GetValues<Area>().ToDictionary(a => a, a => Answers(check, a).Count());
        turn.Say(new Reply(ShareWording.Screen(catalogue, ticked, answers.Values.Sum(), check.GroupName, share, turn.Now, note))
        {
            Buttons =
            [
                .. answers.Where(a => a.Value > 0).Select(a => new Button(ShareWording.Choose(catalogue.Wording.Areas[a.Key], ticked[a.Key].Count, a.Value), new ShowTicks(id, a.Key.ToString()))),
                .. check.GroupName is null ? Array.Empty<Button>() : [new(share.ShowsName ? "Leave our name out" : "Show our name", new ShareName(id, !share.ShowsName))],
                new(share.Everything ? "No longer share everything with our adviser" : "Share everything with our adviser", new ShareEverything(id, !share.Everything)),
                .. !share.Everything && ticked.Values.All(n => n.Count == 0) ? [] : Days.Select(d => new Button(FormattableString.Invariant($"Give us a code for {d} days"), new GiveViewingCode(id, d))),
                new("Who has seen our check?", new ShowOpenings(id)),
                .. share.IsOpen(turn.Now) ? [new Button("Stop sharing", new StopSharing(id))] : Array.Empty<Button>(),
            ],
        });
    }

    private void ShowArea(Turn turn, KeptCheck check, KeptShare share, Area area, string? note)
    {
        var id = check.Assessment.Id;
        var rows = Answers(check, area).Select(r => (catalogue.Find(r.ItemId)!.Name, Answer: catalogue.Wording.Choices[r.Choice], Ticked: share.Shows(r), r.ItemId)).ToList();
        turn.Say(new Reply(ShareWording.OneArea(catalogue.Wording.Areas[area], [.. rows.Select(r => (r.Name, r.Answer, r.Ticked))], note))
        {
            Buttons =
            [
                .. rows.Select(r => new Button(r.Ticked ? $"Untick: {r.Name}" : $"Tick: {r.Name} ({r.Answer})", new TickItem(id, r.ItemId, !r.Ticked))),
                new("Tick all here that is in place", new TickArea(id, area.ToString(), true)),
                new("Untick all here", new TickArea(id, area.ToString(), false)),
                new("Back to sharing", new ShareCheck(id)),
            ],
        });
    }

    private static Area? AreaOf(string name) => Enum.TryParse<Area>(name, out var area) && Enum.IsDefined(area) ? area : null;

    // In the order of the catalogue; what this version of it does not ask any more is not shown.
    private IEnumerable<Response> Answers(KeptCheck check, Area area) =>
        catalogue.Items.Where(i => i.Area == area).Select(i => check.Assessment.ResponseTo(i.Id)).OfType<Response>();
}
