using CommissioningBot.Knowledge.Content;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.Places;

/// <summary>
/// Reads the authored places (Content/places): every council of England with its county and region, those that have ended, towns and spoken names,
/// and the postcode areas of the United Kingdom.
/// </summary>
public static class PlaceList
{
    private static readonly Lazy<Gazetteer> Loaded = new(() => new Gazetteer(new AuthoredPlaces().Read()));

    public static Gazetteer Authored => Loaded.Value;

    internal static T Yaml<T>(string path) =>
        new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithTypeConverter(new Days()).Build().Deserialize<T>(AuthoredContent.Text(path));

    internal static string IdOf(string name) => Gazetteer.Key(name).Replace(' ', '-');

    private sealed class Days : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(DateOnly?);

        public object ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer) =>
            DateOnly.ParseExact(parser.Consume<Scalar>().Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException("Authored content is only read.");
    }
}
