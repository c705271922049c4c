using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Providers.Shortlists;

namespace CommissioningBot.Bot.Reports.ProviderLists;

/// <summary>A list of providers, ready to be written as a file.</summary>
public abstract record ListFile
{
    /// <summary>Its name without the ending.</summary>
    public abstract string FileName { get; }
}

/// <summary>Everything that one search found.</summary>
/// <param name="MadeAt">In UTC.</param>
public sealed record SearchFile(SearchRecord Record, IReadOnlyList<ListedProvider> Providers, DateTimeOffset MadeAt) : ListFile
{
    public override string FileName => $"providers-{Record.Receipt}";
}

/// <summary>A shortlist.</summary>
/// <param name="MadeAt">In UTC.</param>
/// <param name="DataVersion">Of the data that say what is said of each.</param>
public sealed record ShortlistFile(IReadOnlyList<ShortlistedProvider> Entries, DateTimeOffset MadeAt, long DataVersion) : ListFile
{
    public override string FileName => "shortlist";
}

/// <summary>An entry of a shortlist with what the data say of it now.</summary>
/// <param name="Changed">What has changed since it was added.</param>
public sealed record ShortlistedProvider(ShortlistEntry Entry, ListedProvider Now, IReadOnlyList<string> Changed);

/// <summary>All searches of one person, the newest first, each with what those that it found are called.</summary>
public sealed record SearchesFile(IReadOnlyList<(SearchRecord Record, IReadOnlyList<string> Names)> Searches) : ListFile
{
    public override string FileName => "search-record";
}
