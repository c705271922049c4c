using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Imports;

/// <summary>
/// Text from a file is somebody else's: what a reader cannot see is taken out, and so are e-mail addresses and telephone numbers, which belong to people.
/// </summary>
public static partial class ImportedText
{
    /// <summary>
    /// The visible text with single spaces: no control, text-direction, zero-width, tag or private-use characters.
    /// Null if nothing is left.
    /// </summary>
    public static string? Visible(string? text)
    {
        if (text is null) return null;
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Control or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator:
                    if (visible.Length > 0 && visible[^1] != ' ') visible.Append(' ');
                    break;
                case UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate:
                    break;
                default:
                    if (!IsVariationSelector(rune)) visible.Append(rune.ToString());
                    break;
            }
        }
        // A pound sign that went through the wrong encoding once.
        var result = visible.Replace("Â£", "£").ToString().Trim();
        return result.Length == 0 ? null : result;
    }

    /// <summary>The first 40 characters of the <see cref="Visible"/> text, to quote in a refusal.</summary>
    public static string Shortened(string text) => Visible(text) is { } visible ? visible[..Math.Min(40, visible.Length)] : "";

    /// <summary><see cref="Visible"/> text without the e-mail addresses and telephone numbers in it.</summary>
    public static string? WithoutContacts(string? text) =>
        Visible(text) is { } visible ? Visible(Telephone().Replace(EMail().Replace(visible, "[e-mail address left out]"), "[telephone number left out]")) : null;

    /// <summary>
    /// An e-mail address that belongs to a post and not to a person, such as info@example.org; null for any other. Only these may be kept.
    /// </summary>
    public static string? RoleMailbox(string? text) =>
        Visible(text) is { Length: < 200 } visible && EMail().Match(visible) is { Success: true } mail && mail.Length == visible.Length
        && Roles.Contains(visible[..visible.IndexOf('@')].ToLowerInvariant()) ? visible : null;

    /// <summary>A web address of http or https, completed if it has neither; null for anything else.</summary>
    public static string? Website(string? text)
    {
        if (Visible(text) is not { } visible || visible.Contains('@') || visible.Contains(' ')) return null;
        var whole = visible.Contains("://", StringComparison.Ordinal) ? visible : "http://" + visible;
        return Uri.TryCreate(whole, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Contains('.') && !uri.Host.Contains(':') ? uri.AbsoluteUri : null;
    }

    /// <summary>A date as in 2015-06-10, with or without a time, or as in 05/06/2014, which in this country is 5 June; null if it is neither.</summary>
    public static DateOnly? Date(string? text)
    {
        if (text is { Length: >= 10 } && text[4] == '-' && text[7] == '-' && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y)
            && int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m) && int.TryParse(text.AsSpan(8, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var d)
            && y > 0 && m is > 0 and <= 12 && d > 0 && d <= DateTime.DaysInMonth(y, m) && (text.Length == 10 || !char.IsDigit(text[10]))) return new DateOnly(y, m, d);
        var day = text?.Trim() is { Length: >= 10 } t && t[4] == '-' ? t[..10] : text?.Trim();
        string[] formats = ["yyyy-MM-dd", "d/M/yyyy", "d MMMM yyyy", "d MMM yyyy", "d-M-yyyy"];
        return DateOnly.TryParseExact(day, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static readonly HashSet<string> Roles = new(
        "info information office admin administration enquiries enquiry contact contactus hello mail email general help support services service bookings volunteering team charity".Split(' '), StringComparer.Ordinal);

    private static bool IsVariationSelector(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    [GeneratedRegex(@"[^\s@<>,;:()]+@[^\s@<>,;:()]+\.[A-Za-z]{2,}")]
    private static partial Regex EMail();

    [GeneratedRegex(@"(?<!\d)(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d{2,4}\)?[\s-]?\d{3,4}[\s-]?\d{3,4}(?!\d)")]
    private static partial Regex Telephone();
}
