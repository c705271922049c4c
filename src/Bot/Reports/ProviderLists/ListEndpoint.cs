using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Providers.Exports;
using CommissioningBot.Bot.Reports.PrintOuts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Reports.ProviderLists;

/// <summary><c>/provider-lists/{token}/list.csv</c> and <c>list.docx</c>: an officer's list as a file, for whoever holds the signed address, for a day.</summary>
public static class ListEndpoint
{
    public static void MapProviderLists(this WebApplication app)
    {
        app.MapGet("/provider-lists/{token}/list.csv", (string token, ExportLinks links, MakeListFile make, OnOffSwitch onOff, CancellationToken cancel) =>
            Send(token, links, make, onOff, file => Results.File(ListCsv.Of(file), CsvFile.ContentType, file.FileName + ".csv"), cancel));
        app.MapGet("/provider-lists/{token}/list.docx", (string token, ExportLinks links, MakeListFile make, OnOffSwitch onOff, TimeProvider time, CancellationToken cancel) =>
            Send(token, links, make, onOff, file => ListDocument.Of(file) is { } document ? Results.File(WordFile.Of(document, time.GetUtcNow()), WordFile.ContentType, file.FileName + ".docx") : Gone(), cancel));
    }

    private static async Task<IResult> Send(string token, ExportLinks links, MakeListFile make, OnOffSwitch onOff, Func<ListFile, IResult> write, CancellationToken cancel) =>
        links.Read(token) is var (person, what) && await onOff.Off(cancel) is null && await make.Of(person, what, cancel) is { } file ? write(file) : Gone();

    private static RazorComponentResult<ListGonePage> Gone() => new() { StatusCode = 404 };
}
