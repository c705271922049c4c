using System.Globalization;
using System.Text;
using CsvHelper;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>Opens a CSV file whatever wrote it: UTF-8 with or without its mark, UTF-16 with its mark, or the Windows letters of an older Excel.</summary>
internal static class CsvText
{
    /// <exception cref="UnreadableFileException">It is a workbook or another kind of file that only looks like text.</exception>
    public static StreamReader Open(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        file.Position = 0;
        var encoding = start[..read] switch
        {
            [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0] => throw new UnreadableFileException(
                "This is an Excel workbook, not a CSV file. In Excel choose File, Save as, CSV UTF-8, and import that. Nothing was changed."),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F'] => throw new UnreadableFileException("This is a PDF, not a CSV file. Nothing was changed."),
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => IsUtf8(file) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        return new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    private static bool IsUtf8(Stream file)
    {
        try
        {
            using var reader = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            var buffer = new char[8192];
            int read;
            while ((read = reader.Read(buffer)) > 0)
            {
                if (buffer.AsSpan(0, read).Contains('\0')) throw new UnreadableFileException("This is not a text file, so it is no CSV file. Nothing was changed.");
            }
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            file.Position = 0;
        }
    }

    /// <summary>Goes to the next line; false at the end.</summary>
    /// <exception cref="UnreadableFileException">A quotation mark is never closed, or a cell is far too long.</exception>
    public static bool Next(CsvReader csv)
    {
        bool more;
        try
        {
            more = csv.Read();
        }
        catch (CsvFormatException problem)
        {
            throw new UnreadableFileException($"Line {problem.LineNumber.ToString(CultureInfo.InvariantCulture)} cannot be read as CSV: it has a cell that is far too long or a quotation mark that is never closed. Nothing was changed.");
        }
        // A quotation mark opens a cell and another closes it, so a line with one too many was cut off.
        if (more && csv.RawRecord.Count((byte)'"') % 2 != 0)
        {
            throw new UnreadableFileException($"The quotation mark in line {csv.LineNumber.ToString(CultureInfo.InvariantCulture)} is never closed, as if the file was cut off there. Nothing was changed.");
        }
        return more;
    }
}
