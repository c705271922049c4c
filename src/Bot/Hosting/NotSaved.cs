using CommissioningBot.Bot.Channels;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Bot.Hosting;

/// <summary>Answers 503 wherever the store cannot write, a full disk for example: to programs in their protocol's form, to people in words.</summary>
public static class NotSaved
{
    public static void UseNotSaved(this WebApplication app)
    {
        var host = app.Services.GetRequiredService<HostSettings>();
        app.Use(async (http, next) =>
        {
            try
            {
                await next(http);
            }
            catch (StoreUnavailableException) when (!http.Response.HasStarted)
            {
                http.Response.Clear();
                await Answer(http.Request.Path, host).ExecuteAsync(http);
            }
        });
    }

    private static IResult Answer(PathString path, HostSettings host) =>
        path.StartsWithSegments("/v3") || path.StartsWithSegments("/api")
            ? ProtocolError.NotSaved()
            : Results.Text($"Sorry, nothing can be saved just now, so the chat cannot be opened. What was saved before is safe. Please try again in a few minutes, or ask {host.LocalSupport}.", statusCode: StatusCodes.Status503ServiceUnavailable);
}
