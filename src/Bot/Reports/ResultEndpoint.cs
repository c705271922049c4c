using System.Text;
using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Reports;

/// <summary><c>/results/{token}</c> and what lies under it: a check's result, plan and year to read and print, for whoever holds the signed address.</summary>
public static class ResultEndpoint
{
    public static void MapResults(this WebApplication app)
    {
        app.MapGet("/results/{token}", (string token, OpenCheck open, Catalogue catalogue, CancellationToken cancel) => Page<ResultPage>(token, open, c =>
            ResultViews.Of(catalogue, c.Check, c.Today, c.LinkEnds), cancel));
        app.MapGet("/results/{token}/year", (string token, OpenCheck open, Catalogue catalogue, CancellationToken cancel) => Page<YearPage>(token, open, c =>
            YearView.Of(catalogue, c.Check, c.Today, c.LinkEnds), cancel));
        app.MapGet("/results/{token}/calendar.ics", Calendar);
    }

    private static async Task<IResult> Page<TPage>(string token, OpenCheck open, Func<OpenedCheck, object> view, CancellationToken cancel) where TPage : IComponent =>
        await open.By(token, cancel) is { } opened ? new RazorComponentResult<TPage>(new { View = view(opened), Token = token }) : Gone();

    private static async Task<IResult> Calendar(string token, OpenCheck open, Catalogue catalogue, TimeProvider time, CancellationToken cancel)
    {
        if (await open.By(token, cancel) is not { } opened) return Gone();
        var file = CalendarFile.Of(YearView.Of(catalogue, opened.Check, opened.Today, opened.LinkEnds), opened.Check.Assessment.Id, time.GetUtcNow());
        return Results.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", "our-year.ics");
    }

    private static RazorComponentResult<GonePage> Gone() => new() { StatusCode = 404 };
}

/// <summary>A check that an address opened.</summary>
/// <param name="Today">UK time.</param>
public sealed record OpenedCheck(KeptCheck Check, DateOnly Today, DateOnly LinkEnds);

/// <summary>Opens a check by the signed address of its pages.</summary>
public sealed class OpenCheck(CheckLinks links, IConversationStore store, TimeProvider time)
{
    /// <summary>The check, or null if the address opens nothing any more.</summary>
    public async Task<OpenedCheck?> By(string token, CancellationToken cancel)
    {
        if (links.Read(token) is not { } link) return null;
        if (await store.Load(KeptClearing.Key(link.Device), cancel) is { } cleared && JsonSerializer.Deserialize(cleared.Body, HealthCheckJson.Default.KeptClearing)!.Times > link.Clearings) return null;
        if (await store.Load(KeptCheck.Key(link.Assessment), cancel) is not { } stored) return null;
        var check = JsonSerializer.Deserialize(stored.Body, HealthCheckJson.Default.KeptCheck)!;
        return check.Era == link.Era ? new OpenedCheck(check, UkTime.DayOf(time.GetUtcNow()), UkTime.DayOf(link.Until)) : null;
    }
}
