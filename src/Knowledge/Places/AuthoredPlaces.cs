namespace CommissioningBot.Knowledge.Places;

/// <summary>Puts the authored lists together: places.yaml tells some councils in full, councils.yaml lists them all.</summary>
internal sealed class AuthoredPlaces
{
    private readonly Dictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly List<(string Small, string Large)> holds = [];

    /// <exception cref="FormatException">A list names a place that no list has, or one twice.</exception>
    public IEnumerable<Place> Read()
    {
        foreach (var row in PlaceList.Yaml<List<PlaceRow>>("places/places.yaml")) Add(row);
        foreach (var region in PlaceList.Yaml<List<RegionRow>>("places/councils.yaml")) Add(region);
        foreach (var (name, row) in PlaceList.Yaml<Dictionary<string, PlaceRow>>("places/former-councils.yaml"))
        {
            (row.Name, row.Id, row.WidePostTown) = (name, PlaceList.IdOf(name), true);
            Add(row);
        }
        foreach (var (small, large) in holds) places[small] = Known(small) with { Within = [.. Known(small).Within, large] };
        PlaceInTheMiddle(PlaceKind.County);
        PlaceInTheMiddle(PlaceKind.Region);
        var taken = places.Values.SelectMany(p => p.Also.Prepend(p.Name)).Select(Gazetteer.Key).ToHashSet();
        return [.. places.Values, .. PostcodeAreas(taken)];
    }

    private void Add(PlaceRow row)
    {
        var place = row.ToPlace();
        Add(place);
        holds.AddRange(row.Holds.Select(small => (small, place.Id)));
        foreach (var (town, codes) in row.Towns)
        {
            Add(new Place
            {
                Id = place.Id + "/" + PlaceList.IdOf(town),
                Name = town,
                Kind = PlaceKind.Town,
                Postcodes = new OutwardCodes(codes),
                Within = [place.Id],
                At = place.At,
                Country = place.Country,
                Told = $"{town}, {place.Name}",
            });
        }
    }

    private void Add(RegionRow row)
    {
        // London is a region without counties: one place is enough.
        var region = row.Counties is [{ } only] && only.County == row.Region ? null : "region-" + PlaceList.IdOf(row.Region);
        // "West Midlands" is the county round Birmingham to most who say it.
        var isCounty = row.Counties.Exists(c => c.Also.Contains(row.Region, StringComparer.OrdinalIgnoreCase));
        if (region is not null) Add(Group(region, row.Region + " region", PlaceKind.Region, isCounty ? [] : [row.Region], []));
        foreach (var county in row.Counties)
        {
            var id = county.County.Length == 0 ? region! : county.Id.Length > 0 ? county.Id : PlaceList.IdOf(county.County);
            if (id != region)
            {
                Add(Group(id, county.County, PlaceKind.County, county.Also, region is null ? [] : [region]) with
                {
                    Codes = county.Code.Length > 0 ? [county.Code] : [],
                    Ends = county.Ends ?? county.CouncilEnded,
                    EndIsAnnounced = county.Ends is not null,
                });
            }
            foreach (var (name, council) in county.Councils) AddCouncil(name, council, id, county.Ends);
        }
    }

    private void AddCouncil(string name, PlaceRow row, string within, DateOnly? announcedEnd)
    {
        (row.Name, row.Id) = (name, row.Id.Length > 0 ? row.Id : PlaceList.IdOf(name));
        if (row.Postcodes.Length > 0)
        {
            // Letters say the post town, so a council's name in an address proves little.
            row.WidePostTown = true;
            Add(row);
        }
        var known = Known(row.Id);
        places[row.Id] = known with
        {
            Codes = [row.Code, .. row.Earlier],
            Began = row.Began,
            Within = [within, .. known.Within],
            Ends = announcedEnd,
            EndIsAnnounced = announcedEnd is not null,
        };
    }

    private void Add(Place place)
    {
        if (!places.TryAdd(place.Id, place)) throw new FormatException($"Two places have the id \"{place.Id}\".");
    }

    private Place Known(string id) => places.GetValueOrDefault(id) ?? throw new FormatException($"No list of places has \"{id}\".");

    private static Place Group(string id, string name, PlaceKind kind, IReadOnlyList<string> also, IReadOnlyList<string> within) =>
        new() { Id = id, Name = name, Kind = kind, Postcodes = new OutwardCodes(""), Also = also, Within = within };

    private void PlaceInTheMiddle(PlaceKind kind)
    {
        foreach (var group in places.Values.Where(p => p.Kind == kind && p.At is null).ToList())
        {
            var inside = places.Values.Where(p => p.Within.Contains(group.Id)).Select(p => p.At).OfType<Point>().ToList();
            if (inside.Count > 0) places[group.Id] = group with { At = Point.Between(inside) };
        }
    }

    // A postcode area answers to its town's name unless a smaller place already does.
    private static IEnumerable<Place> PostcodeAreas(HashSet<string> taken) =>
        PlaceList.Yaml<Dictionary<string, PlaceRow>>("places/postcode-areas.yaml").Select(a => new Place
        {
            Id = Gazetteer.PostcodeId(a.Key),
            Name = $"{a.Key} postcodes ({a.Value.Town})",
            Kind = PlaceKind.PostcodeArea,
            Postcodes = new OutwardCodes(a.Key),
            Also = taken.Contains(Gazetteer.Key(a.Value.Town)) ? [] : [a.Value.Town],
            At = new Point(a.Value.At[0], a.Value.At[1]),
            Country = a.Value.Country,
        });
}
