using System.Globalization;

namespace CommissioningBot.Knowledge.Imports;

/// <summary>Reads sums as people write them into spreadsheets.</summary>
internal static class ImportedAmount
{
    /// <summary>Pounds of "£1,500.00", "1500", "GBP 1 500" or "(250.00)", which accountants write for minus; null if it is no sum.</summary>
    public static decimal? Pounds(string? text)
    {
        if (ImportedText.Visible(text) is not { } visible) return null;
        var plain = visible.Replace("£", "", StringComparison.Ordinal).Replace("GBP", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal);
        var isMinus = plain is ['(', .., ')'];
        if (isMinus) plain = plain[1..^1];
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds) ? isMinus ? -pounds : pounds : null;
    }
}
