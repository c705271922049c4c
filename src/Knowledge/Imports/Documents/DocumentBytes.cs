using System.Text;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>The letters of a text file, whatever wrote it; refuses what only calls itself text.</summary>
internal static class DocumentBytes
{
    /// <exception cref="UnreadableFileException">The bytes are no text.</exception>
    public static string Text(byte[] bytes)
    {
        if (KindByItsStart(bytes) is { } kind) throw new UnreadableFileException($"it is {kind} under another name");
        var text = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
            [0xEF, 0xBB, 0xBF, ..] => Utf8(bytes.AsSpan(3)) ?? throw new UnreadableFileException("it says that it is UTF-8 and is not"),
            // What is no UTF-8 was most often written by an older Windows program.
            _ => Utf8(bytes) ?? CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes),
        };
        return text.Any(c => c is '\0' or (< ' ' and not ('\t' or '\n' or '\v' or '\f' or '\r' or '\x1A')))
            ? throw new UnreadableFileException("it is not a text file")
            : text;
    }

    /// <summary>What a file really is by its first bytes; null if they say nothing.</summary>
    public static string? KindByItsStart(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "a Word document, workbook or other packed file",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "an older Word or Excel file",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => "a rich text (RTF) file",
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', 0x90, ..] => "a program",
        [0xFF, 0xD8, 0xFF, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "a picture",
        _ => null,
    };

    private static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
