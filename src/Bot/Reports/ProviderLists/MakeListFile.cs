using System.Text.Json;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Bot.Providers.Exports;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Providers.Shortlists;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Reports.ProviderLists;

/// <summary>Gathers what a file holds, at the moment it is fetched.</summary>
public sealed class MakeListFile(SearchRecords records, CurrentProviders providers, IKnowledgeStore knowledge, IConversationStore store, TimeProvider time)
{
    /// <summary>The list, or null if there is none of that name, it is empty, or its data have changed since it was shown.</summary>
    /// <param name="person">Whose it is.</param>
    /// <param name="what">Which; see <see cref="ExportKind"/>.</param>
    public async Task<ListFile?> Of(string person, string what, CancellationToken cancel) => what switch
    {
        ExportKind.Shortlist => await Shortlist(person, cancel),
        ExportKind.Searches => await Searches(person, cancel),
        _ => ExportKind.RecordOf(what) is { } id && await records.Of(person, id, cancel) is { } record ? Search(record) : null,
    };

    private SearchFile? Search(SearchRecord record) =>
        record.Found.Count > 0 && records.Unchanged(record) is { } matches
            ? new SearchFile(record, [.. matches.Select(m => ListedProvider.Of(m, providers.Index.Known(m.Id)?.Provider, knowledge))], time.GetUtcNow())
            : null;

    private async Task<ShortlistFile?> Shortlist(string person, CancellationToken cancel)
    {
        if (await store.Load(KeptShortlist.Key(person), cancel) is not { } stored) return null;
        var entries = JsonSerializer.Deserialize(stored.Body, ShortlistJson.Default.KeptShortlist)!.Entries;
        return entries.Count == 0 ? null : new ShortlistFile([.. entries.Select(Entry)], time.GetUtcNow(), providers.Index.DataVersion);
    }

    private ShortlistedProvider Entry(ShortlistEntry entry)
    {
        var known = providers.Index.Known(entry.Id);
        var match = new FindProviders(providers.Index).Find(new ProviderQuery { Number = entry.Id }, ProvidersJourney.Week(time.GetUtcNow())).Matches is [var found] ? found
            : new ProviderMatch(entry.Id, ShortlistWording.NameOf(entry, null), entry.Place, [], [], Outside: false, [], null, null, Sample: false);
        return new ShortlistedProvider(entry, ListedProvider.Of(match, known?.Provider, knowledge), entry.ChangedSince(known));
    }

    private async Task<SearchesFile?> Searches(string person, CancellationToken cancel)
    {
        var found = new List<(SearchRecord, IReadOnlyList<string>)>();
        foreach (var listed in await records.List(person, cancel))
        {
            if (await records.Of(person, listed.Record, cancel) is { } record) found.Add((record, [.. record.Found.Select(records.NameOf)]));
        }
        return found.Count == 0 ? null : new SearchesFile(found);
    }
}
