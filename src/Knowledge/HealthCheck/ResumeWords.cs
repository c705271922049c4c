using CommissioningBot.Knowledge.Content;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>The words that resume codes are made of: one for each value of a byte.</summary>
public static class ResumeWords
{
    private static readonly Lazy<string[]> Words =
        new(() => AuthoredContent.Text("health-check/resume-words.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>256 different words of three to six letters, none a slip of one letter away from another.</summary>
    public static IReadOnlyList<string> All => Words.Value;
}
