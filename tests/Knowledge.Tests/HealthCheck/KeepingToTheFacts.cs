using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

public partial class KeepingToTheFacts
{
    private static readonly FundingWanted[] Columns =
        [FundingWanted.SmallGrant, FundingWanted.LargerGrant, FundingWanted.SmallContract, FundingWanted.AdvertisedContract];

    [SkippableFact]
    public void Asks_of_every_item_what_the_fact_sheet_says()
    {
        var sheet = FactSheet();
        Skip.If(sheet is null, "The fact sheet is not beside the repository.");
        var rows = File.ReadLines(sheet).Where(l => TableRow().IsMatch(l)).Select(l => l.Split('|', StringSplitOptions.TrimEntries)).ToList();
        var compared = 0;
        foreach (var row in rows)
        {
            foreach (var id in ItemId().Matches(row[1]).Select(m => m.Value))
            {
                for (var column = 0; column < Columns.Length; column++)
                {
                    var need = Need.Read(Remark().Replace(row[column + 2], ""));
                    Assert.True(need == Groups.Catalogue.NeedFor(Columns[column], Groups.Item(id)), $"{id} {Columns[column]}: {need}");
                    compared++;
                }
            }
        }
        Assert.Equal(37 * Columns.Length, compared);
    }

    private static string? FactSheet()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "CommissioningBot.sln"))) root = root.Parent;
        var sheet = root is null ? "" : Path.Combine(root.FullName, "..", "shared", "facts", "health-check.md");
        return File.Exists(sheet) ? sheet : null;
    }

    [GeneratedRegex(@"^\| [GFOD]\d+ .*\|.*\|.*\|.*\|.*\|$")]
    private static partial Regex TableRow();

    [GeneratedRegex(@"\b[GFOD]\d+\b")]
    private static partial Regex ItemId();

    // "(for the project)", "+" and "warning" are not part of the level.
    [GeneratedRegex(@"\([^)]*\)|\+|warning")]
    private static partial Regex Remark();
}
