using CommissioningBot.Knowledge.Imports.Csv;
using CsvHelper;

namespace CommissioningBot.Knowledge.Imports.Postcodes;

/// <summary>Streams the lines of a directory of postcodes.</summary>
internal sealed class DirectoryReader(Stream file)
{
    private const int LongestLine = 64 * 1024;

    /// <exception cref="UnreadableFileException">It is no CSV file, lacks a column that is needed, or ends inside a cell.</exception>
    public IEnumerable<RawPlace> Read()
    {
        using var text = CsvText.Open(file);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, MaxRecordSize = LongestLine }, leaveOpen: true);
        if (!CsvText.Next(csv)) throw new UnreadableFileException("The file has no lines. Nothing was changed.");
        var columns = DirectoryHeader.Read([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        foreach (var needed in new[] { DirectoryColumn.Postcode, DirectoryColumn.Latitude, DirectoryColumn.Longitude })
        {
            if (!columns.ContainsKey(needed)) throw new UnreadableFileException($"The first line has no column of the {needed.ToString().ToLowerInvariant()}. A directory needs postcode (or pcds, or outward code), lat and long. Nothing was changed.");
        }
        while (CsvText.Next(csv))
        {
            string Cell(DirectoryColumn column) => columns.TryGetValue(column, out var i) && i < csv.FieldCount ? csv.GetString(i).Trim() : "";
            if (csv.FieldCount > 1) yield return new RawPlace(csv.LineNumber, Cell(DirectoryColumn.Postcode), Cell(DirectoryColumn.Council), Cell(DirectoryColumn.Latitude), Cell(DirectoryColumn.Longitude), Cell(DirectoryColumn.Ended));
        }
    }
}
