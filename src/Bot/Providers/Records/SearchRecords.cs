using System.Security.Cryptography;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Providers.Records;

/// <summary>Writes the record of each search in the turn that answers it, and finds it again.</summary>
public sealed class SearchRecords(CurrentProviders providers, IKnowledgeStore knowledge, IConversationStore store, SignedTokens tokens, HostSettings host)
{
    /// <summary>A record lists no more; how many there were in all it still says.</summary>
    public const int MostFound = 1000;

    /// <summary>Letters of a source's words that a record keeps.</summary>
    public const int LongestQuote = 1000;

    private const int LongestName = 120;

    /// <summary>Keeps that this turn has searched; a further page of the same search is none of its own.</summary>
    /// <returns>The record's id; null if what was asked was not clear enough for a list.</returns>
    public string? Note(Turn turn, ProviderResult result, ProviderQuery query, int week)
    {
        if (result.Clarify.Count > 0 || result.UnknownPlace is not null || ProvidersWording.Nothing(result.Understood)) return null;
        var asked = query with { Text = "", Page = 1 };
        if (query.Page > 1 && !result.ListUpdated && turn.State.Providers is { Record: { } same } before && IsSame(before.Query, asked)) return same;

        var whole = new FindProviders(providers.Index, MostFound).Find(asked, week);
        var viewer = Viewer.Of(turn, tokens);
        var record = new SearchRecord(
            $"{SearchRecord.IdFrom(turn.Now)}-{Convert.ToHexString(RandomNumberGenerator.GetBytes(4))}", turn.Now, viewer.Key, viewer.Id.Length > 0 ? viewer.Id : "unknown",
            turn.Activity.ChannelId ?? "unknown", turn.Role, asked, week, Lasting(query.Page == 1 || result.ListUpdated ? result : whole with { Matches = [.. whole.Matches.Take(FindProviders.PageSize)] }),
            [.. whole.Matches.Select(m => new FoundProvider(m.Id, IsListing(m.Id) ? null : m.Name[..Math.Min(m.Name.Length, LongestName)], m.Outside))], whole.PageToken is null,
            [.. DataSources.Searched(knowledge).Select(i => new SearchedImport(i.Version, i.Source.DataSet, i.Source.Licence, i.At, i.Source.Digest))]);
        var until = turn.Now.AddDays(host.KeepSearchRecordsDays);
        turn.Save(SearchRecord.Key(record.Id), record, RecordsJson.Default.SearchRecord, until);
        turn.Save(ListedSearch.Key(record.Person, record.Id), new ListedSearch(record.Id, record.At, ProvidersWording.InWords(result.Understood), result.Total), RecordsJson.Default.ListedSearch, until);
        return record.Id;
    }

    /// <summary>A search of this very person; null if there is none of that id, or if it is somebody else's.</summary>
    public async ValueTask<SearchRecord?> Own(Turn turn, string id, CancellationToken cancel) =>
        await turn.Load(SearchRecord.Key(id), RecordsJson.Default.SearchRecord, cancel) is { } record && record.Person == Viewer.Of(turn, tokens).Key ? record : null;

    /// <summary>As <see cref="Own"/>, for a page outside any turn.</summary>
    public async Task<SearchRecord?> Of(string person, string id, CancellationToken cancel) =>
        await store.Load(SearchRecord.Key(id), cancel) is { } stored && SearchRecord.FromRecord(stored) is var record && record.Person == person ? record : null;

    /// <summary>A person's searches that were committed before, the newest first.</summary>
    public async Task<IReadOnlyList<ListedSearch>> List(string person, CancellationToken cancel) =>
        // '0' comes after '/', so that this is everything of that person.
        [.. (await store.Records(ListedSearch.Kind, person + "/", person + "0", cancel)).Select(r => JsonSerializer.Deserialize(r.Body, RecordsJson.Default.ListedSearch)!).Reverse()];

    /// <summary>
    /// Everything that a record's search found, with the reasons; null if the data, or the groups that list themselves, have changed since: then it
    /// would be another list than the one that was shown.
    /// </summary>
    public IReadOnlyList<ProviderMatch>? Unchanged(SearchRecord record)
    {
        var now = new FindProviders(providers.Index, int.MaxValue).Find(record.Query, record.Week);
        var isSame = now.DataVersion == record.Result.DataVersion && (record.IsWhole ? now.Matches.Count == record.Found.Count : now.Matches.Count > record.Found.Count)
            && now.Matches.Take(record.Found.Count).Select(m => m.Id).SequenceEqual(record.Found.Select(f => f.Id));
        return isSame ? now.Matches : null;
    }

    /// <summary>The first page as it was. A group that listed itself is named only while it still does.</summary>
    public ProviderResult AsItWas(SearchRecord record) => record.Result with
    {
        Matches = [.. record.Result.Matches.Select(m => IsListing(m.Id) ? m with { Name = NameNow(m.Id), Notes = ["Listed itself then. What it said of itself is not kept in the record."] } : m)],
    };

    /// <summary>What somebody who was found is called: as then, or a group that lists itself as it is now.</summary>
    public string NameOf(FoundProvider found) => found.Name ?? NameNow(found.Id);

    public static bool IsListing(string id) => id.StartsWith(Provider.ListedPrefix, StringComparison.Ordinal);

    private string NameNow(string id) => providers.Index.Known(id)?.Provider.Name ?? "A group that listed itself, and does not any more";

    private static ProviderResult Lasting(ProviderResult result) => result with
    {
        PageToken = null,
        ListUpdated = false,
        Matches = [.. result.Matches.Select(m => IsListing(m.Id)
            ? m with { Name = "", Place = "its place is not kept", Reasons = [], NotStated = [], Notes = [], Website = null }
            : m with { Reasons = [.. m.Reasons.Select(r => r with { Text = r.Text[..Math.Min(r.Text.Length, LongestQuote)] })] })],
    };

    // Lists within a record are told apart by who made them, so the written form is compared.
    private static bool IsSame(ProviderQuery one, ProviderQuery other) => Written(one) == Written(other);

    private static string Written(ProviderQuery query) => new PageToken(query with { Text = "", Page = 1 }, 0, 0).Write();
}
