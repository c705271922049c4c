using System.Text.Json;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>Who somebody is for the bot, from the tenant and object id that the channel gives. What they write about themselves counts for nothing.</summary>
public sealed class TeamsIdentity(TeamsSettings settings, HostSettings host, IHostEnvironment environment)
{
    public const string Teams = "msteams";

    /// <summary>The role of whoever sent an activity; null if they are not served.</summary>
    /// <param name="proved">The channel has proved that the activity is its own.</param>
    /// <param name="fromThisComputer">It came from a program on this computer.</param>
    public Role? RoleOf(Activity activity, bool proved, bool fromThisComputer)
    {
        var tenant = Tenant(activity);
        if (!proved)
        {
            // The one exception, for trying the product out.
            var isDevelopmentTenant = settings.DevelopmentTenant is { } own && own.Equals(tenant, StringComparison.OrdinalIgnoreCase);
            if (environment.IsDevelopment() && fromThisComputer && isDevelopmentTenant) return Role.Commissioner;
            return activity.ChannelId == Teams && settings.AllowedTenants.Count > 0 && !IsAllowed(tenant) ? null : Role.Group;
        }
        if (activity.ChannelId != Teams) return Role.Group;
        if (!IsAllowed(tenant)) return null;
        return ObjectId(activity) is { } id && settings.Advisers.Contains(id) ? Role.Adviser : Role.Commissioner;
    }

    /// <summary>What somebody who is not served is told: why, and who can help.</summary>
    public string Refusal =>
        $"I am here for {host.SiteName} and the councils it works with, and your organisation's Teams is not one of them, so I cannot help you here. " +
        $"Council officers can ask {host.ProcurementTeam}. Community groups can ring {host.LocalSupport}.";

    private bool IsAllowed(string? tenant) => tenant is not null && settings.AllowedTenants.Contains(tenant);

    private static string? Tenant(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
        && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
        && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    private static string? ObjectId(Activity activity) =>
        activity.From?.Other?.GetValueOrDefault("aadObjectId") is { ValueKind: JsonValueKind.String } id ? id.GetString() : null;
}
