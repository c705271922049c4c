using CommissioningBot.Bot.Channels;
using CommissioningBot.Knowledge.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// What is answered when a request fails in a way that nobody foresaw, or the store cannot write (a full disk, for example): to programs in
/// their protocol's form, to people in words, and to nobody how it works inside.
/// </summary>
public static class Failures
{
    public static void UseFailures(this WebApplication app)
    {
        var host = app.Services.GetRequiredService<HostSettings>();
        app.UseExceptionHandler(failing => failing.Run(http => Answer(http, host).ExecuteAsync(http)));
    }

    private static IResult Answer(HttpContext http, HostSettings host)
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var isProgram = http.Request.Path.StartsWithSegments("/v3") || http.Request.Path.StartsWithSegments("/api");
        return error switch
        {
            StoreUnavailableException when isProgram => ProtocolError.NotSaved(),
            StoreUnavailableException => Words(503, $"Sorry, nothing can be saved just now, so the chat cannot be opened. What was saved before is safe. Please try again in a few minutes, or ask {host.LocalSupport}."),
            BadHttpRequestException bad => ProtocolError.Result(bad.StatusCode, "BadArgument", "The request cannot be read."),
            _ when isProgram => ProtocolError.Result(500, "ServiceError", $"Something went wrong on our side. Reference {http.TraceIdentifier}."),
            _ => Words(500, $"Sorry, something went wrong on our side. Please try again, or ask {host.LocalSupport}. Reference {http.TraceIdentifier}."),
        };
    }

    private static IResult Words(int status, string words) => Results.Text(words, statusCode: status);
}
