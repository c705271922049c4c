using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>What sharing keeps of a person, to show and to delete: a group's choices with its openings, and what an officer or adviser has opened.</summary>
public sealed class SharingData(SignedTokens tokens) : IHoldsPersonalData
{
    public async ValueTask<IReadOnlyList<string>> Held(Turn turn, CancellationToken cancel)
    {
        var held = new List<string>();
        if (await Share(turn, cancel) is { } share) held.Add(ShareWording.Held(share, turn.Now));
        if (await Opened(turn, cancel) is { Codes.Count: > 0 } viewer) held.Add(ViewWording.Held(viewer.Codes.Count));
        return held;
    }

    public async ValueTask<IReadOnlyList<string>> Delete(Turn turn, CancellationToken cancel)
    {
        var deleted = new List<string>();
        if (turn.State.HealthCheck is { } check) turn.Delete(KeptCounted.Key(check.Assessment));
        if (await Share(turn, cancel) is { } share)
        {
            KeptShares.Withdraw(turn, share);
            turn.Delete(KeptShare.Key(share.Assessment));
            deleted.Add("what you shared, with its viewing code and the list of who opened it");
        }
        if (await Opened(turn, cancel) is not null)
        {
            turn.Delete(KeptViewer.Key(Viewer.Of(turn, tokens).Key));
            deleted.Add("the list of the checks that you opened");
        }
        return deleted;
    }

    private static async ValueTask<KeptShare?> Share(Turn turn, CancellationToken cancel) =>
        turn.State.HealthCheck is { } state ? await KeptShares.Load(turn, state.Assessment, cancel) : null;

    private async ValueTask<KeptViewer?> Opened(Turn turn, CancellationToken cancel) =>
        turn.Role > Role.Group ? await turn.Load(KeptViewer.Key(Viewer.Of(turn, tokens).Key), SharingJson.Default.KeptViewer, cancel) : null;
}
