using System.Globalization;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Bot.Reports.ProviderLists;

/// <summary>Lists as rows of a spreadsheet: a row for each provider, which says by itself where it is from and what it is not.</summary>
internal static class ListCsv
{
    private static readonly string[] AboutProvider = ["Id", "Name", "Place", "In the place asked for", "Why", "Not stated", "Notes", "Last seen in the data", "Website", "Register", "Data sets and licences"];

    public static byte[] Of(ListFile file) => CsvFile.Of(file switch
    {
        SearchFile search => Search(search),
        ShortlistFile shortlist => Shortlist(shortlist),
        SearchesFile searches => Searches(searches),
        _ => throw new ArgumentOutOfRangeException(nameof(file)),
    });

    private static IEnumerable<IReadOnlyList<string>> Search(SearchFile file)
    {
        yield return ["Number", .. AboutProvider, "What was understood", "Searched at (UK time)", "Order", "Data version", "Receipt", "About this list"];
        var record = file.Record;
        string[] same = [ProvidersWording.InWords(record.Result.Understood), UkClock.Say(record.At), SearchRecordWording.Order(record.Week), Number(record.Result.DataVersion), record.Receipt, ProvidersWording.NotSelection];
        for (var i = 0; i < file.Providers.Count; i++) yield return [Number(i + 1), .. Cells(file.Providers[i]), .. same];
    }

    private static IEnumerable<IReadOnlyList<string>> Shortlist(ShortlistFile file)
    {
        string[] about = [.. AboutProvider.Select(a => a == "Why" ? "What the data say" : a)];
        yield return ["Number", .. about, "Why it is on the list", "Added on (UK time)", "Found by", "Receipt of that search", "Changed since it was added", "List made at (UK time)", "Data version", "About this list"];
        for (var i = 0; i < file.Entries.Count; i++)
        {
            var (entry, now, changed) = file.Entries[i];
            yield return
            [
                Number(i + 1), .. Cells(now), entry.Why ?? "not said", UkTime.DayOf(entry.AddedAt).ToString("d MMMM yyyy", CultureInfo.InvariantCulture), entry.FoundBy ?? "its name", entry.Record is { } id ? id[^8..] : "",
                string.Join(" ", changed), UkClock.Say(file.MadeAt), Number(file.DataVersion), ProvidersWording.NotSelection,
            ];
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Searches(SearchesFile file)
    {
        yield return ["Searched at (UK time)", "Searched at (UTC)", "Receipt", "By", "Channel", "Role", "What was understood", "Found", "Listed", "Ids in order", "Names in order", "More than are listed", "Data version", "Imports searched", "Order", "About these lists"];
        foreach (var (r, names) in file.Searches)
        {
            yield return
            [
                UkClock.Say(r.At), r.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), r.Receipt, r.By, r.Channel, r.Role.ToString(), ProvidersWording.InWords(r.Result.Understood),
                Number(r.Result.Total), Number(r.Found.Count), string.Join("; ", r.Found.Select(f => f.Id)), string.Join("; ", names), r.IsWhole ? "no" : "yes", Number(r.Result.DataVersion),
                string.Join("; ", r.Imports.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Version}: {i.InWords}"))), SearchRecordWording.Order(r.Week), ProvidersWording.NotSelection,
            ];
        }
    }

    private static string[] Cells(ListedProvider p) =>
    [
        p.Id, p.Name, p.Place, p.Outside ? "no" : "yes", string.Join("; ", p.Why), string.Join("; ", p.NotStated), string.Join(" ", p.Notes),
        p.LastSeen?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "not in the data any more", p.Website ?? "not stated", p.RegisterLink ?? "not stated", string.Join("; ", p.Sources),
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
