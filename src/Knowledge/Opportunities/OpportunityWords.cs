using CommissioningBot.Knowledge.Content;
using CommissioningBot.Knowledge.Places;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace CommissioningBot.Knowledge.Opportunities;

/// <summary>The authored words and region codes of the search for opportunities (Content/opportunities).</summary>
internal sealed class OpportunityWords
{
    private static readonly Lazy<OpportunityWords> Loaded = new(() => new OpportunityWords());

    private readonly Dictionary<string, IReadOnlyList<Place>> regions = new(StringComparer.Ordinal);

    private OpportunityWords()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        var words = yaml.Deserialize<WordFile>(AuthoredContent.Text("opportunities/words.yaml"));
        Filler = words.Filler.ToHashSet(StringComparer.Ordinal);
        Classes = words.Classes.ToDictionary(c => c.Key, c => (IReadOnlyList<string>)c.Value, StringComparer.Ordinal);
        foreach (var (code, names) in yaml.Deserialize<Dictionary<string, object>>(AuthoredContent.Text("opportunities/regions.yaml")))
        {
            regions[code] = [.. (names is List<object> several ? several.Select(n => (string)n) : [(string)names]).Select(PlaceOf)];
        }
    }

    public static OpportunityWords Authored => Loaded.Value;

    public IReadOnlySet<string> Filler { get; }

    /// <summary>Beginnings of CPV codes behind everyday words.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Classes { get; }

    /// <summary>The places of a region's code, and whether the code itself is known or only its beginning; no places if neither is.</summary>
    public (IReadOnlyList<Place> Places, bool IsExact) PlacesOf(string code)
    {
        for (var length = code.Length; length >= 3; length--)
            if (regions.TryGetValue(code[..length], out var places)) return (places, length == code.Length);
        return ([], false);
    }

    private static Place PlaceOf(string name) =>
        PlaceList.Authored.Named(name).OrderByDescending(p => p.Kind).FirstOrDefault(p => p.Kind != PlaceKind.PostcodeArea && !p.IsFormer)
        ?? throw new FormatException($"opportunities/regions.yaml names \"{name}\", which is no place.");

    private sealed class WordFile
    {
        public List<string> Filler { get; set; } = [];
        public Dictionary<string, List<string>> Classes { get; set; } = [];
    }
}
