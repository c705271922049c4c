using System.Security.Cryptography;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Operating;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>
/// Opens a shared check for officers and advisers, and lets an adviser say what she has seen. Everybody else is refused, whichever way they
/// come. Each opening is written into the group's record and into the audit.
/// </summary>
public sealed class ViewJourney(Catalogue catalogue, ViewingCodes codes, SharedLinks links, SignedTokens tokens, HostSettings host) : IJourney
{
    private const int MostOpenings = 500;
    private const int MostCodes = 200;
    private const int MostButtons = 12;

    private static readonly string[] GroupsPhrases = ["my groups", "show my groups", "list my groups", "our groups", "groups that share with me"];

    public string Name => "view";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        var code = act switch { OpenShared a => a.Code, ChooseSeen a => a.Code, MarkSeen a => a.Code, ConfirmPlanRead a => a.Code, _ => null };
        if (code is null) return false;
        if (turn.Role < Role.Commissioner || act is not OpenShared && turn.Role < Role.Adviser) turn.Say(turn.Role < Role.Commissioner ? ViewWording.OnlyForOfficers : ViewWording.OnlyForAdvisers(host));
        else if (turn.Activity.IsInCompany) turn.Say(ViewWording.OnlyInPrivate);
        // A button that was not made for this person opens nothing: only the typed code does.
        else if (await Load(turn, cancel) is not { } viewer || !viewer.Codes.Contains(code) || await KeptShares.Open(turn, code, cancel) is not { } open) turn.Say(ViewWording.NotSharedAnyMore);
        else await Do(turn, open, code, act, cancel);
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        var text = Words.Fold(turn.Text).Trim('.', '!', '?', ' ');
        if (GroupsPhrases.Contains(text))
        {
            if (turn.Role == Role.Group) return false;
            if (turn.Role < Role.Adviser) turn.Say(ViewWording.ListIsForAdvisers);
            else await ListGroups(turn, cancel);
            return true;
        }
        var isHow = text is "view" or "view code" or "view a check" or "view-" or "view a shared check" or "open a shared check";
        var fingerprint = codes.Fingerprint(text);
        if (fingerprint is null && !isHow && !text.StartsWith("view-", StringComparison.Ordinal)) return false;
        // Whoever reads this conversation later must not find the code in it.
        if (!isHow) turn.KeepWords = false;
        if (turn.Role < Role.Commissioner) turn.Say(ViewWording.OnlyForOfficers);
        else if (turn.Activity.IsInCompany) turn.Say(ViewWording.OnlyInPrivate);
        else if (fingerprint is null) turn.Say(ViewWording.HowToView);
        else await Try(turn, fingerprint, cancel);
        return true;
    }

    private async ValueTask Try(Turn turn, string fingerprint, CancellationToken cancel)
    {
        // By person, not by conversation: a new one is soon begun.
        var viewer = Viewer.Of(turn, tokens);
        if (!codes.Wrong.MayTry(viewer.Key)) turn.Say(ViewWording.TooManyCodes);
        else if (await KeptShares.Open(turn, fingerprint, cancel) is { } open) await Open(turn, open, fingerprint, cancel);
        else
        {
            codes.Wrong.Count(viewer.Key);
            turn.Say(ViewWording.WrongCode);
        }
    }

    private async ValueTask Do(Turn turn, OpenShare open, string code, UserAct act, CancellationToken cancel)
    {
        switch (act)
        {
            case MarkSeen mark when open.Visible(turn.Role).FirstOrDefault(r => r.ItemId == mark.Item) is { } response && catalogue.Find(mark.Item) is { } item:
                var marked = KeptShares.Save(turn, open.Check, open.Share.WithSeen(response, turn.Today));
                Choose(turn, open with { Share = marked }, code, ViewWording.Marked(item.Name));
                break;
            case ConfirmPlanRead when open.SeesAll(turn.Role):
                KeptShares.Save(turn, open.Check, open.Share with { PlanRead = turn.Today });
                turn.Say(ViewWording.PlanIsRead);
                break;
            case OpenShared:
                await Open(turn, open, code, cancel);
                break;
            default:
                Choose(turn, open, code, null);
                break;
        }
    }

    private async ValueTask Open(Turn turn, OpenShare open, string code, CancellationToken cancel)
    {
        var viewer = Viewer.Of(turn, tokens);
        var entry = new AuditEntry(ViewWording.Audited(turn.Role), turn.Now, viewer.Id.Length > 0 ? viewer.Id : "unknown", null, Convert.ToHexString(RandomNumberGenerator.GetBytes(4)));
        turn.Save(entry.ToRecord());
        var opening = new Opening(turn.Now, turn.Role, viewer.Name, entry.Receipt);
        KeptShares.Save(turn, open.Check, open.Share with { Openings = [.. open.Share.Openings.Append(opening).TakeLast(MostOpenings)] });
        await Remember(turn, viewer, code, open, cancel);

        var view = SharedView.Of(catalogue, open, turn.Role, turn.Today);
        turn.Say(new Reply(ViewWording.Check(view, links.To(turn, code), host))
        {
            Buttons = turn.Role < Role.Adviser ? [] :
            [
                .. view.Areas.Count > 0 ? [new Button("Mark what I have seen", new ChooseSeen(code))] : Array.Empty<Button>(),
                .. open.SeesAll(turn.Role) && view.Plan.Count > 0 ? [new Button("I have read the plan", new ConfirmPlanRead(code))] : Array.Empty<Button>(),
            ],
        });
    }

    private void Choose(Turn turn, OpenShare open, string code, string? note)
    {
        var left = open.Visible(turn.Role).Where(r => r.Level >= Need.LawLevel && open.Share.SeenOn(r) is null && catalogue.Find(r.ItemId) is not null).ToList();
        turn.Say(new Reply(ViewWording.WhatWasSeen(left.Count, note))
        {
            Buttons = [.. left.Take(MostButtons).Select(r => new Button($"Seen: {catalogue.Find(r.ItemId)!.Name}", new MarkSeen(code, r.ItemId))), new("Back to the check", new OpenShared(code))],
        });
    }

    private async ValueTask ListGroups(Turn turn, CancellationToken cancel)
    {
        if (turn.Activity.IsInCompany)
        {
            turn.Say(ViewWording.OnlyInPrivate);
            return;
        }
        var groups = new List<(string Code, string Name, DateOnly Until)>();
        foreach (var code in (await Load(turn, cancel))?.Codes ?? [])
        {
            if (await KeptShares.Open(turn, code, cancel) is { } open) groups.Add((code, open.Name ?? $"A group without a name ({open.Check.Assessment.Id[..6]})", UkTime.DayOf(open.Share.CodeUntil!.Value)));
        }
        turn.Say(new Reply(ViewWording.Groups([.. groups.Select(g => (g.Name, g.Until))]))
        {
            Buttons = [.. groups.TakeLast(MostButtons).Select(g => new Button($"Open: {g.Name}", new OpenShared(g.Code)))],
        });
    }

    private async ValueTask Remember(Turn turn, Viewer viewer, string code, OpenShare open, CancellationToken cancel)
    {
        var until = open.Share.CodeUntil!.Value;
        var kept = new List<string>();
        foreach (var known in (await Load(turn, cancel))?.Codes ?? [])
        {
            if (known == code || await KeptShares.Open(turn, known, cancel) is not { } still) continue;
            kept.Add(known);
            if (still.Share.CodeUntil > until) until = still.Share.CodeUntil.Value;
        }
        turn.Save(KeptViewer.Key(viewer.Key), new KeptViewer([.. kept.Append(code).TakeLast(MostCodes)]), SharingJson.Default.KeptViewer, until);
    }

    private ValueTask<KeptViewer?> Load(Turn turn, CancellationToken cancel) => turn.Load(KeptViewer.Key(Viewer.Of(turn, tokens).Key), SharingJson.Default.KeptViewer, cancel);
}
