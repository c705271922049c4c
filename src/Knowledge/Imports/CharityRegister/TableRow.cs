using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CommissioningBot.Knowledge.Imports.CharityRegister;

/// <summary>
/// The cells of one row of a table, in the order of the columns that were asked for. One object serves all rows of a table: a value is read before
/// the next row comes. Tables have millions of rows, so nothing is made into text that is not wanted as text.
/// </summary>
internal sealed class TableRow(int columns)
{
    private const int LongestShared = 200;

    private readonly byte[]?[] cells = new byte[]?[columns];
    private readonly int[] lengths = new int[columns];
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private HashSet<string>.AlternateLookup<ReadOnlySpan<char>>? sharedByText;

    /// <summary>Counted from 1.</summary>
    public int Number { get; private set; }

    public void Begin(int number)
    {
        Number = number;
        Array.Fill(lengths, -1);
    }

    public void Set(int column, ReadOnlySpan<byte> utf8)
    {
        if (cells[column] is not { } cell || cell.Length < utf8.Length) cells[column] = cell = new byte[Math.Max(64, utf8.Length * 2)];
        utf8.CopyTo(cell);
        lengths[column] = utf8.Length;
    }

    /// <summary>Takes over the value that the reader stands on.</summary>
    public void Set(int column, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
        {
            if (cells[column] is not { } cell || cell.Length < reader.ValueSpan.Length) cells[column] = cell = new byte[reader.ValueSpan.Length * 2];
            lengths[column] = reader.CopyString(cell);
        }
        else
        {
            Set(column, reader.ValueSpan);
        }
    }

    /// <summary>The bytes of the cell; empty if it has none.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => lengths[column] <= 0 ? [] : cells[column].AsSpan(0, lengths[column]);

    public string? Text(int column) => lengths[column] <= 0 ? null : Encoding.UTF8.GetString(Bytes(column));

    /// <summary>A text that many rows have, made once.</summary>
    public string? Shared(int column)
    {
        var bytes = Bytes(column);
        if (bytes.Length is 0 or > LongestShared) return Text(column);
        Span<char> text = stackalloc char[LongestShared];
        var length = Encoding.UTF8.GetChars(bytes, text);
        var known = sharedByText ??= shared.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text[..length], out var found)) return found;
        known.Add(text[..length]);
        known.TryGetValue(text[..length], out found);
        return found;
    }

    public int? Whole(int column) => Utf8Parser.TryParse(Bytes(column), out int number, out var used) && used == Bytes(column).Length ? number : null;

    public decimal? Amount(int column) => Utf8Parser.TryParse(Bytes(column), out decimal number, out var used) && used == Bytes(column).Length ? number : null;

    public bool IsTrue(int column) => Bytes(column) is [(byte)'t' or (byte)'T', ..] or [(byte)'1'];

    public DateOnly? Date(int column)
    {
        var bytes = Bytes(column);
        return bytes.Length >= 10 && Utf8Parser.TryParse(bytes[..4], out int year, out _) && Utf8Parser.TryParse(bytes[5..7], out int month, out _) && Utf8Parser.TryParse(bytes[8..10], out int day, out _)
            && year is > 0 and < 10000 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"row {Number}");
}
