namespace CommissioningBot.Bot.Site;

/// <summary>What every response says to the browser, unless its page says something stricter itself (<see cref="PagePolicy"/>).</summary>
public static class ResponseHeaders
{
    // Half a year; without subdomains, which may be others' business.
    private const string OnlyHttps = "max-age=15768000";

    public static void UseResponseHeaders(this WebApplication app)
    {
        // Browsers keep it for the host name, and a developer's localhost serves other things over http.
        var tellHttps = !app.Environment.IsDevelopment();
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.XContentTypeOptions = "nosniff";
                headers.TryAdd("Referrer-Policy", "no-referrer");
                headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
                if (!headers.ContainsKey("Cache-Control")) headers.CacheControl = "no-store";
                if (tellHttps && http.Request.IsHttps) headers.StrictTransportSecurity = OnlyHttps;
                return Task.CompletedTask;
            });
            return next(http);
        });
    }
}
