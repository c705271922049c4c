using System.Globalization;
using CsvHelper;

namespace CommissioningBot.Knowledge.Imports.Csv;

/// <summary>Streams the lines of a list of providers.</summary>
internal sealed class ProviderListReader(Stream file)
{
    private const int LongestLine = 256 * 1024;

    /// <exception cref="UnreadableFileException">It is no CSV file, has no column of names, or ends inside a cell.</exception>
    public IEnumerable<RawProvider> Read()
    {
        using var text = CsvText.Open(file);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MaxRecordSize = LongestLine }, leaveOpen: true);
        if (!CsvText.Next(csv)) throw new UnreadableFileException("The file has no lines. Nothing was changed.");
        var columns = Enumerable.Range(0, csv.FieldCount).Select(i => RawProvider.ColumnOf(csv.GetString(i))).ToArray();
        CheckHeader(columns);
        while (CsvText.Next(csv))
        {
            var cells = new Dictionary<ProviderColumn, string>();
            for (var i = 0; i < columns.Length && i < csv.FieldCount; i++)
            {
                if (columns[i] is { } column && csv.GetString(i).Trim() is { Length: > 0 } cell) cells.TryAdd(column, cell);
            }
            if (cells.Count > 0) yield return new RawProvider((int)csv.LineNumber, cells);
        }
    }

    private static string Line(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void CheckHeader(ProviderColumn?[] columns)
    {
        if (!columns.Contains(ProviderColumn.Name))
        {
            throw new UnreadableFileException("The first line has no column called Name (or Organisation, or Group). See the template for the columns. Nothing was changed.");
        }
        var twice = columns.OfType<ProviderColumn>().GroupBy(c => c).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new UnreadableFileException($"Two columns mean the same thing ({twice.Key}). Rename or remove one. Nothing was changed.");
    }
}
