using System.IO.Compression;
using System.Text;

namespace CommissioningBot.Knowledge.Tests.Imports.Documents;

/// <summary>Files of each kind, made here, all of them about a made-up compact in Fernlea.</summary>
internal static class MadeUpFiles
{
    public const string Payment = "The council pays an invoice from a community group within 15 working days.";

    public const string Markdown =
        $"""
        ---
        title: Fernlea Compact
        date: 2019-03-31
        place: Fernlea
        ---
        # Compact

        This compact says how the council and local groups work together.

        ## Paying on time

        {Payment} A group that waits for longer may ring the Compact officer.

        ## Meeting

        The compact forum meets:

        - in March, at the town hall; and
        - in October, at the library.
        """;

    public const string Html =
        $"""
        <!doctype html><html><head><title>Fernlea Compact</title><meta name="dcterms.date" content="2019-03-31"><style>p {"{ color: red }"}</style></head>
        <body><nav><ul><li>Home page link</li></ul></nav><script>document.write('written by a script')</script>
        <main><h1>Compact</h1><p>This compact says how we work.</p><h2>Paying on time</h2><p>{Payment} <a href="https://example.org/pay">Read more</a></p>
        <p style="display: none">hidden words</p></main><footer>Footer words</footer></body></html>
        """;

    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static byte[] Word(string? body = null, string prologue = "")
    {
        body ??= $"""
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Paying on time</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">The council pays an invoice </w:t></w:r><w:r><w:t>from a community group within 15 working days.</w:t></w:r><w:del><w:r><w:t>Deleted words.</w:t></w:r></w:del></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Small grant</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>up to £500</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """;
        return Zip(
            ("word/document.xml", $"<?xml version=\"1.0\"?>{prologue}<w:document {Namespaces}><w:body>{body}</w:body></w:document>"),
            ("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>Fernlea Compact</dc:title></cp:coreProperties>"));
    }

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }

    /// <summary>A Word document of a few hundred kilobytes that unpacks to more than 100 MB.</summary>
    public static byte[] Bomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            for (var i = 0; i < 101; i++) part.Write(spaces);
        }
        return file.ToArray();
    }

    /// <summary>A PDF of one page; readers mend the missing table of offsets.</summary>
    public static byte[] Pdf(string text)
    {
        var page = $"BT /F1 12 Tf 50 700 Td ({text}) Tj ET";
        return Encoding.Latin1.GetBytes(
            "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
            + "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n"
            + FormattableString.Invariant($"4 0 obj <</Length {page.Length}>> stream\n{page}\nendstream endobj\n")
            + "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF");
    }
}
