namespace CommissioningBot.Bot.Channels.BotConnector;

/// <summary>Who reaches the bot through Teams and what they are, read from the section <c>Teams</c> of the settings. Everything is empty unless set.</summary>
public sealed record TeamsSettings
{
    private static readonly StringComparer IgnoringCase = StringComparer.OrdinalIgnoreCase;

    /// <summary>Ids of the Microsoft Entra tenants that are served. Their users are commissioners.</summary>
    public IReadOnlySet<string> AllowedTenants { get; init; } = new HashSet<string>(IgnoringCase);

    /// <summary>Entra object ids of the advisers, who must be users of an allowed tenant.</summary>
    public IReadOnlySet<string> Advisers { get; init; } = new HashSet<string>(IgnoringCase);

    /// <summary>For trying it out: in Development, users of this tenant are taken for commissioners without proof, from this computer only.</summary>
    public string? DevelopmentTenant { get; init; }

    /// <summary>Hosts that replies may be sent to, beside the public cloud's; government clouds have their own.</summary>
    public IReadOnlySet<string> ServiceHosts { get; init; } = new HashSet<string>(IgnoringCase);

    /// <exception cref="InvalidOperationException">A service host is not a plain host name.</exception>
    public static TeamsSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("Teams");
        var hosts = List(section, nameof(ServiceHosts));
        // Customers can register names below trafficmanager.net, so a wildcard would hand replies to anybody.
        if (hosts.FirstOrDefault(h => Uri.CheckHostName(h) != UriHostNameType.Dns) is { } wrong)
            throw new InvalidOperationException($"Teams:ServiceHosts: '{wrong}' is not a plain host name such as smba.example.org. Wildcards, ports and paths are not taken.");
        return new TeamsSettings
        {
            AllowedTenants = List(section, nameof(AllowedTenants)),
            Advisers = List(section, nameof(Advisers)),
            DevelopmentTenant = section[nameof(DevelopmentTenant)] is { Length: > 0 } tenant ? tenant : null,
            ServiceHosts = hosts,
        };
    }

    /// <summary>A list in the settings file, or one line with commas as it stands in an environment variable.</summary>
    private static HashSet<string> List(IConfigurationSection section, string name) =>
        (section[name]?.Split(',') ?? section.GetSection(name).GetChildren().Select(c => c.Value ?? ""))
        .Select(v => v.Trim()).Where(v => v.Length > 0).ToHashSet(IgnoringCase);
}
