using System.Globalization;

namespace CommissioningBot.Knowledge.Questions.Entries;

internal static class Dates
{
    public static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
