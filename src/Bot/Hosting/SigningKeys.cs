using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommissioningBot.Bot.Channels.DirectLine;
using CommissioningBot.Bot.HealthCheck;

namespace CommissioningBot.Bot.Hosting;

/// <summary>One secret of the folder <c>keys</c>. <paramref name="Made"/> is UTC; the id is no secret and stands in what the key signs.</summary>
public sealed record SigningKey(string Id, DateTimeOffset Made, byte[] Key);

/// <summary>
/// The secrets of the data folder, one file each, readable by the owner alone. The newest signs; older ones are accepted until everything they
/// signed has expired. What resume codes are recognised by is a key apart, which is never rotated: see docs/decisions/0019. Every step is one
/// rename of a whole file, so a crash leaves the old set or the new one.
/// </summary>
public sealed class SigningKeys
{
    /// <summary>The id of the only key that releases without key ids had.</summary>
    public const string First = "first";

    private const string Prefix = "signing-";
    private const string Suffix = ".key";
    private readonly Lock changing = new();
    private readonly DataFolder folder;
    private readonly HostSettings host;
    private readonly DirectLineSites sites;
    private readonly TimeProvider time;
    private volatile IReadOnlyList<SigningKey> newestFirst;

    public SigningKeys(DataFolder folder, HostSettings host, DirectLineSites sites, TimeProvider time)
    {
        (this.folder, this.host, this.sites, this.time) = (folder.Create(), host, sites, time);
        DataFolder.CreatePrivate(folder.Keys);
        TakeOverFirstVersion();
        Fingerprint = Read(FingerprintFile)?.Key ?? Keep(FingerprintFile, Make("fingerprint")).Key;
        newestFirst = ReadAll();
        if (newestFirst.Count == 0) Rotate(revoke: false);
    }

    /// <summary>The key that recognises what people type, such as resume codes. It outlives every rotation.</summary>
    public byte[] Fingerprint { get; }

    public SigningKey Newest => newestFirst[0];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<SigningKey> All => newestFirst;

    /// <summary>The longest time for which anything signed holds: the visitor's cookie, a way back on another site, or a link to a result.</summary>
    private TimeSpan LongestSigned => TimeSpan.FromDays(new[] { host.CookieDays, sites.ReturnWithin.TotalDays, CheckLinks.Valid.TotalDays }.Max());

    /// <summary>The key of that id, also if another process has made it since this one looked; null if there is none.</summary>
    public SigningKey? Find(string id)
    {
        if (newestFirst.FirstOrDefault(k => k.Id == id) is { } known) return known;
        // The id comes from outside and becomes part of a file's name.
        if (id.Length != 16 || !id.All(char.IsAsciiHexDigitLower) || !File.Exists(FileOf(id))) return null;
        lock (changing) newestFirst = ReadAll();
        return newestFirst.FirstOrDefault(k => k.Id == id);
    }

    /// <summary>Makes a new key, which signs from now on, and drops those that nothing valid depends on any more.</summary>
    /// <param name="revoke">True to drop every older key at once: all cookies and links that they signed are void.</param>
    public SigningKey Rotate(bool revoke)
    {
        lock (changing)
        {
            var made = Make(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
            // Newest whatever the clock says: it may have been put back.
            if (ReadAll() is [var last, ..] && made.Made <= last.Made) made = made with { Made = last.Made.AddTicks(1) };
            Keep(FileOf(made.Id), made);
            var all = ReadAll();
            // A key stopped signing when the one after it was made.
            var done = revoke ? all.Where(k => k.Id != made.Id) : all.Skip(1).Where((_, i) => all[i].Made + LongestSigned < made.Made);
            foreach (var old in done.ToList()) File.Delete(FileOf(old.Id));
            newestFirst = ReadAll();
            return made;
        }
    }

    /// <summary>Rotates if the newest key is older than the settings allow.</summary>
    public void RotateIfDue()
    {
        if (time.GetUtcNow() - Newest.Made >= TimeSpan.FromDays(host.RotateKeysDays)) Rotate(revoke: false);
    }

    private string FingerprintFile => Path.Combine(folder.Keys, "fingerprint.key");

    private string FileOf(string id) => Path.Combine(folder.Keys, Prefix + id + Suffix);

    private SigningKey Make(string id) => new(id, time.GetUtcNow(), RandomNumberGenerator.GetBytes(64));

    private List<SigningKey> ReadAll() =>
    [
        .. Directory.GetFiles(folder.Keys, Prefix + "*" + Suffix).Select(Read).OfType<SigningKey>()
            .OrderByDescending(k => k.Made).ThenBy(k => k.Id, StringComparer.Ordinal),
    ];

    // It signed tokens and made fingerprints alike, so it becomes both. The old file goes last: until then all of this can be done again.
    private void TakeOverFirstVersion()
    {
        if (!File.Exists(folder.FirstSigningKey)) return;
        var key = Convert.FromBase64String(File.ReadAllText(folder.FirstSigningKey));
        var made = new DateTimeOffset(File.GetLastWriteTimeUtc(folder.FirstSigningKey), TimeSpan.Zero);
        Keep(FingerprintFile, new SigningKey("fingerprint", made, key));
        Keep(FileOf(First), new SigningKey(First, made, key));
        File.Delete(folder.FirstSigningKey);
    }

    private static SigningKey? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), SigningKeyJson.Default.SigningKey) is { Key.Length: >= 32 } key
                ? key
                : throw new InvalidOperationException($"{path} holds no key. Take it from a backup.");
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{path} cannot be read as a key. Take it from a backup.", e);
        }
    }

    /// <summary>Writes a key whole or not at all. If the file is there by now, that one holds.</summary>
    private static SigningKey Keep(string path, SigningKey key)
    {
        var beside = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.new");
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            using (var file = new FileStream(beside, options))
            {
                JsonSerializer.Serialize(file, key, SigningKeyJson.Default.SigningKey);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: false);
            return key;
        }
        catch (IOException) when (File.Exists(path))
        {
            return Read(path)!;
        }
        finally
        {
            // Still there if the disk was full.
            File.Delete(beside);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SigningKey))]
internal sealed partial class SigningKeyJson : JsonSerializerContext;
