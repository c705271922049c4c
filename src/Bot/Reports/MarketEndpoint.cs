using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Market;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Reports;

/// <summary><c>/market/{token}</c>: the figures of one question about the market as they are now, for whom a commissioner's or an adviser's conversation gave the address.</summary>
public static class MarketEndpoint
{
    public static void MapMarket(this WebApplication app) =>
        app.MapGet("/market/{token}", (string token, MarketLinks links, MarketAnswers answers, TimeProvider time) =>
            links.Read(token) is var (asked, until) && MarketFigures.Of(answers, asked, UkTime.DayOf(time.GetUtcNow()), until) is { } figures
                ? (IResult)new RazorComponentResult<MarketPage>(new { Figures = figures })
                : new RazorComponentResult<MarketGonePage> { StatusCode = 404 });
}
