using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Questions.Composing;

/// <summary>The last look at a reply: every figure and every link in it must stand in what it cites.</summary>
public static partial class ReplyCheck
{
    /// <summary>The first figure or link of the reply that none of the sources has; null if all is well.</summary>
    public static string? FirstUnsupported(string reply, IEnumerable<string> sources)
    {
        var known = sources.SelectMany(FiguresAndLinks).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return FiguresAndLinks(reply).FirstOrDefault(f => !known.Contains(f));
    }

    private static IEnumerable<string> FiguresAndLinks(string text) => Pattern().Matches(text).Select(m => m.Value.TrimEnd('.', ',', ')'));

    [GeneratedRegex(@"https?://\S+|\d[\d,.]*")]
    private static partial Regex Pattern();
}
