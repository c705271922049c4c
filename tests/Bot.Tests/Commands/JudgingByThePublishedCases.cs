using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CommissioningBot.Bot.Tests.Commands;

/// <summary>Runs <c>benchmarks/recognisers/compare.mjs</c> where the published cases of Recognizers-Text lie beside the repository and Node is there.</summary>
public class JudgingByThePublishedCases
{
    private static readonly Dictionary<string, double> Least = new()
    {
        ["BooleanModel"] = 1, ["OrdinalModel"] = 1, ["NumberModel"] = 0.93, ["CurrencyModel"] = 0.93, ["NumberRangeModel"] = 0.93, ["DateParser"] = 0.85, ["DateParserBritish"] = 1,
    };

    [SkippableFact]
    public void As_many_are_right_as_were_promised()
    {
        var cases = Path.GetFullPath(Repository.File("../shared/data/recognizers"));
        Skip.IfNot(Directory.Exists(cases), "The published cases are not beside the repository.");
        var report = Compare(cases);
        foreach (var (file, least) in Least)
        {
            var row = report.Single(r => (string)r!["file"]! == file)!;
            Assert.True((int)row["ours"]! >= least * (int)row["n"]!, $"{file}: {row.ToJsonString()}");
        }
    }

    private static JsonArray Compare(string cases)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Repository.File("benchmarks/recognisers/compare.mjs"), "--cases", cases, "--bot", Path.Combine(AppContext.BaseDirectory, "CommissioningBot.Bot.dll"), "--json" }) start.ArgumentList.Add(argument);
        try
        {
            using var node = Process.Start(start)!;
            var report = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            Assert.Equal(0, node.ExitCode);
            return JsonNode.Parse(report)!.AsArray();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "Node is not installed.");
            throw;
        }
    }
}
