using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Providers.Shortlists;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Providers.Exports;

/// <summary>Gives officers and advisers the addresses of their lists as files.</summary>
public sealed partial class ExportJourney(ProvidersJourney search, SearchRecords records, ExportLinks links, SignedTokens tokens, HostSettings host) : IJourney
{
    public string Name => "export";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not ExportProviders export) return false;
        if (OfficersOnly.Refuses(turn, host)) return true;
        if (export.What == ExportKind.Shortlist) await Shortlist(turn, cancel);
        else if (export.What == ExportKind.Searches) await Searches(turn, cancel);
        else await One(turn, ExportKind.RecordOf(export.What ?? "") ?? "", cancel);
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel)
    {
        if (Phrase().Match(Words.Fold(turn.Text)) is not { Success: true } phrase) return false;
        // "Print our result" is a group's own, and other journeys know it.
        if (phrase.Groups["shortlist"].Success) return await Press(turn, new ExportProviders(ExportKind.Shortlist), cancel);
        if (phrase.Groups["record"].Success) return await Press(turn, new ExportProviders(ExportKind.Searches), cancel);
        if (!phrase.Groups["list"].Success && turn.Role < Role.Commissioner) return false;
        if (OfficersOnly.Refuses(turn, host)) return true;
        if (turn.State.Providers?.Record is { } record) await One(turn, record, cancel);
        else turn.Say(ExportWording.NothingToExport);
        return true;
    }

    private async ValueTask One(Turn turn, string id, CancellationToken cancel)
    {
        if (await records.Own(turn, id, cancel) is not { } record) turn.Say(SearchRecordWording.NotYours);
        else if (record.Found.Count == 0) turn.Say(ExportWording.NobodyFound);
        else if (records.Unchanged(record) is null)
        {
            search.Search(turn, record.Query);
            turn.SayFirst(new Reply(ExportWording.Changed));
        }
        else turn.Say(ExportWording.Links(links.To(turn, ExportKind.Of(id)), record.IsWhole ? record.Found.Count : null, hasWord: true, endsWithData: true));
    }

    private async ValueTask Shortlist(Turn turn, CancellationToken cancel)
    {
        var list = await turn.Load(KeptShortlist.Key(Viewer.Of(turn, tokens).Key), ShortlistJson.Default.KeptShortlist, cancel);
        turn.Say(list is { Entries.Count: > 0 } ? ExportWording.Links(links.To(turn, ExportKind.Shortlist), list.Entries.Count, hasWord: true, endsWithData: false) : ShortlistWording.Empty);
    }

    private async ValueTask Searches(Turn turn, CancellationToken cancel)
    {
        var all = await records.List(Viewer.Of(turn, tokens).Key, cancel);
        turn.Say(all.Count > 0 ? ExportWording.Links(links.To(turn, ExportKind.Searches), all.Count, hasWord: false, endsWithData: false) : SearchRecordWording.List(all, 0, host));
    }

    [GeneratedRegex(@"\A\s*(please )?(export|download)( (?:my|our|the|this|that|whole|all))*( (?<shortlist>short[- ]?list)| (?<record>search records?|search history|searches)| (?<list>list|search|providers)| results?)?( (as|to|in|into) (an? )?(csv|excel|spreadsheet|word|file|word file|csv file|word document))?\s*[.!?]*\z")]
    private static partial Regex Phrase();
}
