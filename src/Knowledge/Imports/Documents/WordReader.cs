using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>
/// Reads the words of a Word document (.docx: ECMA-376 part 1, WordprocessingML). Its parts are read as a stream, with document types and entities
/// refused and every unpacked byte counted; nothing that it links to or embeds is opened.
/// </summary>
internal sealed class WordReader
{
    private const int MostParts = 5000;
    private const long MostUnpacked = 100L * 1024 * 1024;
    private const int Deepest = 256;

    private readonly Dictionary<string, int> outlines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> notes = new(StringComparer.Ordinal);
    private readonly ZipArchive archive;
    private long unpacked;

    private WordReader(ZipArchive archive) => this.archive = archive;

    /// <exception cref="UnreadableFileException">It is no Word document, it is broken, or it unpacks to more than it should.</exception>
    public static RawDocument Read(byte[] bytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts) throw new UnreadableFileException("it has more parts than a Word document has");
            if (archive.Entries.Sum(e => e.Length) > MostUnpacked) throw new UnreadableFileException("it unpacks to more than 100 MB");
            return new WordReader(archive).Read();
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException("it is no Word document, or it is cut off or damaged");
        }
        catch (XmlException problem)
        {
            throw new UnreadableFileException($"it is damaged inside ({ImportedText.Shortened(problem.Message)})");
        }
    }

    private RawDocument Read()
    {
        if (archive.GetEntry("word/document.xml") is null) throw new UnreadableFileException("it is no Word document: it has no text part");
        ReadStyles();
        ReadNotes("word/footnotes.xml", "footnote");
        var blocks = new List<Block>();
        using (var xml = Open("word/document.xml")!) ReadBody(xml, blocks);
        var (title, date) = Properties();
        return new RawDocument(title, date, blocks, RawDocument.NoFields);
    }

    private XmlReader? Open(string part)
    {
        if (archive.GetEntry(part) is not { } entry) return null;
        // The length that the archive states may be a lie, so what really comes out is counted.
        using var stream = entry.Open();
        var copy = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if ((unpacked += read) > MostUnpacked) throw new UnreadableFileException("it unpacks to more than 100 MB");
            copy.Write(buffer, 0, read);
        }
        copy.Position = 0;
        return XmlReader.Create(copy, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
    }

    private void ReadStyles()
    {
        using var xml = Open("word/styles.xml");
        var style = "";
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "style") style = Attribute(xml, "styleId") ?? "";
            else if (xml.LocalName == "outlineLvl" && int.TryParse(Attribute(xml, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9) outlines[style] = level;
        }
    }

    private void ReadNotes(string part, string name)
    {
        using var xml = Open(part);
        while (xml is not null && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != name) continue;
            var id = Attribute(xml, "id") ?? "";
            var blocks = new List<Block>();
            using (var inner = xml.ReadSubtree()) ReadBody(inner, blocks);
            var text = string.Join(' ', blocks.Select(b => b.Text));
            if (text.Length > 0) notes[id] = text;
        }
    }

    // One paragraph after another; the cells of a table's row are put together as one item.
    private void ReadBody(XmlReader xml, List<Block> blocks)
    {
        var cells = new List<string>();
        var rows = 0;
        while (xml.Read())
        {
            if (xml.Depth > Deepest) throw new UnreadableFileException("its parts are nested too deeply");
            if (xml.LocalName == "tr" && xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement && rows++ == 0) cells.Clear();
            else if (xml.LocalName == "tr" && xml.NodeType == XmlNodeType.EndElement && --rows == 0 && cells.Count > 0) blocks.Add(new Block(BlockKind.Item, string.Join(" · ", cells)));
            else if (xml.LocalName == "p" && xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement)
            {
                using var paragraph = xml.ReadSubtree();
                var (block, its) = ReadParagraph(paragraph);
                if (block is null) continue;
                if (rows > 0) cells.Add(block.Text);
                else blocks.Add(block);
                blocks.AddRange(its.Select(n => new Block(BlockKind.Note, n)));
            }
        }
    }

    private (Block? Block, List<string> Notes) ReadParagraph(XmlReader xml)
    {
        var text = new StringBuilder();
        var its = new List<string>();
        var (style, outline, item) = ("", (int?)null, false);
        var more = xml.Read();
        while (more)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "pStyle": style = Attribute(xml, "val") ?? ""; break;
                    case "outlineLvl": outline = int.TryParse(Attribute(xml, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 9 ? level : null; break;
                    case "numPr": item = true; break;
                    case "t": text.Append(xml.ReadElementContentAsString()); continue;
                    case "tab" or "br" or "cr": text.Append(' '); break;
                    case "noBreakHyphen": text.Append('-'); break;
                    case "footnoteReference" when notes.TryGetValue(Attribute(xml, "id") ?? "", out var note): its.Add(note); break;
                    // What was deleted or moved away in tracked changes is no longer the document's; alternatives repeat what stands beside them.
                    case "del" or "moveFrom" or "Fallback": xml.Skip(); continue;
                }
            }
            more = xml.Read();
        }
        var words = ImportedText.Visible(text.ToString());
        if (words is null) return (null, its);
        var heading = outline ?? (outlines.TryGetValue(style, out var styled) ? styled : HeadingOf(style));
        return (heading is { } h ? new Block(BlockKind.Heading, words, h) : new Block(item ? BlockKind.Item : BlockKind.Paragraph, words), its);
    }

    private static int? HeadingOf(string style) => style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(style[^1]) ? style[^1] - '1' : null;

    private (string? Title, string? Date) Properties()
    {
        using var xml = Open("docProps/core.xml");
        var (title, date) = ((string?)null, (string?)null);
        while (xml is not null && !xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "title") title = xml.ReadElementContentAsString();
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "issued") date = xml.ReadElementContentAsString();
            else xml.Read();
        }
        return (string.IsNullOrWhiteSpace(title) ? null : title, date);
    }

    private static string? Attribute(XmlReader xml, string name)
    {
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml.LocalName != name) continue;
            var value = xml.Value;
            xml.MoveToElement();
            return value;
        }
        xml.MoveToElement();
        return null;
    }
}
