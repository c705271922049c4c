using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>A check as somebody else may open it.</summary>
public sealed record OpenShare(KeptCheck Check, KeptShare Share)
{
    /// <summary>The answers that a role may see.</summary>
    public IEnumerable<Response> Visible(Role role) => Check.Assessment.Responses.Where(r => SeesAll(role) || Share.Shows(r));

    public bool SeesAll(Role role) => Share.Everything && role == Role.Adviser;

    /// <summary>The group's name, if it shows it.</summary>
    public string? Name => Share.ShowsName ? Check.GroupName : null;
}

/// <summary>Reads and writes what groups share, within a turn.</summary>
public static class KeptShares
{
    public static ValueTask<KeptShare?> Load(Turn turn, string assessment, CancellationToken cancel) =>
        turn.Load(KeptShare.Key(assessment), SharingJson.Default.KeptShare, cancel);

    /// <summary>Keeps it for as long as the check is kept.</summary>
    public static KeptShare Save(Turn turn, KeptCheck check, KeptShare share)
    {
        turn.Save(KeptShare.Key(share.Assessment), share, SharingJson.Default.KeptShare, check.Until);
        return share;
    }

    /// <summary>Makes the code that is out open nothing any more.</summary>
    public static KeptShare Withdraw(Turn turn, KeptShare share)
    {
        if (share.Code is not null) turn.Delete(KeptViewingCode.Key(share.Code));
        return share with { Code = null, CodeUntil = null };
    }

    /// <summary>Puts a code out, in the place of the one before.</summary>
    public static KeptShare GiveCode(Turn turn, KeptShare share, string fingerprint, DateTimeOffset until)
    {
        turn.Save(KeptViewingCode.Key(fingerprint), new KeptViewingCode(share.Assessment, until), SharingJson.Default.KeptViewingCode, until);
        return Withdraw(turn, share) with { Code = fingerprint, CodeUntil = until };
    }

    /// <summary>What a code opens at this moment; null if it opens nothing, or no longer.</summary>
    public static async ValueTask<OpenShare?> Open(Turn turn, string fingerprint, CancellationToken cancel)
    {
        if (await turn.Load(KeptViewingCode.Key(fingerprint), SharingJson.Default.KeptViewingCode, cancel) is not { } code || code.Until <= turn.Now) return null;
        if (await Load(turn, code.Assessment, cancel) is not { } share || share.Code != fingerprint) return null;
        return await KeptChecks.Load(turn, code.Assessment, cancel) is { } check ? new OpenShare(check, share) : null;
    }
}
