using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck.Sharing;
using CommissioningBot.Bot.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Reports;

/// <summary><c>/area-report/{token}</c>: every area report, the newest first, for whom an adviser's conversation gave the address.</summary>
public static class AreaReportEndpoint
{
    public static void MapAreaReports(this WebApplication app) =>
        app.MapGet("/area-report/{token}", async (string token, SignedTokens tokens, KeptAreaReports reports, CancellationToken cancel) =>
            tokens.Read(token, SignedTokens.AreaReport) is { Role: Role.Adviser }
                ? (IResult)new RazorComponentResult<AreaReportPage>(new { Reports = (await reports.All(cancel)).Reverse().ToList() })
                : new RazorComponentResult<AreaReportGonePage> { StatusCode = 404 });
}
