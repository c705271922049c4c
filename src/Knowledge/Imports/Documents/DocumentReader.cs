namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>Reads a file by the kind that its name says.</summary>
internal sealed class DocumentReader(PdfReader pdf)
{
    /// <exception cref="UnreadableFileException">It cannot be read; the message goes on from the file's name.</exception>
    public RawDocument Read(DocumentFile file, byte[] bytes) => Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".md" or ".markdown" => MarkdownReader.Read(DocumentBytes.Text(bytes)),
        ".txt" or ".text" => PlainTextReader.Read(DocumentBytes.Text(bytes)),
        ".html" or ".htm" or ".xhtml" => HtmlReader.Read(DocumentBytes.Text(bytes)),
        ".docx" => WordReader.Read(bytes),
        ".pdf" when bytes.AsSpan().StartsWith("%PDF"u8) => pdf.Read(file.Path),
        ".pdf" => throw new UnreadableFileException("it is no PDF, or it is damaged"),
        ".doc" or ".odt" or ".rtf" => throw new UnreadableFileException("this kind of file is not read; save it as a Word document (.docx) and import that"),
        _ => throw new UnreadableFileException("this kind of file is not read; what is: .md, .txt, .html, .docx and .pdf"),
    };
}
