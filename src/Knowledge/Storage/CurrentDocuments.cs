using CommissioningBot.Knowledge.Questions.Documents;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Storage;

/// <summary>The index of the passages in a store: built when it is first asked for, and swapped after an import while the old one still answers.</summary>
public sealed class CurrentDocuments(IKnowledgeStore store, ContentLibrary library)
{
    private readonly Lock building = new();
    private volatile Built? built;

    private sealed record Built(long Version, PassageIndex Index);

    /// <summary>The index as it is; it may be one import behind until <see cref="Refresh"/>.</summary>
    public PassageIndex Index => (built ?? Refreshed()).Index;

    /// <summary>Builds the index again if the data has changed and it is in use. Call it after an import, away from any turn.</summary>
    public void Refresh()
    {
        if (built is not null) Refreshed();
    }

    private Built Refreshed()
    {
        lock (building)
        {
            var version = store.DataVersion;
            if (built is { } current && current.Version == version) return current;
            return built = new Built(version, new PassageIndex(library, store.Documents()));
        }
    }
}
