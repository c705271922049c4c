using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>The fields of a listing, in the order in which they are asked.</summary>
public static partial class ListingFields
{
    public const string Name = "name";
    public const string What = "what";
    public const string WhoFor = "who-for";
    public const string Place = "place";
    public const string Contact = "contact";

    public static readonly IReadOnlyList<string> All = [Name, What, WhoFor, Place, Contact];

    private static int Longest(string field) => field == What ? 700 : 120;

    /// <summary>The answer as it is kept; null if the text is none.</summary>
    public static string? Read(string field, string text)
    {
        text = Invisible.Remove(text).Trim().Trim('<', '>');
        if (text.Length == 0 || text.Length > Longest(field)) return null;
        return field switch
        {
            // A whole postcode may give away where people are safe; its first half says enough.
            Place => WholePostcode().Replace(text, m => Knowledge.Places.Postcode.Read(m.Value)?.Outward ?? ""),
            Contact => Mailbox().IsMatch(text) || Page().IsMatch(text) ? text : null,
            _ => text,
        };
    }

    /// <summary>The outward code that a place names, such as BL3; null if it names none.</summary>
    public static string? Outward(string place) =>
        Words.Split(place).Select(w => w.Text.ToUpperInvariant()).FirstOrDefault(w => w.Any(char.IsAsciiDigit) && Knowledge.Places.Postcode.IsOutward(w));

    /// <summary>The place without its outward code.</summary>
    public static string Town(string place) =>
        Outward(place) is { } code ? Regex.Replace(place, $@"[,\s]*\b{code}\b", "", RegexOptions.IgnoreCase).Trim(' ', ',') : place;

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex WholePostcode();

    [GeneratedRegex(@"\A[\w.+'-]+@[\w-]+(\.[\w-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"\A(https?://)?[\w-]+(\.[\w-]+)+(/[\w./?=&%#-]*)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Page();
}
