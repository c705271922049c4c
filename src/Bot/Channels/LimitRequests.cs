using System.Globalization;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Channels;

/// <summary>
/// Holds an endpoint to its limits. The headers follow https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/. Reading of
/// activities and reconnecting have none: Direct Line's own client ends the conversation at a 429 there.
/// </summary>
public static class LimitRequests
{
    public static RouteHandlerBuilder LimitedBy(this RouteHandlerBuilder endpoint, RequestKind kind) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        var limits = services.GetRequiredService<RequestLimits>();
        var conversation = services.GetRequiredService<DirectLineAccess>().Conversation(http) ?? services.GetRequiredService<Visitors>().Known(http)?.Conversation;
        if (limits.Count(kind, http.Connection.RemoteIpAddress, conversation) is { } counted)
        {
            Tell(http.Response.Headers, counted);
            if (!counted.Allowed) return Refusal(http, kind, counted.RetryAfter, "That was a lot at once. Please wait a moment, then send it again.");
        }
        if (kind is not RequestKind.Message || conversation is null) return await next(context);
        using var place = limits.Queue(conversation);
        return place.IsAcquired ? await next(context) : Refusal(http, kind, TimeSpan.FromSeconds(1), "I am still answering what you sent before. Please wait for the answer, then send this again.");
    });

    private static IResult Refusal(HttpContext http, RequestKind kind, TimeSpan wait, string message)
    {
        http.Response.Headers.RetryAfter = Seconds(wait);
        // The page without JavaScript has a person in front of it.
        return kind is RequestKind.Page ? Results.Text(message, "text/plain; charset=utf-8", statusCode: 429) : ProtocolError.Result(429, "TooManyRequests", message);
    }

    private static void Tell(IHeaderDictionary headers, Counted counted)
    {
        headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{counted.Policy}\";q={counted.Limit};w={counted.Window.TotalSeconds:0}");
        headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{counted.Policy}\";r={counted.Free};t={Seconds(counted.Allowed ? counted.Window : counted.RetryAfter)}");
    }

    private static string Seconds(TimeSpan wait) => Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString("0", CultureInfo.InvariantCulture);
}
