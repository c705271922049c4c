using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Market;

/// <summary>What each data set says of a provider. The one place from which the market asks it.</summary>
public sealed class FactsInStore(IKnowledgeStore store)
{
    /// <summary>The facts of every data set that still holds the provider; empty if none says more than the provider itself shows.</summary>
    public IReadOnlyList<ProviderFacts> Of(string id) => [.. store.SourcesOf(id).Where(s => s.GoneSince is null).Select(s => s.Facts).OfType<ProviderFacts>()];
}
