using CommissioningBot.Bot.Channels;
using CommissioningBot.Knowledge.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace CommissioningBot.Bot.Hosting;

/// <summary>What is answered when a request fails in a way that nobody foresaw: in the protocol's form, with a reference and no inner workings.</summary>
public static class Failures
{
    public static void UseFailures(this WebApplication app) => app.UseExceptionHandler(failing => failing.Run(async http =>
    {
        var error = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var result = error switch
        {
            StoreUnavailableException => ProtocolError.NotSaved(),
            BadHttpRequestException bad => ProtocolError.Result(bad.StatusCode, "BadArgument", "The request cannot be read."),
            _ => ProtocolError.Result(500, "ServiceError", $"Something went wrong on our side. Reference {http.TraceIdentifier}."),
        };
        await result.ExecuteAsync(http);
    }));
}
