namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>The words that numbers are made of.</summary>
internal static class NumberWords
{
    public static readonly Dictionary<string, int> Small = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["nought"] = 0, ["naught"] = 0, ["nil"] = 0,
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fourty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    };

    public static readonly Dictionary<string, int> SmallOrdinals = new(StringComparer.Ordinal)
    {
        ["first"] = 1, ["second"] = 2, ["third"] = 3, ["fourth"] = 4, ["fifth"] = 5, ["sixth"] = 6, ["seventh"] = 7, ["eighth"] = 8, ["ninth"] = 9, ["nineth"] = 9,
        ["tenth"] = 10, ["eleventh"] = 11, ["twelfth"] = 12, ["twelveth"] = 12, ["thirteenth"] = 13, ["fourteenth"] = 14, ["fifteenth"] = 15, ["sixteenth"] = 16,
        ["seventeenth"] = 17, ["eighteenth"] = 18, ["nineteenth"] = 19, ["twentieth"] = 20, ["thirtieth"] = 30, ["fortieth"] = 40, ["fiftieth"] = 50,
        ["sixtieth"] = 60, ["seventieth"] = 70, ["eightieth"] = 80, ["ninetieth"] = 90,
    };

    /// <summary>Words that multiply what stands before them. A grand is a thousand, of pounds.</summary>
    public static readonly Dictionary<string, decimal> Scales = new(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["thousand"] = 1e3m, ["grand"] = 1e3m, ["lakh"] = 1e5m, ["lakhs"] = 1e5m, ["million"] = 1e6m, ["millions"] = 1e6m, ["crore"] = 1e7m, ["crores"] = 1e7m,
        ["billion"] = 1e9m, ["trillion"] = 1e12m, ["dozen"] = 12, ["dozens"] = 12, ["doz"] = 12, ["dozs"] = 12,
    };

    public static readonly Dictionary<string, decimal> ScaleOrdinals = new(StringComparer.Ordinal)
    {
        ["hundredth"] = 100, ["thousandth"] = 1e3m, ["millionth"] = 1e6m, ["billionth"] = 1e9m, ["trillionth"] = 1e12m,
    };

    /// <summary>What may stand behind figures, mostly without a space: 25k, 1.2m, 3bn.</summary>
    public static readonly Dictionary<string, decimal> Suffixes = new(StringComparer.Ordinal)
    {
        ["k"] = 1e3m, ["m"] = 1e6m, ["mil"] = 1e6m, ["mill"] = 1e6m, ["mln"] = 1e6m, ["mn"] = 1e6m, ["mio"] = 1e6m, ["b"] = 1e9m, ["bn"] = 1e9m, ["bln"] = 1e9m, ["bil"] = 1e9m,
        ["g"] = 1e9m, ["t"] = 1e12m, ["tn"] = 1e12m, ["tln"] = 1e12m, ["trn"] = 1e12m,
    };

    public static readonly Dictionary<string, decimal> FractionSigns = new(StringComparer.Ordinal) { ["½"] = 0.5m, ["¼"] = 0.25m, ["¾"] = 0.75m };

    public static bool IsDozen(string word) => word.StartsWith("doz", StringComparison.Ordinal);

    public static bool IsOrdinalEnding(string word) => word is "st" or "nd" or "rd" or "th";
}
