using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Places;

namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>
/// Postcodes, charity and company numbers and public procurement organisation numbers. A run of figures is a charity's or a company's number only
/// where the text says so: neither register has a check figure, and an income looks the same.
/// </summary>
internal static partial class Identifiers
{
    // What company numbers begin with: Companies House, https://assets.publishing.service.gov.uk/government/uploads/system/uploads/attachment_data/file/426891/uniformResourceIdentifiersCustomerGuide.pdf.
    private static readonly HashSet<string> CompanyLetters = new(
        "AC CE CS FC FE GE GN GS IC IP LP NA NC NF NI NL NO NP NR NV NZ OC OE PC R0 RC RS SA SC SE SF SG SI SL SO SP SR SZ ZC".Split(' '), StringComparer.Ordinal);

    public static IEnumerable<(int Start, int Length, Identifier Value)> In(string text)
    {
        foreach (Match match in PostcodeShape().Matches(text))
            // As it stands in the text it is a postcode only letter for letter; mending is for a field that asks for one.
            if (Postcode.IsOutward(match.Groups["out"].Value.ToUpperInvariant()) && Postcode.Read(match.Value) is { } postcode)
                yield return (match.Index, match.Length, new Identifier(IdentifierKind.Postcode, postcode.ToString()));
        foreach (Match match in PponShape().Matches(text))
            yield return (match.Index, match.Length, new Identifier(IdentifierKind.Ppon, match.Value.ToUpperInvariant()));
        foreach (Match match in CompanyShape().Matches(text))
            if (CompanyNumber(match.Groups["n"].Value) is { } company)
                yield return (match.Groups["n"].Index, match.Groups["n"].Length, new Identifier(IdentifierKind.Company, company));
        foreach (Match match in CharityShape().Matches(text))
            yield return (match.Groups["n"].Index, match.Groups["n"].Length, new Identifier(IdentifierKind.Charity, Plain(match.Groups["n"].Value)));
        foreach (Match match in NationalCharityShape().Matches(text))
            yield return (match.Index, match.Length, new Identifier(IdentifierKind.Charity, Plain(match.Value)));
    }

    private static string? CompanyNumber(string text)
    {
        var plain = Plain(text);
        if (char.IsAsciiDigit(plain[0])) return plain.PadLeft(8, '0');
        return plain.Length == 8 && CompanyLetters.Contains(plain[..2]) ? plain : null;
    }

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?<out>[A-Za-z]{1,2}[0-9][0-9A-Za-z]?) {0,2}[0-9][ABD-HJLNP-UW-Zabd-hjlnp-uw-z]{2}(?![A-Za-z0-9])")]
    private static partial Regex PostcodeShape();

    // The letters and figures are those that the register gives out, https://github.com/cabinetoffice/GCGS-Central-Digital-Platform.
    [GeneratedRegex("(?<![A-Z0-9-])P[BCDGHJLMNPQRTVWXYZ]{3}-[1-9]{4}-[BCDGHJLMNPQRTVWXYZ]{3}[CDGHJLMNPQRTVWXYZ](?![A-Z0-9-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PponShape();

    [GeneratedRegex(@"\b(?:compan(?:y|ies(?: house)?)(?: reg(?:istered|istration)?)?(?: ?(?:number|no|num|ref)\b\.?)?(?: is)?[ :#]*|GB-COH-)(?<n>[A-Z]{2}[0-9]{6}|[0-9]{7,8})(?![A-Z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CompanyShape();

    [GeneratedRegex(@"\b(?:charit(?:y|ies|able)(?: commission)?(?: reg(?:istered|istration)?)?(?: ?(?:number|no|num|ref)\b\.?)?(?: is)?[ :#]*|GB-CHC-)(?<n>[0-9]{6,7})(?![A-Z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CharityShape();

    // Scotland's register begins with SC0, Northern Ireland's with NIC.
    [GeneratedRegex(@"(?<![A-Z0-9-])(?:SC ?0[0-9]{5}|NIC ?1[0-9]{5})(?![A-Z0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NationalCharityShape();
}
