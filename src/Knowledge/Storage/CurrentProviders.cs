using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Storage;

/// <summary>The index of the providers in a store: built when it is first asked for, and swapped after an import while the old one still answers.</summary>
public sealed class CurrentProviders(IKnowledgeStore store)
{
    private readonly Lock building = new();
    private volatile ProviderIndex? index;

    /// <summary>The index as it is; it may be one import behind until <see cref="Refresh"/>.</summary>
    public ProviderIndex Index => index ?? Refresh();

    /// <summary>Builds the index again if the data has changed, and gives it. Call it after an import, away from any turn.</summary>
    public ProviderIndex Refresh()
    {
        lock (building)
        {
            var version = store.DataVersion;
            if (index is { } current && current.DataVersion == version) return current;
            var fresh = new ProviderIndex(version, [.. store.Providers()], store.Outwards(), store.Identifiers());
            index = fresh;
            return fresh;
        }
    }
}
