using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Imports.Postcodes;

/// <summary>The columns of a directory that the product has a use for.</summary>
internal enum DirectoryColumn
{
    Postcode,
    Council,
    Latitude,
    Longitude,
    Ended,
}

/// <summary>One line of a directory as it stands in the file.</summary>
internal sealed record RawPlace(long Line, string Postcode, string Council, string Latitude, string Longitude, string Ended);

/// <summary>
/// What directories call their columns. The ONS Postcode Directory has three columns of postcodes, of which pcds is the one with the space in its right
/// place, and names the council's column after the year: https://geoportal.statistics.gov.uk (ONSPD user guide).
/// </summary>
internal static partial class DirectoryHeader
{
    private static readonly Dictionary<DirectoryColumn, string[]> Names = new()
    {
        [DirectoryColumn.Postcode] = ["pcds", "pcd", "pcd8", "pcd7", "pcd2", "postcode", "post code", "postal code", "outward code", "outward", "outcode", "postcode district"],
        [DirectoryColumn.Council] = ["oslaua", "laua", "lad", "lad code", "ladcd", "council code", "council", "local authority code", "local authority", "admin district", "district code", "district", "gss code", "gss"],
        [DirectoryColumn.Latitude] = ["lat", "latitude"],
        [DirectoryColumn.Longitude] = ["long", "lng", "lon", "longitude"],
        [DirectoryColumn.Ended] = ["doterm", "terminated", "ended", "date of termination"],
    };

    /// <summary>Where each column stands; those that are not there are left out.</summary>
    public static Dictionary<DirectoryColumn, int> Read(IReadOnlyList<string> header)
    {
        var found = header.Select(h => Year().Replace(string.Join(' ', Words.Split(h).Select(w => w.Text)), "lad")).ToList();
        var columns = new Dictionary<DirectoryColumn, int>();
        foreach (var (column, names) in Names)
        {
            if (Array.Find(names, found.Contains) is { } name) columns[column] = found.IndexOf(name);
        }
        return columns;
    }

    [GeneratedRegex(@"^lad\d\dcd$")]
    private static partial Regex Year();
}
