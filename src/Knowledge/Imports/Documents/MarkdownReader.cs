using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdigBlock = Markdig.Syntax.Block;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>Reads Markdown for its words: of a link its text, of a picture nothing.</summary>
internal static class MarkdownReader
{
    private const int Deepest = 64;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static RawDocument Read(string text)
    {
        var (fields, rest) = FrontMatter.Take(text.ReplaceLineEndings("\n"));
        var blocks = new List<Block>();
        foreach (var block in Markdown.Parse(rest, Pipeline)) Add(blocks, block, inList: false, 0);
        // A single first heading is the document's title; the sections stand under it.
        var title = blocks.Count > 0 && blocks[0] is { Kind: BlockKind.Heading, Level: 0 } && blocks.Count(b => b is { Kind: BlockKind.Heading, Level: 0 }) == 1 ? blocks[0].Text : null;
        if (title is not null) blocks.RemoveAt(0);
        return new RawDocument(title, null, blocks, fields);
    }

    private static void Add(List<Block> blocks, MarkdigBlock block, bool inList, int depth)
    {
        if (depth > Deepest) throw new UnreadableFileException("its lists or quotations are nested too deeply");
        switch (block)
        {
            case HeadingBlock heading:
                Put(blocks, BlockKind.Heading, Words(heading.Inline), heading.Level - 1);
                break;
            case LeafBlock { Inline: { } inline }:
                Put(blocks, inList ? BlockKind.Item : BlockKind.Paragraph, Words(inline));
                break;
            case HtmlBlock html:
                blocks.AddRange(HtmlReader.Blocks(html.Lines.ToString()));
                break;
            case CodeBlock code:
                Put(blocks, BlockKind.Paragraph, code.Lines.ToString());
                break;
            case TableRow row:
                Put(blocks, BlockKind.Item, string.Join(" · ", row.OfType<TableCell>().Select(c => string.Join(' ', c.OfType<LeafBlock>().Select(l => Words(l.Inline)))).Where(t => t.Length > 0)));
                break;
            case ContainerBlock container:
                foreach (var child in container) Add(blocks, child, inList || container is ListItemBlock, depth + 1);
                break;
        }
    }

    private static void Put(List<Block> blocks, BlockKind kind, string text, int level = 0)
    {
        if (!string.IsNullOrWhiteSpace(text)) blocks.Add(new Block(kind, text.Trim(), level));
    }

    private static string Words(ContainerInline? inline)
    {
        var words = new StringBuilder();
        if (inline is not null) Append(words, inline, 0);
        return words.ToString().Trim();
    }

    private static void Append(StringBuilder words, Inline inline, int depth)
    {
        if (depth > Deepest) throw new UnreadableFileException("its emphasis or links are nested too deeply");
        switch (inline)
        {
            case LiteralInline literal: words.Append(literal.Content.AsSpan()); break;
            case CodeInline code: words.Append(code.Content); break;
            case AutolinkInline link: words.Append(link.Url); break;
            case HtmlEntityInline entity: words.Append(entity.Transcoded.AsSpan()); break;
            case LineBreakInline: words.Append(' '); break;
            case LinkInline { IsImage: true }: break;
            case ContainerInline container:
                foreach (var child in container) Append(words, child, depth + 1);
                break;
        }
    }
}
