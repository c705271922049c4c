using System.Collections.Concurrent;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Places;

/// <summary>Every place that the product knows, by name and by postcode.</summary>
public sealed class Gazetteer
{
    /// <summary>What people call near, in kilometres: about half an hour's drive.</summary>
    public const double NearKilometres = 40;

    private readonly Dictionary<string, Place> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<Place>> byOutward = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, PostcodeLocation> directory;
    private readonly Lazy<Spelling> longNames;

    /// <param name="places">All places; ids are theirs alone, names may be shared.</param>
    /// <param name="directory">Outward codes as an imported directory places them.</param>
    public Gazetteer(IEnumerable<Place> places, IReadOnlyDictionary<string, PostcodeLocation>? directory = null)
    {
        this.directory = directory ?? new Dictionary<string, PostcodeLocation>();
        foreach (var place in places)
        {
            if (!byId.TryAdd(place.Id, place)) throw new FormatException($"Two places have the id \"{place.Id}\".");
            foreach (var code in place.Codes) byCode.Add(code, place);
            foreach (var name in place.Also.Prepend(place.Name).Select(Key).Distinct())
            {
                if (!byName.TryGetValue(name, out var list)) byName[name] = list = [];
                list.Add(place);
            }
        }
        longNames = new Lazy<Spelling>(() => new Spelling(byName.Keys.Where(n => n.Contains(' ')).Select(n => (n, 1))));
        LongestName = byName.Keys.Max(n => n.Count(c => c == ' ')) + 1;
    }

    public IEnumerable<Place> Places => byId.Values;

    /// <summary>Folded names, words parted by one space.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The most words that a name has.</summary>
    public int LongestName { get; }

    /// <summary>The name of several words that a misspelt one was probably meant to be; null if none is near.</summary>
    public string? NearestName(string name) => longNames.Value.Nearest(name);

    /// <summary>The place of that id; null if there is none.</summary>
    public Place? Find(string id)
    {
        if (byId.TryGetValue(id, out var place) || !id.StartsWith(PostcodeId(""), StringComparison.Ordinal)) return place;
        var code = id[PostcodeId("").Length..].ToUpperInvariant();
        return Postcode.IsOutward(code) ? ForCode(code) : null;
    }

    /// <summary>The place whose council has or had that code of the Office for National Statistics; null if none is known.</summary>
    public Place? WithCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The places of that name; more than one if the name is shared.</summary>
    public IReadOnlyList<Place> Named(string name) => byName.GetValueOrDefault(Key(name)) ?? [];

    /// <summary>The place whose name of several words begins with that one ("Bognor"); null if none does or more than one.</summary>
    public Place? Beginning(string word)
    {
        var begun = byName.Where(n => n.Key.StartsWith(word + " ", StringComparison.Ordinal)).SelectMany(n => n.Value).Distinct().ToList();
        return begun is [var only] ? only : null;
    }

    /// <summary>The place that stands for an outward code such as TF1, or a postcode area such as WV.</summary>
    public Place ForCode(string code)
    {
        if (byId.TryGetValue(PostcodeId(code), out var known)) return known;
        var area = byId.GetValueOrDefault(PostcodeId(Postcode.PostcodeAreaOf(code)));
        var councils = CouncilsOf(code).Where(p => !p.IsFormer).ToList();
        return new Place
        {
            Id = PostcodeId(code),
            Name = code,
            Kind = PlaceKind.PostcodeArea,
            Postcodes = new OutwardCodes(code),
            At = directory.GetValueOrDefault(code)?.At ?? Middle(code) ?? area?.At,
            Country = area?.Country ?? "England",
            Told = councils.Count > 0 ? $"{code} ({string.Join(" or ", councils.Select(c => c.Name))})" : "",
        };
    }

    /// <summary>Also knows these towns, unless a place of that name is known, and these outward codes.</summary>
    public Gazetteer With(IEnumerable<Place> towns, IEnumerable<PostcodeLocation> outwards)
    {
        var fresh = towns.Where(t => Named(t.Name).Count == 0 && !byId.ContainsKey(t.Id));
        return new Gazetteer(byId.Values.Concat(fresh), outwards.ToDictionary(o => o.Code));
    }

