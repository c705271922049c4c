using CommissioningBot.Bot.Operating;
using CommissioningBot.Bot.Tests.Security;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Tests.Operating;

public sealed class DecidingJoins
{
    [Fact]
    public async Task A_decision_is_in_the_audit_and_in_the_search_and_the_same_again_changes_neither()
    {
        await using var host = await RunningHost.Start();
        host.ImportProviders("Name,Charity number,Town,Postcode,What you do\nFernlea Club,1999999,Bolton,BL3 1AA,Befriending\nThe Fernlea Club,,Bolton,BL3 1AA,Befriending walks\n");
        var proposal = host.Get<IKnowledgeStore>().Proposals().Single();
        Task<OperatorAnswer> Judge(JoinDecision decision, string why = "rang them")
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            return host.Get<OperatorWork>().Do(new JudgeJoin(proposal.Other, proposal.One, decision, why) { By = "pat" }, default);
        }
        int Found() => new FindProviders(host.Get<CurrentProviders>().Refresh()).Find(new ProviderQuery { Services = ["befriending"] }, 1).Total;

        Assert.False((await Judge(JoinDecision.Confirmed, " ")).Done);
        Assert.False((await Judge(JoinDecision.Undone)).Done);
        Assert.Equal(2, Found());
        Assert.StartsWith("Receipt ", (await Judge(JoinDecision.Confirmed)).Lines[^1], StringComparison.Ordinal);
        Assert.Contains("nothing was changed", (await Judge(JoinDecision.Confirmed, "again")).Lines[0], StringComparison.Ordinal);
        Assert.Equal(1, Found());
        await Judge(JoinDecision.Undone, "was wrong");
        Assert.Equal(2, Found());

        var audit = (await host.Get<OperatorWork>().Do(new ShowAudit { By = "pat" }, default)).Lines;
        Assert.Equal(2, audit.Count);
        Assert.EndsWith($"pat  joined {proposal.One} and {proposal.Other} (rang them)", audit[0], StringComparison.Ordinal);
    }
}
