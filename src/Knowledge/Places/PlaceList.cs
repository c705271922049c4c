using CommissioningBot.Knowledge.Content;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.Places;

/// <summary>Reads the authored places (Content/places): councils and towns in detail where the papers are from, postcode areas elsewhere.</summary>
public static class PlaceList
{
    private static readonly Lazy<Gazetteer> Loaded = new(Load);

    public static Gazetteer Authored => Loaded.Value;

    private static IDeserializer Yaml => new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    private static Gazetteer Load()
    {
        var places = Read("places/places.yaml").ToList();
        var taken = places.SelectMany(p => p.Also.Prepend(p.Name)).Select(Gazetteer.Key).ToHashSet();
        return new Gazetteer([.. places, .. ReadPostcodeAreas("places/postcode-areas.yaml", taken)]);
    }

    private static IEnumerable<Place> Read(string path)
    {
        foreach (var row in Yaml.Deserialize<List<PlaceRow>>(AuthoredContent.Text(path)))
        {
            var place = row.ToPlace();
            yield return place;
            foreach (var (town, codes) in row.Towns)
            {
                yield return new Place
                {
                    Id = place.Id + "/" + Gazetteer.Key(town).Replace(' ', '-'),
                    Name = town,
                    Kind = PlaceKind.Town,
                    Postcodes = new OutwardCodes(codes),
                    Within = [place.Id],
                    At = place.At,
                    Country = place.Country,
                    Told = $"{town}, {place.Name}",
                };
            }
        }
    }

    // A postcode area answers to its town's name unless a smaller place already does.
    private static IEnumerable<Place> ReadPostcodeAreas(string path, HashSet<string> taken) =>
        Yaml.Deserialize<Dictionary<string, PlaceRow>>(AuthoredContent.Text(path)).Select(a => new Place
        {
            Id = Gazetteer.PostcodeId(a.Key),
            Name = $"{a.Key} postcodes ({a.Value.Town})",
            Kind = PlaceKind.PostcodeArea,
            Postcodes = new OutwardCodes(a.Key),
            Also = taken.Contains(Gazetteer.Key(a.Value.Town)) ? [] : [a.Value.Town],
            At = new Point(a.Value.At[0], a.Value.At[1]),
            Country = a.Value.Country,
        });

    private sealed class PlaceRow
    {
        public string Id { get; set; } = "";
        public string Name { get; set; } = "";
        public string Town { get; set; } = "";
        public string Told { get; set; } = "";
        public string Kind { get; set; } = "council";
        public string Country { get; set; } = "England";
        public string Postcodes { get; set; } = "";
        public double[] At { get; set; } = [];
        public List<string> Also { get; set; } = [];
        public List<string> Within { get; set; } = [];
        public bool WidePostTown { get; set; }
        public Dictionary<string, string> Towns { get; set; } = [];

        public Place ToPlace() => new()
        {
            Id = Id,
            Name = Name,
            Kind = Enum.Parse<PlaceKind>(Kind, ignoreCase: true),
            Postcodes = new OutwardCodes(Postcodes),
            Also = Also,
            Within = Within,
            At = new Point(At[0], At[1]),
            Country = Country,
            WidePostTown = WidePostTown,
            Told = Told,
        };
    }
}
