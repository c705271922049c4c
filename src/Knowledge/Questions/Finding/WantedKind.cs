using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Questions.Finding;

/// <summary>The kind of thing that a question asks for, by its first words, and whether a text has one.</summary>
internal static partial class WantedKind
{
    /// <summary>What a text must have; null if the question does not say.</summary>
    public static Regex? In(string plain)
    {
        if (LengthOfTime().IsMatch(plain)) return HasLengthOfTime();
        if (Year().IsMatch(plain)) return HasYear();
        if (Sum().IsMatch(plain)) return HasSum();
        return Number().IsMatch(plain) ? HasNumber() : null;
    }

    [GeneratedRegex(@"\bhow (long|often)\b|\b(months|years|weeks) (in|did|for|does|is)\b")]
    private static partial Regex LengthOfTime();

    [GeneratedRegex(@"\b(month|year|week|day|annual)", RegexOptions.IgnoreCase)]
    private static partial Regex HasLengthOfTime();

    [GeneratedRegex(@"^when\b|\b(what|which) (year|date|month|day)\b|\bwhen (was|were|did|is|are|do|does)\b")]
    private static partial Regex Year();

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex HasYear();

    [GeneratedRegex(@"\b(how much|what value|what amount|how big (was|is) the (pot|fund|budget|grant))\b")]
    private static partial Regex Sum();

    [GeneratedRegex("£|threshold:|per cent|%", RegexOptions.IgnoreCase)]
    private static partial Regex HasSum();

    [GeneratedRegex(@"\b(how many|(what|which) number of|number of)\b")]
    private static partial Regex Number();

    [GeneratedRegex(@"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|twenty)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HasNumber();
}
