using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.Storage;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Reports;

/// <summary><c>/results/{token}</c>: a check's result as a page to read and print, for whoever holds the signed address.</summary>
public static class ResultEndpoint
{
    public static void MapResults(this WebApplication app) => app.MapGet("/results/{token}", Show);

    private static async Task<IResult> Show(string token, ResultLinks links, Catalogue catalogue, IConversationStore store, CancellationToken cancel)
    {
        if (links.Read(token) is not var (assessment, until)) return Gone();
        if (await store.Load(KeptCheck.Key(assessment), cancel) is not { } stored) return Gone();
        var check = JsonSerializer.Deserialize(stored.Body, HealthCheckJson.Default.KeptCheck)!;
        return new RazorComponentResult<ResultPage>(new { View = ResultViews.Of(catalogue, check.Assessment, until) });
    }

    private static RazorComponentResult<GonePage> Gone() => new() { StatusCode = 404 };
}
