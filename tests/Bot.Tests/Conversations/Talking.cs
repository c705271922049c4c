namespace CommissioningBot.Bot.Tests.Conversations;

/// <summary>Every <c>.chat</c> file beside this one, played through the real container. <c>APPROVE=1 dotnet test</c> writes down what is said now.</summary>
public class Talking
{
    private static readonly string Folder = Repository.File("tests/Bot.Tests/Conversations");

    public static TheoryData<string> Scripts() =>
        [.. Directory.GetFiles(Folder, "*.chat", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Goes_as_written_down(string file)
    {
        var script = ChatScript.Read(Path.Combine(Folder, file));
        var (actual, log) = await ChatRunner.Play(script);

        if (Environment.GetEnvironmentVariable("APPROVE") == "1") await File.WriteAllTextAsync(script.Path, actual);
        var expected = await File.ReadAllTextAsync(script.Path);
        if (actual != expected) Assert.Fail($"{FirstDifference(expected, actual)}\n\nThe whole transcript now:\n{actual}");

        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        // What people type is nobody's to find in a log.
        if (script.Setting("charity")?.Split('|')[1] is { } name) Assert.DoesNotContain(log.Lines, line => line.Contains(name, StringComparison.OrdinalIgnoreCase));
        foreach (var typed in script.Steps.Where(s => s.StartsWith("User: ", StringComparison.Ordinal)).Select(s => s["User: ".Length..]).Where(t => t.Length > 5))
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(typed, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (old, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"Line {line + 1} was:\n  {old.ElementAtOrDefault(line)}\nand is:\n  {now.ElementAtOrDefault(line)}";
    }
}
