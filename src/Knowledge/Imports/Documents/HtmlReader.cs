using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>Reads the main text of a web page. Nothing is loaded or run: no script, no picture, no link, no style sheet.</summary>
internal static class HtmlReader
{
    private const int Deepest = 200;

    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "svg", "math", "iframe", "object", "embed", "button", "select",
        "textarea", "input", "dialog", "canvas", "audio", "video", "head", "title",
    };

    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "tr", "dt", "dd", "blockquote", "pre", "div", "section", "article", "main", "body", "ul", "ol", "dl", "table", "tbody", "thead", "tfoot",
        "figure", "figcaption", "details", "summary", "address", "caption", "hr", "h1", "h2", "h3", "h4", "h5", "h6",
    };

    public static RawDocument Read(string html)
    {
        var page = Parsed(html);
        var root = page.QuerySelector("main") ?? page.QuerySelector("[role=main]") ?? OnlyOne(page, "article") ?? page.Body;
        var title = page.QuerySelector("h1")?.TextContent ?? page.Title;
        var date = new[] { "date", "dcterms.date", "dc.date", "dcterms.issued", "article:published_time" }
            .Select(name => page.QuerySelector($"meta[name='{name}' i], meta[property='{name}' i]")?.GetAttribute("content")).FirstOrDefault(d => !string.IsNullOrWhiteSpace(d))
            ?? root?.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        return new RawDocument(string.IsNullOrWhiteSpace(title) ? null : title, date, root is null ? [] : BlocksOf(root), RawDocument.NoFields);
    }

    /// <summary>The blocks of a piece of HTML inside another text.</summary>
    public static IReadOnlyList<Block> Blocks(string html) => Parsed(html).Body is { } body ? BlocksOf(body) : [];

    // Everything after this goes down the tree step by step, so its depth is measured first, without going down.
    private static AngleSharp.Html.Dom.IHtmlDocument Parsed(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        INode? node = page;
        var depth = 0;
        while (node is not null)
        {
            if (depth > Deepest) throw new UnreadableFileException("its elements are nested too deeply");
            if (node.FirstChild is { } child)
            {
                (node, depth) = (child, depth + 1);
                continue;
            }
            while (node is not null && node.NextSibling is null) (node, depth) = (node.Parent, depth - 1);
            node = node?.NextSibling;
        }
        return page;
    }

    private static IElement? OnlyOne(AngleSharp.Html.Dom.IHtmlDocument page, string name) => page.QuerySelectorAll(name) is { Length: 1 } all ? all[0] : null;

    private static List<Block> BlocksOf(IElement root)
    {
        var blocks = new List<Block>();
        var text = new StringBuilder();
        Walk(root, new Open(BlockKind.Paragraph, 0), blocks, text);
        End(new Open(BlockKind.Paragraph, 0), blocks, text);
        return blocks;
    }

    private readonly record struct Open(BlockKind Kind, int Level);

    private static void Walk(INode node, Open open, List<Block> blocks, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) text.Append(words.Data);
            if (child is not IElement element || LeftOut.Contains(element.LocalName) || IsHidden(element)) continue;
            if (element.LocalName is "br") text.Append(' ');
            else if (element.LocalName is "td" or "th")
            {
                if (text.Length > 0 && !string.IsNullOrWhiteSpace(text.ToString())) text.Append(" · ");
                Walk(element, open, blocks, text);
            }
            else if (Own.Contains(element.LocalName))
            {
                End(open, blocks, text);
                var inner = KindOf(element.LocalName) ?? open;
                Walk(element, inner, blocks, text);
                End(inner, blocks, text);
            }
            else Walk(element, open, blocks, text);
        }
    }

    private static Open? KindOf(string name) => name switch
    {
        "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => new Open(BlockKind.Heading, name[1] - '1'),
        "li" or "tr" or "dd" => new Open(BlockKind.Item, 0),
        _ => null,
    };

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase);

    private static void End(Open open, List<Block> blocks, StringBuilder text)
    {
        var words = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.Clear();
        if (words.Length > 0) blocks.Add(new Block(open.Kind, words, open.Level));
    }
}
