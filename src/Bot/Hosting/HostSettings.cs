namespace CommissioningBot.Bot.Hosting;

/// <summary>
/// What differs from host to host, read from the section <c>Host</c> of the settings file. Outside Development there are no defaults for the
/// names: a made-up controller of people's data would be a lie.
/// </summary>
public sealed record HostSettings
{
    /// <summary>The name of the body whose site this is.</summary>
    public required string SiteName { get; init; }

    /// <summary>Who decides what is done with people's data (the controller of the privacy notice).</summary>
    public required string Controller { get; init; }

    /// <summary>How to reach the controller.</summary>
    public required string Contact { get; init; }

    /// <summary>Whom to complain to before the Information Commissioner: everybody who keeps personal data needs a way (Data (Use and Access) Act 2025 s.103).</summary>
    public required string Complaints { get; init; }

    /// <summary>The local infrastructure body and its number: the person at the end of every dead end, for groups.</summary>
    public required string LocalSupport { get; init; }

    /// <summary>The council's procurement team and its number: the person at the end of every dead end, for commissioners.</summary>
    public required string ProcurementTeam { get; init; }

    /// <summary>The host's own privacy notice, if it has one beside <c>/privacy</c>.</summary>
    public string? PrivacyNotice { get; init; }

    /// <summary>Where this host's own pages are as people see them, with the scheme; null to take it from the request.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Addresses or networks of the reverse proxies in front, whose word about the visitor's address counts (<see cref="Hosting.KnownProxies"/>).</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    /// <summary>True for a made-up host: every page then says so.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Days until a device forgets its visitor.</summary>
    public int CookieDays { get; init; } = 90;

    public int KeepConversationsDays { get; init; } = 180;
    public int KeepChecksDays { get; init; } = 365;
    public int KeepBackupsDays { get; init; } = 30;

    /// <summary>Days for which counts of "useful" and "not useful" are kept, and what could not be answered after it last came up.</summary>
    public int KeepFeedbackDays { get; init; } = 365;

    /// <summary>Days for which an officer's shortlist and saved searches are kept after they were last used.</summary>
    public int KeepShortlistsDays { get; init; } = 365;

    /// <summary>Days for which it is kept who searched for what in which data: six years, as the audit is.</summary>
    public int KeepSearchRecordsDays { get; init; } = 6 * 366;

    /// <summary>Days after which a new key signs.</summary>
    public int RotateKeysDays { get; init; } = 90;

    /// <summary>The council's own rules, where the host has given them.</summary>
    public CouncilProfile? Council { get; init; }

    /// <summary>The person to turn to, for somebody of a role.</summary>
    public string PersonFor(Conversation.Role role) => role == Conversation.Role.Commissioner ? ProcurementTeam : LocalSupport;

    /// <summary>Where this host's pages are for whoever has a turn, without a slash at the end; null where nobody has said.</summary>
    public string? AddressFor(Conversation.Turn turn) => (PublicUrl ?? turn.Site)?.TrimEnd('/');

    /// <summary>A made-up host, so that the product can be tried without any settings.</summary>
    public static HostSettings ForDevelopment { get; } = new()
    {
        SiteName = "Riverside Community Action",
        Controller = "Riverside Community Action (a made-up organisation for this demonstration)",
        Contact = "hello@riverside.example",
        Complaints = "Write to the chair of trustees at chair@riverside.example.",
        LocalSupport = "Riverside Community Action, 01632 960 001",
        ProcurementTeam = "Riverside Council procurement team, 01632 960 002",
        Demonstration = true,
        Council = new CouncilProfile
        {
            Name = "Riverside Borough Council (made up)",
            CheckedOn = new DateOnly(2026, 11, 1),
            QuoteBands =
            [
                new() { Below = 5_000, Ask = "one quote" },
                new() { Below = 25_000, Ask = "three quotes, one of them local if there is one" },
                new() { Ask = "an advert on the council's portal" },
            ],
            Portal = "Riverside Tenders, tenders.riverside.example",
            GrantSchemes = ["Ward grants up to £1,000, open all year", "Community fund, £1,000 to £10,000, opens each April"],
            UsualInsurance = "public liability of £5 million for work with the public; ask for less where the risk is small",
        },
    };

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="InvalidOperationException">Something is missing or cannot be; the message names every such setting and the file.</exception>
    public static HostSettings Read(IConfiguration configuration, bool isDevelopment, string file)
    {
        var section = configuration.GetSection("Host");
        string[] required = [nameof(SiteName), nameof(Controller), nameof(Contact), nameof(Complaints), nameof(LocalSupport), nameof(ProcurementTeam)];
        var missing = required.Where(name => string.IsNullOrWhiteSpace(section[name])).ToList();
        if (missing.Count == required.Length && isDevelopment) return ForDevelopment;

        HostSettings? settings = null;
        List<string> wrong = [.. missing.Select(m => $"Host:{m} is missing")];
        try
        {
            // Names that nobody knows are slips of the pen, and a slip in a number of days keeps people's words for ever.
            settings = section.Get<HostSettings>(binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException e)
        {
            wrong.Add("Host: " + (e.InnerException?.Message ?? e.Message));
        }
        if (settings is not null)
        {
            (string Name, int Days)[] days =
            [
                (nameof(CookieDays), settings.CookieDays), (nameof(KeepConversationsDays), settings.KeepConversationsDays),
                (nameof(KeepChecksDays), settings.KeepChecksDays), (nameof(KeepBackupsDays), settings.KeepBackupsDays),
                (nameof(RotateKeysDays), settings.RotateKeysDays), (nameof(KeepFeedbackDays), settings.KeepFeedbackDays),
                (nameof(KeepShortlistsDays), settings.KeepShortlistsDays), (nameof(KeepSearchRecordsDays), settings.KeepSearchRecordsDays),
            ];
            wrong.AddRange(days.Where(d => d.Days is < 1 or > 3650).Select(d => $"Host:{d.Name} must be 1 to 3650 days"));
            if (settings.PublicUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")) wrong.Add("Host:PublicUrl must begin with https:// or http://");
            wrong.AddRange(settings.Council?.Problems() ?? []);
        }
        if (wrong.Count > 0) throw new InvalidOperationException($"The settings cannot be used: {string.Join("; ", wrong)}. Set them in {file}, or as environment variables (such as Host__SiteName).");
        return settings!;
    }
}
