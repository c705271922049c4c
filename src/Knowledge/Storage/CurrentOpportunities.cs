using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Knowledge.Storage;

/// <summary>The search over the opportunities in a store: built when it is first asked for, and again when an import has changed the data.</summary>
public sealed class CurrentOpportunities(IKnowledgeStore store)
{
    private readonly Lock building = new();
    private (long Version, FindOpportunities Search, int Count)? current;

    /// <summary>The search, and how many opportunities it is over, past ones too.</summary>
    public (FindOpportunities Search, int Count) Now()
    {
        lock (building)
        {
            var version = store.DataVersion;
            if (current is not { } known || known.Version != version)
            {
                var all = store.Opportunities();
                current = known = (version, new FindOpportunities(all), all.Count);
            }
            return (known.Search, known.Count);
        }
    }
}
