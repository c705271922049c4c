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

    public static readonly Phrases<Bound> Before = new(
        ("more than|greater than|bigger than|larger than|higher than|longer than|over|above|exceed|exceeds|exceeding|in excess of|upwards of|better than|>", More),
        ("at least|at the least|no less than|not less than|no fewer than|not fewer than|not under|not below|a minimum of|minimum of|minimum|min|not lower than|no lower than|no smaller than|> =|≥|greater than or equal to|more than or equal to|bigger than or equal to|larger than or equal to|higher than or equal to|greater or equal than|greater or equal to|more or equal than|bigger or equal than|bigger or equal to|larger or equal than|larger or equal to|higher or equal than|at least or equal to|equal to or more than|equal to or greater than|equal or greater than|equal or more than", AtLeast),
        ("less than|fewer than|smaller than|lower than|shorter than|under|below|<", Less),
        ("at most|at the most|up to|upto|no more than|not more than|no greater than|not greater than|no larger than|no bigger than|no higher than|not over|not above|not exceeding|does not exceed|doesnt exceed|not to exceed|not exceed|must not exceed|a maximum of|maximum of|a max of|max of|maximum|max|< =|≤|less than or equal to|fewer than or equal to|smaller than or equal to|lower than or equal to|smaller or equal than|smaller or equal to|less or equal than|less or equal to|lower or equal than|fewer or equal than|at most or equal to|equal to or less than|equal to or fewer than|equal or less than", AtMost));

    public static readonly Phrases<Bound> Behind = new(
        ("or more|or over|or above|or greater|or higher|or bigger|or larger|or upwards|or better|and over|and above|and more|and up|and upwards|upwards|plus|+|minimum|min|at least|or more than|or greater than", AtLeast),
        ("or less|or fewer|or under|or below|or lower|or smaller|and under|and below|and less|maximum|max|at most|at the most|tops|or less than", AtMost));

    public static readonly Phrases<bool> Exactly = new(
        ("equal to|equals to|equals|equaling to|equaling|equalling|exactly equal to|is equal to", true));

    public static readonly Phrases<bool> OrEqual = new(("or equal to|or equal|or equals|or equals to", true));
}
