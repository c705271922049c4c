using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Bot.Providers.Exports;

namespace CommissioningBot.Bot.Providers.Records;

/// <summary>Shows officers and advisers what they have searched for, and each search as it was. Nothing is searched again for it.</summary>
public sealed partial class SearchRecordJourney(SearchRecords records, SignedTokens tokens, HostSettings host) : IJourney
{
    private const int MostShown = 10;

    public string Name => "search-record";

    public async ValueTask<bool> Press(Turn turn, UserAct act, CancellationToken cancel)
    {
        if (act is not ShowSearchRecord show) return false;
        if (OfficersOnly.Refuses(turn, host)) return true;
        if (show.Record is null) await List(turn, cancel);
        else if (await records.Own(turn, show.Record, cancel) is { } record) Show(turn, record);
        else turn.Say(SearchRecordWording.NotYours);
        return true;
    }

    public async ValueTask<bool> Command(Turn turn, CancellationToken cancel) => Phrase().IsMatch(turn.Text) && await Press(turn, new ShowSearchRecord(), cancel);

    private async ValueTask List(Turn turn, CancellationToken cancel)
    {
        var all = await records.List(Viewer.Of(turn, tokens).Key, cancel);
        turn.Say(new Reply(SearchRecordWording.List([.. all.Take(MostShown)], all.Count, host))
        {
            Buttons =
            [
                .. all.Take(MostShown).Select((s, i) => new Button(FormattableString.Invariant($"Show {i + 1}, as it was"), new ShowSearchRecord(s.Record))),
                .. all.Count > 0 ? [new Button("Export my search record", new ExportProviders(ExportKind.Searches))] : Array.Empty<Button>(),
            ],
        });
    }

    private void Show(Turn turn, SearchRecord record) => turn.Say(new Reply(SearchRecordWording.AsItWas(record, records, host))
    {
        Buttons = [.. record.Found.Count > 0 ? [new Button("Export this list", new ExportProviders(ExportKind.Of(record.Id)))] : Array.Empty<Button>(), new("My search record", new ShowSearchRecord())],
    });

    [GeneratedRegex(@"\A\s*(please\s+)?((show|list|see|open)\s+)?(me\s+)?((my|our|the)\s+)?(search\s+(records?|history)|record\s+of\s+(my\s+|our\s+)?searches|(?<=(my|our)\s+)searches)\s*[.!?]*\s*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();
}
