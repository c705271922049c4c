namespace CommissioningBot.Knowledge.Places;

/// <summary>A line of an authored list of places, as it stands there.</summary>
internal sealed class PlaceRow
{
    public string Id { get; set; } = "";
    public string Name { get; set; } = "";
    public string Town { get; set; } = "";
    public string Told { get; set; } = "";
    public string Kind { get; set; } = nameof(PlaceKind.Council);
    public string Country { get; set; } = "England";
    public string Code { get; set; } = "";
    public string Postcodes { get; set; } = "";
    public double[] At { get; set; } = [];
    public DateOnly? Began { get; set; }
    public DateOnly? Ended { get; set; }
    public List<string> Earlier { get; set; } = [];
    public List<string> Also { get; set; } = [];
    public List<string> Within { get; set; } = [];
    public List<string> Holds { get; set; } = [];
    public List<string> Now { get; set; } = [];
    public bool WidePostTown { get; set; }
    public Dictionary<string, string> Towns { get; set; } = [];

    public Place ToPlace() => new()
    {
        Id = Id,
        Name = Name,
        Kind = Enum.Parse<PlaceKind>(Kind, ignoreCase: true),
        Postcodes = new OutwardCodes(Postcodes),
        Also = Also,
        Within = [.. Within, .. Now],
        At = At.Length == 2 ? new Point(At[0], At[1]) : null,
        Country = Country,
        Codes = Code.Length > 0 ? [Code, .. Earlier] : [],
        Began = Began,
        Ends = Ended,
        WidePostTown = WidePostTown,
        Told = Told,
    };
}

/// <summary>A region of councils.yaml.</summary>
internal sealed class RegionRow
{
    public string Region { get; set; } = "";
    public List<CountyRow> Counties { get; set; } = [];
}

/// <summary>A county of a region; its name is empty where councils belong to none that people still name.</summary>
internal sealed class CountyRow
{
    public string Id { get; set; } = "";
    public string County { get; set; } = "";
    public string Code { get; set; } = "";
    public DateOnly? Ends { get; set; }
    public DateOnly? CouncilEnded { get; set; }
    public List<string> Also { get; set; } = [];
    public Dictionary<string, PlaceRow> Councils { get; set; } = [];
}
