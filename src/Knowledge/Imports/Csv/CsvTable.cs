using System.Globalization;
using CommissioningBot.Knowledge.Search;
using CsvHelper;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>One line of a CSV file by what its columns mean; empty cells are left out.</summary>
internal sealed record CsvLine<TColumn>(int Line, IReadOnlyDictionary<TColumn, string> Cells) where TColumn : struct, Enum
{
    public string? this[TColumn column] => Cells.GetValueOrDefault(column);

    public string Place => "line " + Line.ToString(CultureInfo.InvariantCulture);
}

/// <summary>
/// Streams the lines of a CSV file whose columns may have any of several names, and that may begin with lines of a title, as spreadsheets saved by
/// people do.
/// </summary>
/// <param name="names">What each column may be called, in small letters without punctuation.</param>
/// <param name="needed">Columns without which the file is something else.</param>
/// <param name="example">How to say what is missing.</param>
internal sealed class CsvTable<TColumn>(Stream file, IReadOnlyDictionary<TColumn, string[]> names, IReadOnlyList<TColumn> needed, string example) where TColumn : struct, Enum
{
    private const int LongestLine = 1024 * 1024;
    private const int MostTitleLines = 20;

    /// <exception cref="UnreadableFileException">It is no CSV file, lacks a column, or ends inside a cell.</exception>
    public IEnumerable<CsvLine<TColumn>> Read()
    {
        using var text = CsvText.Open(file);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MaxRecordSize = LongestLine }, leaveOpen: true);
        var columns = Header(csv);
        while (CsvText.Next(csv))
        {
            var cells = new Dictionary<TColumn, string>();
            for (var i = 0; i < columns.Length && i < csv.FieldCount; i++)
            {
                if (columns[i] is { } column && csv.GetString(i).Trim() is { Length: > 0 } cell) cells.TryAdd(column, cell);
            }
            if (cells.Count > 0) yield return new CsvLine<TColumn>((int)csv.LineNumber, cells);
        }
    }

    private TColumn?[] Header(CsvReader csv)
    {
        for (var line = 0; line < MostTitleLines && CsvText.Next(csv); line++)
        {
            var columns = Enumerable.Range(0, csv.FieldCount).Select(i => ColumnOf(csv.GetString(i))).ToArray();
            if (needed.All(n => columns.Contains(n))) return columns;
        }
        throw new UnreadableFileException($"The file has no line of column names with {example}. Nothing was changed.");
    }

    private TColumn? ColumnOf(string header)
    {
        var key = string.Join(' ', Words.Split(header).Select(w => w.Text));
        foreach (var (column, known) in names)
            if (known.Contains(key)) return column;
        return null;
    }
}
