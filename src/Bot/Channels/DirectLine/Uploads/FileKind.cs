using System.IO.Compression;
using System.Text;

namespace CommissioningBot.Bot.Channels.DirectLine.Uploads;

/// <summary>The kinds of file that are taken, told by what is in them. What the sender says about the type decides nothing.</summary>
public sealed record FileKind(string Extension, string ContentType)
{
    public const string Names = "PDF, PNG, JPEG, Word (docx), CSV and plain text";

    private const int MostZipEntries = 2000;

    private static readonly FileKind Pdf = new("pdf", "application/pdf");
    private static readonly FileKind Png = new("png", "image/png");
    private static readonly FileKind Jpeg = new("jpg", "image/jpeg");
    private static readonly FileKind Word = new("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static readonly FileKind Csv = new("csv", "text/csv; charset=utf-8");
    private static readonly FileKind Text = new("txt", "text/plain; charset=utf-8");
    private static readonly FileKind[] All = [Pdf, Png, Jpeg, Word, Csv, Text];

    public static FileKind? WithExtension(string extension) => All.FirstOrDefault(k => k.Extension == extension);

    /// <summary>The kind of a file; null if it is none that is taken, or its name claims to be another.</summary>
    public static FileKind? Of(byte[] content, string name)
    {
        var claimed = Path.GetExtension(name).TrimStart('.').ToLowerInvariant() is var extension && extension == "jpeg" ? "jpg" : extension;
        var found = content.AsSpan().StartsWith("%PDF-"u8) ? Pdf
            : IsPng(content) ? Png
            : content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
            : IsWord(content) ? Word
            : !IsPlainText(content) ? null
            : claimed == "csv" ? Csv
            : Text;
        return found is not null && (claimed.Length == 0 || claimed == found.Extension) ? found : null;
    }

    private static bool IsPng(byte[] content) => content.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);

    // A .docx is a zip; so are other things, and one with macros is a program.
    private static bool IsWord(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK\x03\x04"u8)) return false;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            return zip.Entries.Count <= MostZipEntries
                && zip.GetEntry("[Content_Types].xml") is not null
                && zip.GetEntry("word/document.xml") is not null
                && !zip.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("..", StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsPlainText(byte[] content)
    {
        if (content.Length == 0) return false;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            // Pages and drawings can hold scripts, and begin with a tag.
            return text.Length > 0 && text[0] != '<' && !text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
