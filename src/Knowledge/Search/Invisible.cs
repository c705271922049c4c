using System.Globalization;
using System.Text;

namespace CommissioningBot.Knowledge.Search;

/// <summary>
/// Characters that no person sees: zero-width, text-direction, tag and control characters. They can hide words from a reader or turn the
/// order of a line round, so they are taken out of everything that comes from outside.
/// </summary>
public static class Invisible
{
    /// <summary>The text without them; line breaks and tabs stay.</summary>
    public static string Remove(string text)
    {
        if (!text.EnumerateRunes().Any(IsInvisible)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsInvisible(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static bool IsInvisible(Rune rune) =>
        rune.Value is not ('\n' or '\r' or '\t') &&
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse;
}
