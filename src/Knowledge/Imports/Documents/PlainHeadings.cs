using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>
/// Finds headings in text that does not mark them: numbered ones, capitals, appendices, lines in bold, and short lines that stand alone before a longer
/// paragraph.
/// </summary>
internal static partial class PlainHeadings
{
    private const int MostWords = 14;
    private const int MostWordsUnmarked = 9;
    private const int Longest = 130;

    /// <summary>The level of a numbered row of a table.</summary>
    public const int Row = 4;

    /// <summary>The level of a heading, 0 outermost; null if the line is none.</summary>
    /// <param name="line">The line without its marks.</param>
    /// <param name="bold">True if all of it is marked as bold or as a heading.</param>
    /// <param name="alone">True if there are blank lines before and after it.</param>
    /// <param name="next">The next line that is not blank; empty at the end.</param>
    /// <param name="afterEnd">True if the line before is blank or ends a sentence.</param>
    public static int? Level(string line, bool bold, bool alone, string next, bool afterEnd)
    {
        if (line.Length is 0 or > Longest || line.Contains('\t', StringComparison.Ordinal) || line.Contains(" · ", StringComparison.Ordinal)) return null;
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        if (words > MostWords || !line.Any(char.IsLetter) || line[^1] is '.' or ',' or ';' or '!' || line[^1] == ':' && !Capitals(line) || Address().IsMatch(line)) return null;
        if (Part().IsMatch(line)) return 0;
        if (Appendix().IsMatch(line) && (alone || bold || afterEnd)) return 1;
        if (Numbered().Match(line) is { Success: true } && (alone || bold)) return LevelOfNumber(line);
        if (Capitals(line) && (alone || bold || afterEnd)) return 2;
        if (bold) return 5;
        if (words > MostWordsUnmarked || !char.IsUpper(line[0]) || line[^1] == '?') return null;
        var longer = next.Length > 60 && next.Length > line.Length * 1.5 || next.EndsWith(':');
        return longer && char.IsLetterOrDigit(line[^1]) | line[^1] is ')' && (alone || afterEnd && next.Length > 100) ? 6 : null;
    }

    /// <summary>The level of the headings that a numbered line stands beside, and ends; 0 if it has no number of several parts.</summary>
    public static int LevelOfNumber(string line) =>
        Numbered().Match(line) is { Success: true } number ? Math.Max(2, 1 + number.Groups[1].Value.TrimEnd('.').Split('.').Count(p => p != "0")) : 0;

    private static bool Capitals(string line) => line.Any(char.IsLower) is false && line.Count(char.IsLetter) >= 4;

    [GeneratedRegex(@"^part (\d+|[ivx]+|one|two|three|four|five)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(appendix|annex|schedule|chapter|section) ?([a-z]|\d+|[ivx]+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Appendix();

    [GeneratedRegex(@"^(\d{1,2}(?:\.\d{1,2}){0,3}\.?)\s+\p{Lu}")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"https?:|www\.|@\w")]
    private static partial Regex Address();
}
