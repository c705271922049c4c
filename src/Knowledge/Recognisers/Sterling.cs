using System.Globalization;

namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Writes sums as readers of British English expect them, which is what <see cref="Recognise"/> reads.</summary>
public static class Sterling
{
    /// <summary>Pounds with their thousands parted, and pence only where there are any: £3,000 or £2.50.</summary>
    public static string Say(decimal pounds) => "£" + pounds.ToString(pounds == decimal.Truncate(pounds) ? "N0" : "N2", CultureInfo.InvariantCulture);
}
