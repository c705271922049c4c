using System.Globalization;
using CommissioningBot.Knowledge.Imports;
using CommissioningBot.Knowledge.Imports.ThreeSixtyGiving;
using CommissioningBot.Knowledge.Providers.Judging;
using CommissioningBot.Knowledge.Storage;
using CommissioningBot.Knowledge.Storage.Sqlite;
using Xunit.Abstractions;

namespace CommissioningBot.Knowledge.Tests.Providers;

public class JudgedSearches(ITestOutputHelper output)
{
    [SkippableFact]
    public void Are_right_as_often_as_was_promised()
    {
        var rows = ReferenceData.Require("eval/providers-open.jsonl");
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
        var right = verdicts.Count(v => v.IsRight) / (double)verdicts.Count;
        var precision = verdicts.Select(v => v.Precision).OfType<double>().Average();
        var recall = verdicts.Select(v => v.Recall).OfType<double>().Average();
        output.WriteLine($"right {right:0.000}, precision@5 {precision:0.000}, recall@10 {recall:0.000}");
        Assert.True(right >= 0.85 && precision >= 0.7 && recall >= 0.9, $"right {right:0.000}, precision@5 {precision:0.000}, recall@10 {recall:0.000}");
    }

    private static char Mark(SearchRow row, string id) => row.Relevant.Contains(id) ? '+' : row.Maybe.Contains(id) ? '?' : row.MustNotInclude.Contains(id) ? '!' : '-';
}
