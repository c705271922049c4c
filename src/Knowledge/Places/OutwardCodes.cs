using System.Globalization;

namespace CommissioningBot.Knowledge.Places;

/// <summary>A set of outward codes as people write it: "CH41-49 CH60-63", "WR" for a whole area, "WR1-5" or a single "TF10".</summary>
public sealed class OutwardCodes
{
    private readonly List<(string Area, int From, int To)> ranges = [];
    private readonly string written;

    public OutwardCodes(string written)
    {
        this.written = written;
        foreach (var part in written.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)) ranges.Add(Read(part));
    }

    public bool IsEmpty => ranges.Count == 0;

    /// <summary>The postcode areas that it touches.</summary>
    public IEnumerable<string> PostcodeAreas => ranges.Select(r => r.Area).Distinct();

    /// <summary>True if that one outward code, such as BL3, is in the set.</summary>
    public bool Contains(string outward)
    {
        var letters = 0;
        while (letters < outward.Length && char.IsAsciiLetterUpper(outward[letters])) letters++;
        if (letters == outward.Length) return false;
        var district = District(outward.AsSpan(letters));
        foreach (var (area, from, to) in ranges)
        {
            if (district >= from && district <= to && outward.AsSpan(0, letters).SequenceEqual(area)) return true;
        }
        return false;
    }

    public override string ToString() => written;

    private static (string Area, int From, int To) Read(string part)
    {
        var area = Postcode.PostcodeAreaOf(part);
        if (!Postcode.IsPostcodeArea(area)) throw new FormatException($"\"{part}\" does not begin with a postcode area.");
        var figures = part[area.Length..];
        if (figures.Length == 0) return (area, 0, 99);
        var ends = figures.Split('-');
        return (area, District(ends[0]), District(ends[^1]));
    }

    // SW1A is a part of SW1.
    private static int District(ReadOnlySpan<char> figures)
    {
        var length = 0;
        while (length < figures.Length && char.IsAsciiDigit(figures[length])) length++;
        return int.Parse(figures[..length], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
