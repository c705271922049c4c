using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Places;
using CommissioningBot.Knowledge.Storage;

namespace CommissioningBot.Knowledge.Imports.Postcodes;

/// <summary>Makes locations of the lines of a directory.</summary>
internal sealed partial class PlaceTranslator
{
    // So many bad lines are not slips in a directory but another kind of file.
    private const int MostRefused = 10_000;

    private readonly Dictionary<string, string?> councils = new(StringComparer.OrdinalIgnoreCase);
    private int refused;
    private int nowhere;

    /// <returns>Null for a postcode that the directory itself places nowhere.</returns>
    /// <exception cref="UnreadableFileException">Too many lines are no postcodes with coordinates.</exception>
    public ImportedPlace? Translate(RawPlace row)
    {
        var place = $"line {row.Line.ToString(CultureInfo.InvariantCulture)}";
        if (CodeOf(row.Postcode) is not { } code) return Refused(place, $"\"{ImportedText.Shortened(row.Postcode)}\" is neither a postcode nor an outward code.");
        if (IsNowhere(row.Latitude))
        {
            nowhere++;
            return null;
        }
        if (Degrees(row.Latitude) is not { } north || Degrees(row.Longitude) is not { } east) return Refused(place, $"The coordinates of {code} are not numbers.");
        // From the Scilly Isles to Shetland, from Rockall's longitude to Lowestoft.
        if (north is < 49 or > 61.5 || east is < -9 or > 2.5) return Refused(place, $"The coordinates of {code} are not in the United Kingdom; latitude and longitude may have changed places.");
        var known = councils.TryGetValue(row.Council, out var council);
        if (!known) councils[row.Council] = council = CouncilOf(row.Council);
        var left = !known && council is null && row.Council.Length > 0 ? new Refusal(place, $"\"{ImportedText.Shortened(row.Council)}\" is no council that is known here; postcodes were kept without it.", WholeRow: false) : null;
        if (left is not null) CountRefusal(left);
        return new ImportedPlace(new PostcodeLocation(code, new Point(north, east), council is null ? [] : [council]), row.Ended.Length > 0, left);
    }

    /// <summary>What is told once for the whole file.</summary>
    public IEnumerable<ImportedPlace> Summary()
    {
        if (nowhere == 0) yield break;
        var text = string.Create(CultureInfo.InvariantCulture, $"{nowhere} postcodes have no coordinates in this directory, as those of the Channel Islands and the Isle of Man; they were left out.");
        yield return new ImportedPlace(null, false, new Refusal("whole file", text, WholeRow: false));
    }

    private static string? CodeOf(string text)
    {
        if (Postcode.Read(text) is { } postcode) return postcode.ToString();
        var outward = text.ToUpperInvariant();
        return Postcode.IsOutward(outward) ? outward : null;
    }

    // The ONS Postcode Directory writes 99.999999 for "no grid reference".
    private static bool IsNowhere(string latitude) => latitude.Length == 0 || latitude.StartsWith("99.99", StringComparison.Ordinal);

    private static double? Degrees(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : null;

    // Codes of Scotland, Wales, Northern Ireland and the islands are kept as they are: no council of theirs is told of here.
    private static string? CouncilOf(string text)
    {
        var gazetteer = PlaceList.Authored;
        if (Code().IsMatch(text)) return text[0] != 'E' ? text : gazetteer.WithCode(text)?.Codes[0];
        var name = Ending().Replace(text, "");
        var named = gazetteer.Named(name).Where(p => p is { Kind: PlaceKind.Council, Codes.Count: > 0 }).ToList();
        return named.Count == 1 ? named[0].Codes[0] : null;
    }

    private ImportedPlace Refused(string place, string reason)
    {
        var refusal = new Refusal(place, reason, WholeRow: true);
        CountRefusal(refusal);
        return new ImportedPlace(null, false, refusal);
    }

    private void CountRefusal(Refusal refusal)
    {
        if (++refused > MostRefused) throw new UnreadableFileException($"More than {MostRefused.ToString(CultureInfo.InvariantCulture)} lines cannot be read, the last of them {refusal.Place}: {refusal.Reason} Nothing was changed.");
    }

    [GeneratedRegex("^[A-Z][0-9]{8}$")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+((metropolitan |city |county |london )?(borough|district|city|county) )?council$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();
}
