namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>Which pages of other sites a browser lets talk to us: https://fetch.spec.whatwg.org/#http-cors-protocol.</summary>
public static class Embedding
{
    public const string Policy = "embedding";

    // Web Chat's client sends the second and third with every request.
    private static readonly string[] Headers = ["Content-Type", "Authorization", "x-ms-bot-agent"];
    private static readonly string[] Shown = ["Retry-After", "RateLimit", "RateLimit-Policy"];

    /// <summary>Exactly the configured origins. Cookies are not for other sites, so credentials are not allowed.</summary>
    public static void AddEmbedding(this IServiceCollection services, DirectLineSites sites)
    {
        services.AddSingleton(sites);
        services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
            .SetIsOriginAllowed(origin => sites.WithOrigin(origin) is not null)
            .WithMethods("GET", "POST").WithHeaders(Headers).WithExposedHeaders(Shown).SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }
}
