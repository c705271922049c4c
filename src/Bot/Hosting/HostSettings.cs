namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// What differs from host to host, read from the section <c>Host</c> of the settings. Outside Development there are no defaults for the names:
/// a made-up controller of people's data would be a lie.
/// </summary>
public sealed record HostSettings
{
    /// <summary>The name of the body whose site this is.</summary>
    public required string SiteName { get; init; }

    /// <summary>Who decides what is done with people's data (the controller of the privacy notice).</summary>
    public required string Controller { get; init; }

    /// <summary>How to reach the controller.</summary>
    public required string Contact { get; init; }

    /// <summary>The local infrastructure body and its number: the person at the end of every dead end, for groups.</summary>
    public required string LocalSupport { get; init; }

    /// <summary>The council's procurement team and its number: the person at the end of every dead end, for commissioners.</summary>
    public required string ProcurementTeam { get; init; }

    /// <summary>Where this host's own pages are as people see them, with the scheme; null to take it from the request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>True for a made-up host: every page then says so.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Days until a device forgets its visitor.</summary>
    public int CookieDays { get; init; } = 90;

    public int KeepConversationsDays { get; init; } = 180;
    public int KeepChecksDays { get; init; } = 365;
    public int KeepBackupsDays { get; init; } = 30;

    /// <summary>Days after which a new key signs.</summary>
    public int RotateKeysDays { get; init; } = 90;

    /// <summary>A made-up host, so that the product can be tried without any settings.</summary>
    public static HostSettings ForDevelopment { get; } = new()
    {
        SiteName = "Riverside Community Action",
        Demonstration = true,
        Controller = "Riverside Community Action (a made-up organisation for this demonstration)",
        Contact = "hello@riverside.example",
        LocalSupport = "Riverside Community Action, 01632 960 001",
        ProcurementTeam = "Riverside Council procurement team, 01632 960 002",
    };

    /// <summary>For verbs, which need no names: what is set beside the program and in the environment, else what Development has.</summary>
    public static HostSettings ForVerbs() =>
        Read(new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().Build(), isDevelopment: true);

    /// <exception cref="InvalidOperationException">Outside Development, naming every setting that is missing.</exception>
    public static HostSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection("Host");
        string[] required = [nameof(SiteName), nameof(Controller), nameof(Contact), nameof(LocalSupport), nameof(ProcurementTeam)];
        var missing = required.Where(name => string.IsNullOrWhiteSpace(section[name])).ToList();
        if (missing.Count == required.Length && isDevelopment) return ForDevelopment;
        if (missing.Count > 0)
        {
            throw new InvalidOperationException(
                $"Missing settings: {string.Join(", ", missing.Select(m => "Host:" + m))}. Set them as environment variables (Host__{missing[0]}=...) or in appsettings.json beside the program.");
        }
        return new HostSettings
        {
            SiteName = section[nameof(SiteName)]!,
            Controller = section[nameof(Controller)]!,
            Contact = section[nameof(Contact)]!,
            LocalSupport = section[nameof(LocalSupport)]!,
            ProcurementTeam = section[nameof(ProcurementTeam)]!,
            PublicUrl = section[nameof(PublicUrl)],
            CookieDays = section.GetValue(nameof(CookieDays), 90),
            KeepConversationsDays = section.GetValue(nameof(KeepConversationsDays), 180),
            KeepChecksDays = section.GetValue(nameof(KeepChecksDays), 365),
            KeepBackupsDays = section.GetValue(nameof(KeepBackupsDays), 30),
            RotateKeysDays = section.GetValue(nameof(RotateKeysDays), 90),
        };
    }
}
