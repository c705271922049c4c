namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>
/// Where replies may be sent. An activity names the address itself, so a forged one could make the bot call anywhere, with its token: only
/// hosts that are known letter by letter are called.
/// </summary>
public sealed class ServiceUrls(TeamsSettings settings, IHostEnvironment environment)
{
    /// <summary>Teams in the public cloud. Never a pattern: names beside it can be registered by anybody.</summary>
    private const string PublicCloud = "smba.trafficmanager.net";

    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0) return false;
        if (IsThisComputer(url)) return environment.IsDevelopment();
        return url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && (url.IdnHost == PublicCloud || settings.ServiceHosts.Contains(url.IdnHost));
    }

    /// <summary>True for an address on this computer, as test tools have it.</summary>
    public static bool IsThisComputer(Uri url) => url.IsLoopback && url.Scheme is "http" or "https";
}