    /// <summary>
    /// Where an address is, from its town and outward code. The town decides if it is telling (Smethwick, Solihull); the postcode decides if the
    /// town is only where the letters are sorted (a Birmingham address in B66 is in Sandwell), or if the two are far apart. What a directory says of
    /// the postcode's council stands above both.
    /// </summary>
    public Whereabouts Locate(string? locality, string? outward, PostcodeLocation? postcode = null)
    {
        var named = locality is null ? [] : Named(locality).Where(p => p.Kind < PlaceKind.County).ToList();
        if (outward is null)
        {
            return named.Count == 1 ? new Whereabouts(named[0].Name, InOrder(Around(named[0])), named[0].At, Precision.Council) : new Whereabouts(locality ?? "", [], null, Precision.Unknown);
        }
        var area = Postcode.PostcodeAreaOf(outward);
        var entry = postcode ?? directory.GetValueOrDefault(outward);
        var councils = entry is null ? [] : entry.Councils.Select(WithCode).OfType<Place>().ToList();
        var town = named.Find(p => !p.WidePostTown && (councils.Count > 0 ? councils.Exists(c => LiesIn(p, c))
            : p.Postcodes.Contains(outward) || named.Count == 1 && p.Postcodes.PostcodeAreas.Contains(area)));
        var byPostcode = ByOutward(outward);
        if (councils.Count > 0) byPostcode = [.. byPostcode.Where(p => p.Kind > PlaceKind.Council || councils.Exists(c => LiesIn(p, c))), .. councils];
        // A town that only addresses tell of lies in nothing that is known, so its postcode says in which council. An address that names no more than its
        // council ("Wirral") is in the town that its postcode says.
        var places = town is null ? byPostcode : [town, .. councils, .. byPostcode.Where(p => town.Within.Count == 0 || p.Kind > PlaceKind.Council || town.Kind == PlaceKind.Council && LiesIn(p, town))];
        var all = InOrder(places.SelectMany(Around).Append(ForCode(outward)));
        var council = all.FirstOrDefault(p => p.Kind <= PlaceKind.Council);
        // "Greater Manchester" in an address says less than the council that the postcode lies in.
        var isCounty = locality is not null && named.Count == 0 && Named(locality).Count > 0;
        var label = (isCounty ? null : locality) ?? council?.Name ?? locality ?? all.FirstOrDefault(p => p.Kind == PlaceKind.PostcodeArea)?.Name ?? area;
        return new Whereabouts(label, all, entry?.At ?? Middle(outward) ?? ForCode(area).At, entry?.Precision ?? (council is null ? Precision.PostcodeArea : Precision.Council));
    }

    /// <summary>True if somebody who asks for "near" the place would count the other one in.</summary>
    public static bool AreNear(Place place, Whereabouts other) =>
        place.At is { } here && other.At is { } there && here.DistanceTo(there) <= NearKilometres && place.Country == other.Places[0].Country;

    /// <summary>True if the first place lies in the second, or is it.</summary>
    public bool LiesIn(Place small, Place large) => Around(small).Any(p => p.Id == large.Id);

    public static string Key(string name) => string.Join(' ', Words.Split(name).Select(w => w.Text));

    internal static string PostcodeId(string code) => "postcode-" + code.ToLowerInvariant();

    private List<Place> ByOutward(string outward) => byOutward.GetOrAdd(outward, o => [.. byId.Values.Where(p => p.Postcodes.Contains(o))]);

    private IEnumerable<Place> CouncilsOf(string outward) =>
        directory.GetValueOrDefault(outward) is { Councils.Count: > 0 } entry ? entry.Councils.Select(WithCode).OfType<Place>() : ByOutward(outward).Where(p => p.Kind == PlaceKind.Council);

    // Between its councils; a council that has ended was smaller than the one that took over, so it says more of where a code is.
    private Point? Middle(string outward)
    {
        var councils = ByOutward(outward).Where(p => p is { Kind: PlaceKind.Council, At: not null }).ToLookup(p => p.IsFormer);
        var nearest = councils.Contains(true) ? councils[true] : councils[false];
        return nearest.Any() ? Point.Between([.. nearest.Select(p => p.At!.Value)]) : null;
    }

    private IEnumerable<Place> Around(Place place) => place.Within.Select(id => byId[id]).SelectMany(Around).Prepend(place);

    // A council that has ended says less than the one that took over.
    private static List<Place> InOrder(IEnumerable<Place> places) => [.. places.DistinctBy(p => p.Id).OrderBy(p => p.Kind).ThenBy(p => p.IsFormer)];
}
