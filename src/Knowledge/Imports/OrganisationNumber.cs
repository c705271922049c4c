namespace CommissioningBot.Knowledge.Imports;

/// <summary>
/// Makes organisation identifiers (https://org-id.guide) of the numbers that people write into lists. A charity number is 6 or 7 figures
/// (https://register-of-charities.charitycommission.gov.uk), a company number 8, or 2 letters and 6 figures.
/// </summary>
internal static class OrganisationNumber
{
    /// <summary>Such as GB-CHC-1114101, or GB-SC-SC012345 for Scotland; null if it is no charity number.</summary>
    public static string? Charity(string? number) => Plain(number) is not { } plain ? null
        : plain.Length is 6 or 7 && plain.All(char.IsAsciiDigit) ? "GB-CHC-" + plain
        : plain.Length == 8 && plain.StartsWith("SC", StringComparison.Ordinal) ? "GB-SC-" + plain
        : null;

    /// <summary>Such as GB-COH-01234567; null if it is no company number.</summary>
    public static string? Company(string? number) => Plain(number) is not { } plain ? null
        : plain.Length is >= 6 and <= 8 && plain.All(char.IsAsciiDigit) ? "GB-COH-" + plain.PadLeft(8, '0')
        : plain.Length == 8 && char.IsAsciiLetterUpper(plain[0]) ? "GB-COH-" + plain
        : null;

    /// <summary>False for an empty cell and for what people write to say that there is no number.</summary>
    public static bool IsStated(string? number) => Plain(number) is not null;

    private static string? Plain(string? number)
    {
        if (number is null) return null;
        var plain = new string([.. number.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return plain.Length == 0 || plain is "NA" or "NONE" or "NO" ? null : plain;
    }
}
