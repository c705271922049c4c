using System.Text;
using System.Text.RegularExpressions;

namespace CommissioningBot.Browser.Tests;

/// <summary>What was deleted is in no byte of the data folder: not in free pages, not in the write-ahead log, not in a file beside.</summary>
public sealed partial class ErasedForGood
{
    private static readonly string[] Words = ["marmalade-lane-youth", "quillfeather"];

    [SkippableTheory]
    [InlineData("own words", false)]
    [InlineData("own words", true)]
    [InlineData("operator, by conversation", false)]
    [InlineData("operator, by conversation", true)]
    [InlineData("operator, by code", false)]
    [InlineData("operator, by code", true)]
    public async Task Nothing_of_a_person_is_left(string way, bool whileRunning)
    {
        Skip.If(OperatingSystem.IsWindows(), "Ends the program with a Unix signal.");
        await using var product = new RunningProduct();
        await product.Start();
        using var person = await DirectLineClient.Connect(product.Address);
        using var other = await DirectLineClient.Connect(product.Address);
        await other.Say("1", "what is a framework, said the bystander?");
        var (check, code) = await TakeCheck(person);
        var own = Words.Append(check).ToList();
        // It can be found as long as it is there, or this test would prove nothing.
        Assert.All(own, word => Assert.NotEmpty(FilesWith(product.Data, word)));

        switch (way)
        {
            case "own words":
                await person.Say("delete", "delete our data");
                Assert.Contains("Receipt", await person.Say("sure", "Yes, delete everything"), StringComparison.Ordinal);
                break;
            case "operator, by conversation":
                Assert.Equal(0, (await product.Verb("erase", "conversation", "web/" + person.Conversation)).Exit);
                own.Add(person.Conversation);
                break;
            default:
                Assert.Equal(0, (await product.Verb("erase", "check", "--code", code)).Exit);
                own.Add(person.Conversation);
                break;
        }
        Assert.Equal(0, (await product.Verb("tidy")).Exit);
        if (!whileRunning) await product.Stop();

        Assert.All(own, word => Assert.Empty(FilesWith(product.Data, word)));
        Assert.NotEmpty(FilesWith(product.Data, "said the bystander"));
    }

    private static async Task<(string Check, string Code)> TakeCheck(DirectLineClient person)
    {
        await person.Say("1", $"what is a PQQ? asks {Words[0]}");
        string[] said = ["health check", "small grant", "2", "£3,000", "adults", "none"];
        for (var i = 0; i < said.Length; i++) await person.Say($"check-{i}", said[i]);
        await person.Say("aside", $"what is a framework, {Words[1]}?");
        var act = person.Seen.Values.Last(a => a.TryGetProperty("attachments", out var cards) && cards[0].GetRawText().Contains("\"assessment\"", StringComparison.Ordinal))
            .GetProperty("attachments")[0].GetProperty("content").GetProperty("actions")[0].GetProperty("data");
        var code = CodeInText().Match(await person.Say("stop", "stop")).Groups[1].Value;
        return (act.GetProperty("assessment").GetString()!, code);
    }

    private static IEnumerable<string> FilesWith(string folder, string text)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(p => Path.GetExtension(p) is not (".sock" or ".lock")))
        {
            // The server may hold the file open.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            if (bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0) yield return path;
        }
    }

    [GeneratedRegex(@"\*\*resume ((?:\w+ ){3}\w+)\*\*")]
    private static partial Regex CodeInText();
}
