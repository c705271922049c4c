namespace CommissioningBot.Knowledge.Places;

/// <summary>How large a place is; smaller ones come first, because they say more.</summary>
public enum PlaceKind
{
    Town,
    Council,
    PostcodeArea,
    County,
    Region,
}

/// <summary>A point in degrees north and east.</summary>
public readonly record struct Point(double North, double East)
{
    /// <summary>Kilometres as the crow flies.</summary>
    public double DistanceTo(Point other)
    {
        var (a, b) = (North * Math.PI / 180, other.North * Math.PI / 180);
        var x = (other.East - East) * Math.PI / 180 * Math.Cos((a + b) / 2);
        return 6371 * Math.Sqrt(x * x + (b - a) * (b - a));
    }

    /// <summary>The middle of several points that lie in one part of the country.</summary>
    public static Point Between(IReadOnlyCollection<Point> points) => new(points.Average(p => p.North), points.Average(p => p.East));
}

/// <summary>A town, council, postcode area, county or region that a search can be for.</summary>
public sealed record Place
{
    /// <summary>Short and lasting, such as <c>wirral</c>.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required PlaceKind Kind { get; init; }

    public required OutwardCodes Postcodes { get; init; }

    /// <summary>Other names that people use.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>Ids of the larger places that it lies in; of a council that has ended, also those that took over.</summary>
    public IReadOnlyList<string> Within { get; init; } = [];

    /// <summary>About its middle, right to about two kilometres.</summary>
    public Point? At { get; init; }

    public string Country { get; init; } = "England";

    /// <summary>The council's code with the Office for National Statistics, and the codes it had before; empty for a place without a council.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>The day on which its council began; null if that was before 2019.</summary>
    public DateOnly? Began { get; init; }

    /// <summary>The first day without its council; null if no end is known.</summary>
    public DateOnly? Ends { get; init; }

    /// <summary>True if that end was still to come when this was written.</summary>
    public bool EndIsAnnounced { get; init; }

    /// <summary>True if its council is no more, though the name lives on.</summary>
    public bool IsFormer => Ends is not null && !EndIsAnnounced;

    /// <summary>True if letters for neighbouring councils are addressed to this town too, so that its name in an address proves little.</summary>
    public bool WidePostTown { get; init; }

    /// <summary>How it is told apart from others of its name; empty if it needs no telling apart.</summary>
    public string Told { get; init; } = "";

    public string Label => Told.Length > 0 ? Told : Name;
}
