using System.Text.RegularExpressions;

namespace CommissioningBot.Bot.Conversation;

/// <summary>
/// Takes private details that nobody needs here out of what people type, before it is kept or worked on: e-mail addresses, telephone,
/// National Insurance, bank and card numbers. Postcodes and the numbers of charities and companies stay: they are what searches are made of.
/// </summary>
public static partial class PrivateDetails
{
    /// <summary>The text without them, each replaced by what it was; the same text if there are none.</summary>
    public static string Remove(string text)
    {
        var clean = Email().Replace(text, "(e-mail address left out)");
        clean = NationalInsurance().Replace(clean, "(National Insurance number left out)");
        clean = CardNumber().Replace(clean, m => IsCard(m.Value) ? "(card number left out)" : m.Value);
        clean = SortCode().Replace(clean, "(bank details left out)");
        return Telephone().Replace(clean, "(telephone number left out)");
    }

    // Luhn's check digit (ISO/IEC 7812): other long numbers are no cards.
    private static bool IsCard(string text)
    {
        var digits = text.Where(char.IsAsciiDigit).Select(c => c - '0').Reverse().ToList();
        return digits.Select((d, i) => i % 2 == 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2).Sum() % 10 == 0;
    }

    [GeneratedRegex(@"[\w.+'-]+@[\w-]+(\.[\w-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    // https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110
    [GeneratedRegex(@"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NationalInsurance();

    [GeneratedRegex(@"\b\d(?:[ -]?\d){12,18}\b")]
    private static partial Regex CardNumber();

    [GeneratedRegex(@"\b\d{2}-\d{2}-\d{2}(?:\D{1,20}\d{8})?\b")]
    private static partial Regex SortCode();

    // Numbers of the national plan: 0 or +44, then nine or ten digits (https://www.ofcom.org.uk/phones-and-broadband/phone-numbers).
    [GeneratedRegex(@"(?<![\d£.,-])(?:\+44\s?\(?0?\)?|\(?0)\s?[1-9](?:[\s().-]{0,2}\d){8,9}(?!\d)")]
    private static partial Regex Telephone();
}
