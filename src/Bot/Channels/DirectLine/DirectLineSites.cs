using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Bot.Conversation;

namespace CommissioningBot.Bot.Channels.DirectLine;

/// <summary>A site other than our own that shows the chat.</summary>
/// <param name="Name">Short and lower-case; part of the ids of the users it names.</param>
/// <param name="SecretHashes">SHA-256 of each live secret; two while one replaces the other, none if its back end asks for no tokens.</param>
/// <param name="Origins">Where its pages are, as browsers write an origin: <c>https://www.example.org</c>.</param>
/// <param name="Role">What the people may do whom its back end names. Whoever it does not name is a group.</param>
public sealed record DirectLineSite(string Name, IReadOnlyList<byte[]> SecretHashes, IReadOnlyList<string> Origins, Role Role);

/// <summary>The sites of the section <c>DirectLine:Sites</c> of the settings.</summary>
public sealed partial class DirectLineSites(IReadOnlyList<DirectLineSite> sites, TimeSpan returnWithin)
{
    private const int ShortestSecret = 32;
    private const int MostSecrets = 2;
    private const string HashPrefix = "sha256:";

    public static DirectLineSites None { get; } = new([], TimeSpan.FromDays(90));

    /// <summary>For how long after its last visit a browser on another site may come back to its conversation.</summary>
    public TimeSpan ReturnWithin { get; } = returnWithin;

    /// <exception cref="InvalidOperationException">A setting is wrong; the message names it.</exception>
    public static DirectLineSites Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("DirectLine");
        var sites = section.GetSection("Sites").GetChildren().Select(ReadSite).ToList();
        if (sites.GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1) is { } twice) throw Wrong("DirectLine:Sites", $"has two sites named {twice.Key}");
        if (sites.SelectMany(s => s.Origins).GroupBy(o => o).FirstOrDefault(g => g.Count() > 1) is { } shared) throw Wrong("DirectLine:Sites", $"names the origin {shared.Key} twice");
        var days = section.GetValue("ReturnDays", 90);
        if (days is < 1 or > 365) throw Wrong("DirectLine:ReturnDays", "must be 1 to 365");
        return new DirectLineSites(sites, TimeSpan.FromDays(days));
    }

    public DirectLineSite? Named(string name) => sites.FirstOrDefault(s => s.Name == name);

    public DirectLineSite? WithOrigin(string origin) => sites.FirstOrDefault(s => s.Origins.Contains(origin));

    /// <summary>The site whose secret this is. Every secret is compared, each in constant time, so that the answer's time tells nothing.</summary>
    public DirectLineSite? WithSecret(string secret)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        DirectLineSite? found = null;
        foreach (var site in sites)
        {
            foreach (var known in site.SecretHashes)
            {
                if (CryptographicOperations.FixedTimeEquals(hash, known)) found = site;
            }
        }
        return found;
    }

    private static DirectLineSite ReadSite(IConfigurationSection section)
    {
        var name = section["Name"] ?? "";
        if (!SiteName().IsMatch(name)) throw Wrong(section.Path + ":Name", "must be 1 to 40 lower-case letters, digits and hyphens");
        var secrets = section.GetSection("Secrets").GetChildren().Select(ReadSecret).ToList();
        if (secrets.Count > MostSecrets) throw Wrong(section.Path + ":Secrets", "may hold two secrets: the one in use and the one that replaces it");
        var origins = section.GetSection("Origins").GetChildren().Select(ReadOrigin).ToList();
        // Numbers would pass as an enum's values.
        if (section["Role"] is { } role && (!Enum.TryParse<Role>(role, ignoreCase: true, out _) || !char.IsLetter(role[0]))) throw Wrong(section.Path + ":Role", "must be group, commissioner or adviser");
        return new DirectLineSite(name, secrets, origins, section.GetValue("Role", Role.Group));
    }

    private static byte[] ReadSecret(IConfigurationSection section)
    {
        var value = section.Value ?? "";
        if (!value.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase))
            return value.Length >= ShortestSecret ? SHA256.HashData(Encoding.UTF8.GetBytes(value)) : throw Wrong(section.Path, "must have at least 32 characters: try openssl rand -base64 32");
        var hash = value[HashPrefix.Length..];
        return Sha256().IsMatch(hash) ? Convert.FromHexString(hash) : throw Wrong(section.Path, "must have 64 hexadecimal digits after sha256:");
    }

    private static string ReadOrigin(IConfigurationSection section) =>
        Uri.TryCreate(section.Value, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.PathAndQuery == "/" && uri.UserInfo.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw Wrong(section.Path, "must be an origin such as https://www.example.org, without a path and without *");

    // The value stays out of the message: it may be a secret.
    private static InvalidOperationException Wrong(string setting, string why) => new($"The setting {setting} {why}.");

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]{0,39}\z")]
    private static partial Regex SiteName();

    [GeneratedRegex(@"\A[0-9a-fA-F]{64}\z")]
    private static partial Regex Sha256();
}
