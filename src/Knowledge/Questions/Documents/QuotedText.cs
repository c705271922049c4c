using System.Text;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Documents;

/// <summary>Words of a document as Markdown that shows them and does nothing else: no link, picture, heading, button or markup can come of them.</summary>
internal static partial class QuotedText
{
    /// <summary>A quotation of several lines.</summary>
    public static string Block(string text)
    {
        var quote = new StringBuilder();
        var item = false;
        foreach (var line in text.Split('\n'))
        {
            var isItem = line.StartsWith("- ", StringComparison.Ordinal);
            if (quote.Length > 0) quote.Append(isItem && item ? "\n" : "\n>\n");
            quote.Append("> ").Append(isItem ? "- " + Line(line[2..]) : Line(line));
            item = isItem;
        }
        return quote.ToString();
    }

    /// <summary>A title, a section, a line.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length + 16);
        foreach (var c in Invisible.Remove(text).Trim())
        {
            if (c is '\n' or '\r' or '\t') line.Append(' ');
            else if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~' || c == '&' || line.Length == 0 && c is '-' or '+' or '=') line.Append('\\').Append(c);
            else line.Append(c);
        }
        // A bare address would be made a link by the reader's program.
        return Address().Replace(line.ToString(), m => m.Value == "://" ? ": //" : m.Value + " ");
    }

    [GeneratedRegex(@"://|\bwww\.", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
