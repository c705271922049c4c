using System.Globalization;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Providers.Judging;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;
using CommissioningBot.Knowledge.Tests.Questions;
using Xunit.Abstractions;

namespace CommissioningBot.Knowledge.Tests.Providers;

public class JudgedSearches(ITestOutputHelper output)
{
    // What we wrote ourselves from grants drawn by lot, before a look at what the search says to them. Much of it has been tuned on since: a floor.
    [SkippableFact]
    public void Of_our_own_are_right_as_often_as_they_were() => Judge(Path.Combine(SharedFiles.Root(), "tests", "Knowledge.Tests", "Providers", "own-searches.jsonl"), right: 0.95, precision: 0.5, recall: 0.95);

    [SkippableFact]
    public void Are_right_as_often_as_was_promised() => Judge(ReferenceData.Require("eval/providers-open.jsonl"), right: 0.95, precision: 0.7, recall: 0.9);

    private void Judge(string rows, double right, double precision, double recall)
    {
        using var folder = new TestFolder();
        var store = new SqliteKnowledgeStore(folder.File("knowledge.db"));
        new ImportThreeSixtyGiving(store).Run(ReferenceData.Require(ReferenceData.Lloyds), new ImportOptions(new DateTimeOffset(2026, 11, 20, 0, 0, 0, TimeSpan.Zero)));
        var index = new CurrentProviders(store).Index;
        using var file = File.OpenText(rows);
        var verdicts = SearchRow.Read(file).Select(r => new JudgeSearches(index).Run(r)).ToList();
        foreach (var v in verdicts)
        {
            output.WriteLine($"{(v.IsRight ? "right" : "WRONG")} {v.Row.Id} p@5 {v.Precision?.ToString("0.00", CultureInfo.InvariantCulture)} r@10 {v.Recall?.ToString("0.00", CultureInfo.InvariantCulture)} {v.Row.Query} {v.Why}");
            foreach (var m in v.Shown) output.WriteLine($"      {Mark(v.Row, m.Id)} {m.Id} {m.Name}, {m.Place}{(m.Outside ? " OUTSIDE" : "")} [{string.Join("; ", m.Reasons.Select(r => $"{r.What}:{r.How}"))}] not stated: {string.Join(", ", m.NotStated)}");
        }
        var rightly = verdicts.Count(v => v.IsRight) / (double)verdicts.Count;
        var precisely = verdicts.Select(v => v.Precision).OfType<double>().Average();
        var recalled = verdicts.Select(v => v.Recall).OfType<double>().Average();
        var figures = FormattableString.Invariant($"right {rightly:0.000}, precision@5 {precisely:0.000}, recall@10 {recalled:0.000}");
        output.WriteLine(figures);
        Assert.True(rightly >= right && precisely >= precision && recalled >= recall, figures);
    }

    private static char Mark(SearchRow row, string id) => row.Relevant.Contains(id) ? '+' : row.Maybe.Contains(id) ? '?' : row.MustNotInclude.Contains(id) ? '!' : '-';
}
