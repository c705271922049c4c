using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>What can be printed: <c>/templates</c> for anybody, and <c>/results/{token}/print</c> for whoever holds a group's signed address.</summary>
public static class PrintEndpoints
{
    private const string Word = ".docx";

    public static void MapPrintOuts(this WebApplication app)
    {
        app.MapGet("/templates", (GroupPrintOuts all) => Listed(all.Blank(), "/templates", null));
        app.MapGet("/templates/{id}", (string id, GroupPrintOuts all, TimeProvider time) => One(all.Blank(), id, "/templates", null, time));
        app.MapGet("/results/{token}/print", async (string token, OpenCheck open, GroupPrintOuts all, CancellationToken cancel) =>
            await open.By(token, cancel) is { } opened ? Listed(all.Of(opened), $"/results/{token}/print", opened) : Gone());
        app.MapGet("/results/{token}/print/{id}", async (string token, string id, OpenCheck open, GroupPrintOuts all, TimeProvider time, CancellationToken cancel) =>
            await open.By(token, cancel) is { } opened ? One(all.Of(opened), id, $"/results/{token}/print", opened, time) : Gone());
    }

    private static RazorComponentResult<PrintListPage> Listed(IReadOnlyList<PrintOut> all, string address, OpenedCheck? opened) =>
        new(new { All = all, Address = address, Opened = opened });

    private static IResult One(IReadOnlyList<PrintOut> all, string id, string address, OpenedCheck? opened, TimeProvider time)
    {
        var name = id.EndsWith(Word, StringComparison.Ordinal) ? id[..^Word.Length] : id;
        if (all.FirstOrDefault(p => p.Id == name) is not { } printOut) return opened is null ? TypedResults.NotFound() : Gone();
        return name == id
            ? new RazorComponentResult<PrintPage>(new { PrintOut = printOut, Address = address, Opened = opened })
            : Results.File(WordFile.Of(printOut, time.GetUtcNow()), WordFile.ContentType, id);
    }

    private static IResult Gone() => new RazorComponentResult<GonePage> { StatusCode = 404 };
}
