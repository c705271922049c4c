namespace CommissioningBot.Browser.Tests;

/// <summary>Two groups that take the health check, as the choices that they make where they are offered.</summary>
internal static class Groups
{
    /// <summary>Five people, a hot lunch for older people, £3,000 a year, nobody paid. They have not asked about food.</summary>
    public static readonly string[] LunchClub =
    [
        "A small grant", "A group or club with written rules", "Under £5,000", "Adults who need care or support", "None, we are all volunteers",
        "We serve food", "That is all", "Not yet: We don't know if there are any",
    ];

    /// <summary>A community interest company with £180,000 a year and staff who work with children. It has not worked out its checks.</summary>
    public static readonly string[] Cic =
    [
        "A larger, advertised contract", "A community interest company (CIC)", "£100,000 to £249,999", "Under-18s", "5 or more",
        "None of these", "Not yet: We have not done this", "Not yet: We have not looked into it",
    ];

    /// <summary>What the group presses of these; all the rest is in place, and in the end it wants its plan.</summary>
    public static string Choose(string[] group, IReadOnlyList<string> offered) =>
        group.FirstOrDefault(offered.Contains)
        ?? offered.FirstOrDefault(o => o.StartsWith("In place:", StringComparison.Ordinal))
        ?? offered.FirstOrDefault(o => o.StartsWith("Answer the last", StringComparison.Ordinal))
        ?? offered.FirstOrDefault(o => o == ShowPlan)
        ?? throw new InvalidOperationException("Nothing here is for this group: " + string.Join(" | ", offered));

    public const string ShowPlan = "Show our plan";
}
