using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.Questions.Entries;

/// <summary>Reads authored YAML. A field that is not known is an error: it is most often a misspelt one.</summary>
internal static class Yaml
{
    private static readonly IDeserializer Deserializer =
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    public static T Read<T>(string file, string yaml) where T : new()
    {
        try
        {
            return Deserializer.Deserialize<T?>(yaml) ?? new T();
        }
        catch (YamlException e)
        {
            throw new ContentException(file, $"line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    public static DateOnly? Date(string file, string field, string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ContentException(file, $"{field} is \"{text}\", not a date such as 2026-11-20");
    }
}
