using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Places;

/// <summary>
/// A United Kingdom postcode, such as BL3 5JH: the outward part (BL3) says the district, the inward part (5JH) the street.
/// The letters that each part may have follow the Royal Mail's guide, https://www.poweredbypaf.com/wp-content/uploads/2024/11/Latest-Programmers_guide_Edition-7-Version-6.pdf.
/// </summary>
public sealed partial record Postcode
{
    private static readonly HashSet<string> Areas = new((
        "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX " +
        "IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS " +
        "ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE").Split(' '), StringComparer.Ordinal);

    private Postcode(string outward, string inward) => (Outward, Inward) = (outward, inward);

    /// <summary>The first part, such as BL3.</summary>
    public string Outward { get; }

    /// <summary>The second part, such as 5JH.</summary>
    public string Inward { get; }

    /// <summary>The letters at the front, such as BL.</summary>
    public string PostcodeArea => PostcodeAreaOf(Outward);

    public override string ToString() => $"{Outward} {Inward}";

    public static bool IsPostcodeArea(string letters) => Areas.Contains(letters);

    public static string PostcodeAreaOf(string outward) => new([.. outward.TakeWhile(char.IsAsciiLetterUpper)]);

    /// <summary>
    /// Reads a postcode as people type it: any case, with no space, too many or one in the wrong spot, with a full stop behind it,
    /// or with the letters O and I where the figures 0 and 1 belong. Null if it is no postcode, or could be more than one.
    /// </summary>
    public static Postcode? Read(string? text)
    {
        if (text is null) return null;
        var plain = new string([.. text.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        if (plain.Length is < 5 or > 7 || text.Length > 20) return null;
        return Exactly(plain) ?? Mended(plain);
    }

    /// <summary>True for an outward code that can exist, such as TF1 or SW1A.</summary>
    public static bool IsOutward(string text) => OutwardShape().IsMatch(text) && Areas.Contains(PostcodeAreaOf(text));

    // The inward part always has three characters, so where the space belongs is never in doubt.
    private static Postcode? Exactly(string plain) =>
        IsOutward(plain[..^3]) && InwardShape().IsMatch(plain[^3..]) ? new Postcode(plain[..^3], plain[^3..]) : null;

    private static Postcode? Mended(string plain)
    {
        var inward = Figure(plain[^3]) + plain[^2..];
        var outward = plain[..^3];
        var candidates = new List<Postcode>();
        for (var letters = 1; letters <= 2 && letters < outward.Length; letters++)
        {
            var mended = string.Concat(outward[..letters].Select(Letter)) + Figure(outward[letters]) + outward[(letters + 1)..];
            if (Exactly(mended + inward) is { } postcode && postcode.PostcodeArea.Length == letters) candidates.Add(postcode);
        }
        return candidates.Count == 1 ? candidates[0] : null;
    }

    private static string Figure(char c) => c switch { 'O' => "0", 'I' => "1", _ => c.ToString() };

    private static string Letter(char c) => c switch { '0' => "O", '1' => "I", _ => c.ToString() };

    [GeneratedRegex("^[A-Z]{1,2}[0-9][0-9A-Z]?$")]
    private static partial Regex OutwardShape();

    [GeneratedRegex("^[0-9][ABD-HJLNP-UW-Z]{2}$")]
    private static partial Regex InwardShape();
}
