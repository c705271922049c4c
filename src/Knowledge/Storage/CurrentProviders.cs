using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Knowledge.Storage;

/// <summary>The index of the providers in a store: built when it is first asked for, and swapped after an import while the old one still answers.</summary>
public sealed class CurrentProviders(IKnowledgeStore store)
{
    private readonly Lock building = new();
    private volatile ProviderIndex? index;
    private IReadOnlyList<Provider> listed = [];
    private string listedVersion = "";

    /// <summary>The index as it is; it may be one import behind until <see cref="Refresh"/>.</summary>
    public ProviderIndex Index => index ?? Refresh();

    /// <summary>Builds the index again if the data has changed, and gives it. Call it after an import, away from any turn.</summary>
    public ProviderIndex Refresh()
    {
        lock (building)
        {
            var version = store.DataVersion;
            if (index is { } current && current.DataVersion == version) return current;
            return Build(version);
        }
    }

    /// <summary>
    /// Adds providers that are in no import, such as groups that list themselves; they take the place of those added before. An index that is there is
    /// built again if they have changed.
    /// </summary>
    /// <param name="version">Differs whenever the providers do.</param>
    public void List(string version, IReadOnlyList<Provider> providers)
    {
        lock (building)
        {
            if (version == listedVersion) return;
            (listed, listedVersion) = (providers, version);
            if (index is not null) Build(store.DataVersion);
        }
    }

    private ProviderIndex Build(long version) =>
        index = new ProviderIndex(version, new ProvidersToIndex(store.Localities(), Ahead.Of(store.Providers()), store.Providers).And(listed), store.Outwards(), store.Identifiers(), store.Said());
}
