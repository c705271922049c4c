namespace CommissioningBot.Knowledge.Places;

/// <summary>How large a place is; smaller ones come first, because they say more.</summary>
public enum PlaceKind
{
    Town,
    Council,
    PostcodeArea,
    County,
}

/// <summary>A point in degrees north and east, right to about two kilometres: enough to say what is near.</summary>
public readonly record struct Point(double North, double East)
{
    /// <summary>Kilometres as the crow flies.</summary>
    public double DistanceTo(Point other)
    {
        var (a, b) = (North * Math.PI / 180, other.North * Math.PI / 180);
        var x = (other.East - East) * Math.PI / 180 * Math.Cos((a + b) / 2);
        return 6371 * Math.Sqrt(x * x + (b - a) * (b - a));
    }
}

/// <summary>A town, council, postcode area or county that a search can be for.</summary>
public sealed record Place
{
    /// <summary>Short and lasting, such as <c>wirral</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required PlaceKind Kind { get; init; }

    public required OutwardCodes Postcodes { get; init; }

    /// <summary>Other names that people use.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Ids of the larger places that it lies in.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    public Point? At { get; init; }

    public string Country { get; init; } = "England";

    /// <summary>True if letters for neighbouring councils are addressed to this town too, so that its name in an address proves little.</summary>
    public bool WidePostTown { get; init; }

    /// <summary>How it is told apart from others of its name; empty if it needs no telling apart.</summary>
    public string Told { get; init; } = "";

    public string Label => Told.Length > 0 ? Told : Name;
}
