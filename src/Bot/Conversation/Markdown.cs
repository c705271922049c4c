using System.Text;
using CommissioningBot.Knowledge.Search;
using Markdig;

namespace CommissioningBot.Bot.Conversation;

/// <summary>Markdown in replies: escaping of what comes from outside, and HTML for the pages without JavaScript.</summary>
public static class Markdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();

    /// <summary>Text from outside as text: nothing in it can become a link, an image, a heading or markup.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length + 16);
        foreach (var c in Invisible.Remove(text))
        {
            if (c is '\n' or '\r' or '\t') plain.Append(' ');
            else if (c is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~') plain.Append('\\').Append(c);
            else plain.Append(c);
        }
        // A bare address would be made a link by the reader's program.
        return plain.Replace("://", ": //").ToString();
    }

    public static string ToHtml(string markdown) => Markdig.Markdown.ToHtml(markdown, Pipeline);
}
