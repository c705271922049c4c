using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Providers;

/// <summary>Finds the places in a question.</summary>
internal sealed class PlaceReader(QueryReading reading, Gazetteer gazetteer, string text)
{
    // Towns whose names are everyday words count only where a place is expected.
    private static readonly HashSet<string> EverydayWords = new((
        "reading deal sale street battle march hope wells bath rugby ware stone lye hyde leigh nelson settle ash hook wick rye looe bude home hull eye ford " +
        "wing barking tring hay mold flint bow hale bury trim church bells march lea hanging moor upton aston knowle shirley broadway beer over crook ring " +
        "poole bow brent wash stock stoke barry bridge whitefield middleton newport cross hall the cape london wales hart eden craven fleet leek grays windsor portland").Split(' '), StringComparer.Ordinal);

    // "Telford way", "the Dudley area": they only say that a place was named.
    private static readonly HashSet<string> After = new("way ways area areas borough district council region".Split(' '), StringComparer.Ordinal);

    // Shorter names are one slip away from too many others.
    private const int ShortestNearName = 10;

    // "Bognor" is Bognor Regis; shorter first words begin too many other things.
    private const int ShortestFirstWord = 5;

    private readonly List<Place> found = [];
    private readonly List<Place> shared = [];

    public bool Near { get; private set; }

    public void Read()
    {
        for (var i = 0; i < reading.Mended.Count; i++)
        {
            if (!reading.IsFree(i)) continue;
            var length = ReadCode(i);
            if (length == 0) length = ReadNames(i);
            if (length == 0) continue;
            Near |= reading.IsNearAt(i);
            if (i + length < reading.Mended.Count && After.Contains(reading.Mended[i + length].Text)) length++;
            reading.Take(i, length);
            i += length - 1;
        }
    }

    /// <summary>The places, without those that only say where another one lies ("Newport, Shropshire").</summary>
    public (IReadOnlyList<string> Places, IReadOnlyList<string> WhichOf) Result()
    {
        var decided = shared.Where(s => found.Exists(f => LiesIn(s, f) || f.Kind == PlaceKind.PostcodeArea && s.Postcodes.Contains(f.Postcodes.ToString()))).ToList();
        if (shared.Count > 0 && decided.Count == 0 && found.Count == 0) return ([], [.. shared.Select(p => p.Id)]);
        var all = found.Concat(decided).ToList();
        if (all.Exists(p => !OnlyTells(p))) all.RemoveAll(OnlyTells);
        var smallest = all.Where(p => !all.Exists(other => other.Id != p.Id && LiesIn(other, p)));
        return ([.. smallest.Select(p => p.Id).Distinct()], []);
    }

    private bool LiesIn(Place small, Place large) =>
        small.Within.Any(id => id == large.Id || gazetteer.Find(id) is { } parent && LiesIn(parent, large))
        || small.Kind == PlaceKind.PostcodeArea && large.Kind != PlaceKind.PostcodeArea && Postcode.IsOutward(small.Name) && large.Postcodes.Contains(small.Name);

    // "Newport, Shropshire (TF10)", "Newport, south Wales (NP)": a code in brackets only tells which.
    private bool OnlyTells(Place place) => place.Kind == PlaceKind.PostcodeArea && text.Contains($"({place.Postcodes})", StringComparison.Ordinal);

    private int ReadCode(int i)
    {
        var code = reading.Typed[i].Text.ToUpperInvariant();
        var next = i + 1 < reading.Typed.Count ? reading.Typed[i + 1].Text.ToUpperInvariant() : "";
        if (Postcode.IsOutward(code))
        {
            found.Add(gazetteer.ForCode(code));
            return Postcode.Read(code + next) is not null ? 2 : 1;
        }
        if (code.Length >= 5 && code.Any(char.IsAsciiDigit) && Postcode.Read(code) is { } whole)
        {
            found.Add(gazetteer.ForCode(whole.Outward));
            return 1;
        }
        var saysSo = next is "POSTCODE" or "POSTCODES" or "AREA" || reading.PlaceComesAt(i) && text.Contains(code, StringComparison.Ordinal) || text.Contains($"({code})", StringComparison.Ordinal);
        if (!Postcode.IsPostcodeArea(code) || !saysSo) return 0;
        found.Add(gazetteer.ForCode(code));
        return next is "POSTCODE" or "POSTCODES" ? 2 : 1;
    }

    // The longest name wins, even if it has a slip: "Newcastle under Lime" is not any Newcastle.
    private int ReadNames(int i)
    {
        for (var length = Math.Min(gazetteer.LongestName, reading.Mended.Count - i); length > 0; length--)
        {
            if (!Enumerable.Range(i, length).All(reading.IsFree)) continue;
            var name = reading.Join(Enumerable.Range(i, length));
            var places = gazetteer.Named(name);
            if (places.Count == 0) places = Mended(name, length);
            if (places.Count == 0 && length == 1 && name.Length >= ShortestFirstWord && IsPlaceHere(i) && gazetteer.Beginning(name) is { } begun) places = [begun];
            if (places.Count == 0) continue;
            if (length == 1 && EverydayWords.Contains(name) && !IsPlaceHere(i)) continue;
            (places.Count == 1 ? found : shared).AddRange(places);
            return length;
        }
        return 0;
    }

    private IReadOnlyList<Place> Mended(string name, int length)
    {
        if (length == 1 || name.Length < ShortestNearName || gazetteer.NearestName(name) is not { } meant) return [];
        // A slip is inside a word: with another number of words it is another name. After a short first word ("the", "st") two slips are too many.
        if (meant.Count(c => c == ' ') != length - 1 || meant[..meant.IndexOf(' ')].Length < 4) return [];
        reading.Corrections.Add(new Correction(name, meant));
        return gazetteer.Named(meant);
    }

    // An everyday word is a place after "in", or as the last of several words.
    private bool IsPlaceHere(int i) => reading.PlaceComesAt(i) || i == reading.Mended.Count - 1 && i > 0;
}
