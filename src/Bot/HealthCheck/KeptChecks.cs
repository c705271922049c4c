using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Reads and writes checks within a turn. Every change lengthens the time for which a check is kept.</summary>
public sealed class KeptChecks(HostSettings host)
{
    public static ValueTask<KeptCheck?> Load(Turn turn, string assessment, CancellationToken cancel) =>
        turn.Load(KeptCheck.Key(assessment), HealthCheckJson.Default.KeptCheck, cancel);

    public void Save(Turn turn, KeptCheck check)
    {
        turn.Save(KeptCheck.Key(check.Assessment.Id), check, HealthCheckJson.Default.KeptCheck, Until(turn));
        // The code opens the check for as long as there is one.
        if (check.Code is not null) turn.Save(KeptCode.Key(check.Code), new KeptCode(check.Assessment.Id), HealthCheckJson.Default.KeptCode, Until(turn));
    }

    public void Delete(Turn turn, KeptCheck check)
    {
        turn.Delete(KeptCheck.Key(check.Assessment.Id));
        if (check.Code is not null) turn.Delete(KeptCode.Key(check.Code));
    }

    /// <summary>Gives the check another code; the one before opens nothing any more.</summary>
    public KeptCheck Recode(Turn turn, KeptCheck check, string fingerprint)
    {
        if (check.Code is not null) turn.Delete(KeptCode.Key(check.Code));
        var recoded = check with { Code = fingerprint };
        Save(turn, recoded);
        return recoded;
    }

    /// <summary>The check that a code opens, or null.</summary>
    public static async ValueTask<KeptCheck?> Open(Turn turn, string fingerprint, CancellationToken cancel) =>
        await turn.Load(KeptCode.Key(fingerprint), HealthCheckJson.Default.KeptCode, cancel) is { } code ? await Load(turn, code.Assessment, cancel) : null;

    public DateTimeOffset Until(Turn turn) => turn.Now.AddDays(host.KeepChecksDays);
}
