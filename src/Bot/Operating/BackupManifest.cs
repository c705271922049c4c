using System.Text.Json.Serialization;

namespace CommissioningBot.Bot.Operating;

/// <summary>What a backup says of itself: the entry <c>manifest.json</c>.</summary>
/// <param name="Format">Of the backup file, not of the databases.</param>
/// <param name="Program">The release that made it.</param>
/// <param name="Made">UTC.</param>
/// <param name="LeftOut">What is not in it, in words.</param>
public sealed record BackupManifest(int Format, string Program, DateTimeOffset Made, IReadOnlyList<BackupFile> Files, IReadOnlyList<string> LeftOut)
{
    public const int NewestFormat = 1;
    public const string EntryName = "manifest.json";
}

/// <param name="Name">Its path below the data folder, with forward slashes.</param>
/// <param name="Digest">SHA-256 of its bytes, in lower-case hexadecimal.</param>
/// <param name="Schema">The schema of a database; null for other files.</param>
public sealed record BackupFile(string Name, long Bytes, string Digest, int? Schema);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupJson : JsonSerializerContext;
