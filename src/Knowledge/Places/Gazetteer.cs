using System.Collections.Concurrent;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Places;

/// <summary>Where an organisation's address is: the places it lies in, smallest first, and how to name it.</summary>
/// <param name="Label">The town to show, such as "Smethwick"; empty if the data gives no place at all.</param>
public sealed record Whereabouts(string Label, IReadOnlyList<Place> Places)
{
    public bool IsIn(Place place) => Places.Any(p => p.Id == place.Id);

    public Point? At => Places.Count > 0 ? Places[0].At : null;
}

/// <summary>Every place that the product knows, by name and by postcode.</summary>
public sealed class Gazetteer
{
    /// <summary>What people call near, in kilometres: about half an hour's drive.</summary>
    public const double NearKilometres = 40;

    private readonly Dictionary<string, Place> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, List<Place>> byOutward = new(StringComparer.Ordinal);

    public Gazetteer(IEnumerable<Place> places)
    {
        foreach (var place in places)
        {
            if (!byId.TryAdd(place.Id, place)) throw new FormatException($"Two places have the id \"{place.Id}\".");
            foreach (var name in place.Also.Prepend(place.Name).Select(Key).Distinct())
            {
                if (!byName.TryGetValue(name, out var list)) byName[name] = list = [];
                list.Add(place);
            }
        }
        LongestName = byName.Keys.Max(n => n.Count(c => c == ' ')) + 1;
    }

    public IEnumerable<Place> Places => byId.Values;

    /// <summary>Folded names, words parted by one space.</summary>
    public IEnumerable<string> Names => byName.Keys;

    /// <summary>The most words that a name has.</summary>
    public int LongestName { get; }

    /// <summary>The place of that id; null if there is none.</summary>
    public Place? Find(string id)
    {
        if (byId.TryGetValue(id, out var place) || !id.StartsWith(PostcodeId(""), StringComparison.Ordinal)) return place;
        var code = id[PostcodeId("").Length..].ToUpperInvariant();
        return Postcode.IsOutward(code) ? ForCode(code) : null;
    }

    /// <summary>The places of that name; more than one if the name is shared.</summary>
    public IReadOnlyList<Place> Named(string name) => byName.GetValueOrDefault(Key(name)) ?? [];

    /// <summary>The place that stands for an outward code such as TF1, or a postcode area such as WV.</summary>
    public Place ForCode(string code)
    {
        if (byId.TryGetValue(PostcodeId(code), out var known)) return known;
        var area = byId.GetValueOrDefault(PostcodeId(Postcode.PostcodeAreaOf(code)));
        return new Place { Id = PostcodeId(code), Name = code, Kind = PlaceKind.PostcodeArea, Postcodes = new OutwardCodes(code), At = area?.At, Country = area?.Country ?? "England" };
    }

    /// <summary>Also knows these towns, unless a place of that name is known.</summary>
    public Gazetteer With(IEnumerable<Place> towns)
    {
        var fresh = towns.Where(t => Named(t.Name).Count == 0 && !byId.ContainsKey(t.Id));
        return new Gazetteer(byId.Values.Concat(fresh));
    }

    /// <summary>
    /// Where an address is, from its town and outward code. The town decides if it is telling (Smethwick, Solihull); the postcode decides if the
    /// town is only where the letters are sorted (a Birmingham address in B66 is in Sandwell), or if the two are far apart.
    /// </summary>
    public Whereabouts Locate(string? locality, string? outward)
    {
        var named = locality is null ? [] : Named(locality).Where(p => p.Kind != PlaceKind.County).ToList();
        if (outward is null)
        {
            return named.Count == 1 ? new Whereabouts(named[0].Name, [.. Around(named[0])]) : new Whereabouts(locality ?? "", []);
        }
        var area = Postcode.PostcodeAreaOf(outward);
        var town = named.Find(p => !p.WidePostTown && (p.Postcodes.Contains(outward) || named.Count == 1 && p.Postcodes.PostcodeAreas.Contains(area)));
        var byCode = byOutward.GetOrAdd(outward, o => [.. byId.Values.Where(p => p.Postcodes.Contains(o))]);
        var places = town is null ? byCode : [town, .. byCode.Where(p => p.Kind is PlaceKind.County or PlaceKind.PostcodeArea)];
        var all = places.SelectMany(Around).Append(ForCode(outward)).DistinctBy(p => p.Id).OrderBy(p => p.Kind).ToList();
        // "Greater Manchester" in an address says less than the council that the postcode lies in.
        var isCounty = locality is not null && named.Count == 0 && Named(locality).Count > 0;
        var label = (isCounty ? null : locality)
            ?? all.Find(p => p.Kind is PlaceKind.Council or PlaceKind.Town)?.Name
            ?? locality
            ?? all.Find(p => p.Kind == PlaceKind.PostcodeArea)?.Name
            ?? area;
        return new Whereabouts(label, all);
    }

    /// <summary>True if somebody who asks for "near" the place would count the other one in.</summary>
    public static bool AreNear(Place place, Whereabouts other) =>
        place.At is { } here && other.At is { } there && here.DistanceTo(there) <= NearKilometres && place.Country == other.Places[0].Country;

    public static string Key(string name) => string.Join(' ', Words.Split(name).Select(w => w.Text));

    internal static string PostcodeId(string code) => "postcode-" + code.ToLowerInvariant();

    private IEnumerable<Place> Around(Place place) => place.Within.Select(id => byId[id]).SelectMany(Around).Prepend(place);
}
