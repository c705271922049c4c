namespace CommissioningBot.Knowledge.Places;

/// <summary>How exactly it is known where something is, from vague to exact.</summary>
public enum Precision
{
    /// <summary>Not at all.</summary>
    Unknown,

    /// <summary>By the letters at the front of its postcode: somewhere in what may be three counties.</summary>
    PostcodeArea,

    /// <summary>By its town or council.</summary>
    Council,

    /// <summary>By an imported directory's middle of its outward code.</summary>
    OutwardCode,

    /// <summary>By an imported directory's point for its postcode.</summary>
    Postcode,
}

/// <summary>Where an imported directory puts a postcode or an outward code.</summary>
/// <param name="Code">BL3 5JH or BL3.</param>
/// <param name="Councils">Codes of the councils that it lies in, the largest part first; empty if the directory does not say.</param>
public sealed record PostcodeLocation(string Code, Point At, IReadOnlyList<string> Councils)
{
    public Precision Precision => Code.Contains(' ') ? Precision.Postcode : Precision.OutwardCode;
}

/// <summary>Where an organisation's address is: the places it lies in, smallest first, and how to name it.</summary>
/// <param name="Label">The town to show, such as "Smethwick"; empty if the data gives no place at all.</param>
/// <param name="At">Where it is, as exactly as <paramref name="Precision"/> says; null if that is not known.</param>
public sealed record Whereabouts(string Label, IReadOnlyList<Place> Places, Point? At, Precision Precision)
{
    public bool IsIn(Place place) => Places.Any(p => p.Id == place.Id);

    /// <summary>True if only the letters of its postcode say where it is, so that its council is not known.</summary>
    public bool IsAreaOnly => Places.Count > 0 && Places.All(p => p.Kind > PlaceKind.Council);
}
