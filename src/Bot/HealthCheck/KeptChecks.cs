using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Reads and writes checks within a turn. Every change lengthens the time for which a check is kept.</summary>
public sealed class KeptChecks(Catalogue catalogue, HostSettings host)
{
    public static ValueTask<KeptCheck?> Load(Turn turn, string assessment, CancellationToken cancel) =>
        turn.Load(KeptCheck.Key(assessment), HealthCheckJson.Default.KeptCheck, cancel);

    /// <summary>The check that the conversation is about; null if there is none, or if its code was replaced and this conversation needs the new one.</summary>
    public static async ValueTask<KeptCheck?> Of(Turn turn, CancellationToken cancel) =>
        turn.State.HealthCheck is { } state && await Load(turn, state.Assessment, cancel) is { } check && check.IsOpenTo(state) ? check : null;

    /// <summary>Keeps it, with its plan made anew from the answers, and gives what was kept.</summary>
    public KeptCheck Save(Turn turn, KeptCheck check)
    {
        check = check with { Plan = Planned(check, turn.Today), Until = Until(turn) };
        turn.Save(KeptCheck.Key(check.Assessment.Id), check, HealthCheckJson.Default.KeptCheck, Until(turn));
        // The code opens the check for as long as there is one.
        if (check.Code is not null) turn.Save(KeptCode.Key(check.Code), new KeptCode(check.Assessment.Id), HealthCheckJson.Default.KeptCode, Until(turn));
        return check;
    }

    /// <summary>A check that was begun under an earlier version of the questions, under the present one, and what is new; as it was if there is nothing.</summary>
    public (KeptCheck Check, CatalogueNews? News) CarryForward(Turn turn, KeptCheck check)
    {
        if (Knowledge.HealthCheck.CarryForward.To(catalogue, check.Assessment) is not var (carried, news)) return (check, null);
        var plan = check.Plan is null ? null : Knowledge.HealthCheck.CarryForward.To(catalogue, check.Plan, check.Assessment.CatalogueVersion);
        return (Save(turn, check with { Assessment = carried, Plan = plan }), news.IsWorthSaying ? news : null);
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
        return Save(turn, check with { Code = fingerprint });
    }

    /// <summary>The check that a code opens, or null.</summary>
    public static async ValueTask<KeptCheck?> Open(Turn turn, string fingerprint, CancellationToken cancel) =>
        await turn.Load(KeptCode.Key(fingerprint), HealthCheckJson.Default.KeptCode, cancel) is { } code ? await Load(turn, code.Assessment, cancel) : null;

    // While the core is being answered, the first time or again, a plan made of it would be a list of questions.
    private ActionPlan? Planned(KeptCheck check, DateOnly today) =>
        ChooseNextQuestion.InCore(catalogue, check.Assessment) is not NextQuestion.Done
            ? check.Plan
            : (check.Plan ?? ActionPlan.Empty).For(JudgeReadiness.Of(catalogue, check.Assessment), catalogue.Plan, today);

    public DateTimeOffset Until(Turn turn) => turn.Now.AddDays(host.KeepChecksDays);
}
