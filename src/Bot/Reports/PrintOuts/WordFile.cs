using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig;
using Markdig.Syntax;
using Block = Markdig.Syntax.Block;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>
/// Writes a print-out as a Word file (ISO/IEC 29500) with real headings, lists and table heads, so that a screen reader finds its way. What
/// Markdown a print-out uses is known: headings, paragraphs, lists, tables, bold, emphasis and links.
/// </summary>
public static class WordFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Longer ones, such as addresses, may be cut.
    private const int LongestWord = 14;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().UsePipeTables().Build();

    /// <param name="madeAt">UTC.</param>
    public static byte[] Of(PrintOut printOut, DateTimeOffset madeAt)
    {
        using var memory = new MemoryStream();
        using (var file = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = printOut.Title;
            file.PackageProperties.Language = "en-GB";
            file.PackageProperties.Created = madeAt.UtcDateTime;
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Styles();
            var lists = new WordLists(main.AddNewPart<NumberingDefinitionsPart>());
            var body = new Body();
            foreach (var block in Markdig.Markdown.Parse(printOut.Text, Pipeline)) Write(block, body, main, lists);
            body.Append(WordStyles.Page());
            main.Document = new Document(body);
            lists.Save();
        }
        return memory.ToArray();
    }

    private static void Write(Block block, OpenXmlElement into, MainDocumentPart main, WordLists lists)
    {
        switch (block)
        {
            case HeadingBlock heading:
                into.Append(Styled(WordText.Paragraph(heading.Inline, main), $"Heading{Math.Min(heading.Level, 3)}"));
                break;
            case ParagraphBlock paragraph:
                into.Append(WordText.Paragraph(paragraph.Inline, main));
                break;
            case ListBlock list:
                var number = lists.Begin(list.IsOrdered);
                foreach (var line in list.OfType<ListItemBlock>().SelectMany(i => i).OfType<ParagraphBlock>())
                {
                    var item = WordText.Paragraph(line.Inline, main);
                    item.ParagraphProperties = new ParagraphProperties(
                        new ParagraphStyleId { Val = "ListParagraph" }, new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = number }));
                    into.Append(item);
                }
                break;
            case Markdig.Extensions.Tables.Table table:
                into.Append(Table(table, main), new Paragraph());
                break;
            case ContainerBlock container:
                foreach (var inner in container) Write(inner, into, main, lists);
                break;
        }
    }

    private static WordTable Table(Markdig.Extensions.Tables.Table table, MainDocumentPart main)
    {
        var word = new WordTable(WordStyles.TableLook(), new TableGrid(Widths(table).Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })));
        foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            var cells = row.OfType<Markdig.Extensions.Tables.TableCell>().ToList();
            var texts = cells.ConvertAll(c => c.OfType<ParagraphBlock>().FirstOrDefault()?.Inline);
            // A head with nothing in it only says where Markdown's table begins.
            if (row.IsHeader && texts.TrueForAll(t => t?.FirstChild is null)) continue;
            var written = new DocumentFormat.OpenXml.Wordprocessing.TableRow();
            var look = new TableRowProperties(new CantSplit());
            if (row.IsHeader) look.Append(new TableHeader());
            written.Append(look);
            foreach (var text in texts)
            {
                var paragraph = text is null ? new Paragraph() : WordText.Paragraph(text, main, isBold: row.IsHeader);
                paragraph.ParagraphProperties = new ParagraphProperties(new SpacingBetweenLines { After = "0" });
                written.Append(new DocumentFormat.OpenXml.Wordprocessing.TableCell(paragraph));
            }
            word.Append(written);
        }
        return word;
    }

    // A column that holds more gets more of the page, and none is narrower than its longest word.
    private static IEnumerable<int> Widths(Markdig.Extensions.Tables.Table table)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().Select(r => r.OfType<Markdig.Extensions.Tables.TableCell>().Select(Read).ToList()).ToList();
        var columns = Enumerable.Range(0, rows.Max(r => r.Count)).Select(i => rows.Where(r => i < r.Count).Select(r => r[i]).ToList()).ToList();
        var words = columns.ConvertAll(c => WordStyles.WidthOf(Math.Min(c.Max(text => text.Split(' ').Max(word => word.Length)), LongestWord)));
        var weights = columns.ConvertAll(c => Math.Clamp(c.Max(text => text.Length), 15, 45));
        var narrow = new HashSet<int>();
        while (true)
        {
            var wide = Enumerable.Range(0, columns.Count).Where(i => !narrow.Contains(i)).ToList();
            var left = WordStyles.TextWidth - narrow.Sum(i => words[i]);
            int Share(int i) => left * weights[i] / Math.Max(1, wide.Sum(j => weights[j]));
            if (!wide.Exists(i => Share(i) < words[i])) return Enumerable.Range(0, columns.Count).Select(i => narrow.Contains(i) ? words[i] : Share(i));
            narrow.UnionWith(wide.Where(i => Share(i) < words[i]).ToList());
        }
    }

    private static string Read(Markdig.Extensions.Tables.TableCell cell) =>
        string.Concat(cell.Descendants<Markdig.Syntax.Inlines.LiteralInline>().Select(text => text.Content.ToString()));

    private static Paragraph Styled(Paragraph paragraph, string style)
    {
        paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        return paragraph;
    }
}
