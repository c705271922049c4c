using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommissioningBot.Bot.Site;

/// <summary>The pages that are the same for everybody, and the files that they and the widget need.</summary>
public static class SitePages
{
    /// <summary>Registers what the pages are made with.</summary>
    public static IServiceCollection AddSitePages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        // Razor brings data protection along, which would leave keys in the home folder. Nothing here is protected with it.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddSingleton(new PrecompressedFiles(Path.Combine(AppContext.BaseDirectory, "wwwroot")));
        return services;
    }

    /// <summary>Says in words that there is no such page, to browsers that ask for one.</summary>
    public static void UseNotFoundPage(this WebApplication app) => app.UseStatusCodePages(page =>
        page.HttpContext is { Response.StatusCode: StatusCodes.Status404NotFound } http && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? new RazorComponentResult<NotFoundPage> { StatusCode = StatusCodes.Status404NotFound }.ExecuteAsync(http)
            : Task.CompletedTask);

    /// <summary>Maps <c>/</c>, <c>/council</c>, <c>/privacy</c>, <c>/accessibility</c> and every file of wwwroot.</summary>
    public static void MapSitePages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http) => new RazorComponentResult<HomePage>(new { Cleared = http.Request.Query.ContainsKey("cleared") }));
        app.MapGet("/privacy", () => new RazorComponentResult<PrivacyPage>());
        app.MapGet("/accessibility", () => new RazorComponentResult<AccessibilityPage>());
        app.MapGet("/council", (HttpContext http, IHostEnvironment environment) =>
            ForTryingOut(http, environment) ? new RazorComponentResult<CouncilPage>() : (IResult)TypedResults.NotFound());

        var files = app.ServiceProvider.GetRequiredService<PrecompressedFiles>();
        foreach (var path in files.Paths)
            app.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], http => files.Send(http, path));
    }

    /// <summary>Whether a demonstration commissioner may be given: in Development, to the machine's own browser alone.</summary>
    public static bool ForTryingOut(HttpContext http, IHostEnvironment environment) =>
        environment.IsDevelopment() && http.Connection.RemoteIpAddress is { } peer && IPAddress.IsLoopback(peer);
}
