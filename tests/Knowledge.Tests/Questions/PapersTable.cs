using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Knowledge.Tests.Questions;

/// <summary>docs/papers.md says of every system in the papers where it is answered; what it names must be there.</summary>
public partial class PapersTable
{
    private static readonly string[] Rows = [.. File.ReadLines(Path.Combine(SharedFiles.Root(), "docs", "papers.md")).Where(l => Row().IsMatch(l))];

    [Fact]
    public void Names_entries_that_exist()
    {
        var ids = ContentLibrary.Load().All.Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var unknown = from row in Rows
                      from Match name in Quoted().Matches(EntriesOf(row))
                      where !ids.Contains(name.Groups[1].Value)
                      select $"{IdOf(row)} names {name.Groups[1].Value}";
        Assert.Empty(unknown);
    }

    [Fact]
    public void Answers_every_row_by_an_entry_at_least() => Assert.All(Rows, row => Assert.Matches(Quoted(), EntriesOf(row)));

    [Fact]
    public void Has_each_row_once() => Assert.Equal(Rows.Select(IdOf).Distinct(), Rows.Select(IdOf));

    [SkippableFact]
    public void Leaves_no_system_out()
    {
        var systems = SharedFiles.Lines("facts", "systems.md").Where(l => Row().IsMatch(l)).Select(IdOf).ToList();
        Assert.NotEmpty(systems);
        Assert.Equal(systems.Order(StringComparer.Ordinal), Rows.Select(IdOf).Order(StringComparer.Ordinal));
    }

    private static string IdOf(string row) => Row().Match(row).Groups[1].Value;

    private static string EntriesOf(string row) => row.Split('|')[3];

    [GeneratedRegex(@"^\| ([A-Z]{2}-\d\d) \|")]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z0-9-]+)`")]
    private static partial Regex Quoted();
}
