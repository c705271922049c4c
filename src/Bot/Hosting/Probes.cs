using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Hosting;

/// <summary>For whoever watches the host: <c>/alive</c> says that the process answers, <c>/ready</c> that its store does.</summary>
public static class Probes
{
    public static void MapProbes(this WebApplication app)
    {
        app.MapGet("/alive", () => Results.Text("alive"));
        app.MapGet("/ready", async (IConversationStore store, CancellationToken cancel) =>
        {
            await store.Load("probe", cancel);
            return Results.Text("ready");
        });
    }
}
