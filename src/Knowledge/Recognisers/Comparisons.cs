namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>One end of a range: whether it is the least, and whether it belongs to the range.</summary>
internal readonly record struct Bound(bool IsLeast, bool IsIncluded);

/// <summary>The words that set an end to a number, before it and behind it.</summary>
internal static class Comparisons
{
    private static readonly Bound More = new(true, false);
    private static readonly Bound AtLeast = new(true, true);
    private static readonly Bound Less = new(false, false);
    private static readonly Bound AtMost = new(false, true);

    private static readonly string[] Greater = ["more", "greater", "bigger", "larger", "higher", "longer", "older"];
    private static readonly string[] Smaller = ["less", "fewer", "smaller", "lower", "shorter", "younger"];

    public static readonly Phrases<Bound> Before = new(
        ("over|above|exceed|exceeds|exceeding|in excess of|upwards of|>|" + Each(Greater, "{0} than"), More),
        ("at least|at the least|at least or equal to|not under|not below|a minimum of|minimum of|minimum|min|> =|≥|" + OrEqualTo(Greater) + "|above or equal to|" + Not(Smaller), AtLeast),
        ("under|below|<|" + Each(Smaller, "{0} than"), Less),
        ("at most|at the most|at most or equal to|up to|upto|not over|not above|not exceeding|does not exceed|doesnt exceed|not to exceed|not exceed|a maximum of|maximum of|a max of|max of|maximum|max|< =|≤|" + OrEqualTo(Smaller) + "|below or equal to|" + Not(Greater), AtMost));

    public static readonly Phrases<Bound> Behind = new(
        ("or more|or over|or above|or greater|or higher|or bigger|or larger|or upwards|or better|and over|and above|and more|and up|and upwards|upwards|plus|+|minimum|min|at least|or more than|or greater than", AtLeast),
        ("or less|or fewer|or under|or below|or lower|or smaller|and under|and below|and less|maximum|max|at most|at the most|tops|or less than", AtMost));

    public static readonly Phrases<bool> Exactly = new(
        ("equal to|equals to|equals|equaling to|equaling|equalling|exactly equal to", true));

    public static readonly Phrases<bool> OrEqual = new(("or equal to|or equal|or equals|or equals to", true));

    private static string OrEqualTo(string[] words) =>
        Each(words, "{0} than or equal to|{0} than or equal|{0} than or equals|{0} or equal than|{0} or equal to|{0} or equal|equal to or {0} than|equal or {0} than");

    private static string Not(string[] words) => Each(words, "no {0} than|not {0} than");

    private static string Each(string[] words, string form) => string.Join('|', words.Select(word => form.Replace("{0}", word, StringComparison.Ordinal)));
}
