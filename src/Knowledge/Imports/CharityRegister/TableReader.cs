using System.Text;
using System.Text.Json;
using CommissioningBot.Knowledge.Imports.Json;

namespace CommissioningBot.Knowledge.Imports.CharityRegister;

/// <summary>Streams the rows of one table of the extract, as JSON (a list of flat objects) or as tab-separated text with a line of column names.</summary>
/// <param name="table">The table.</param>
/// <param name="columns">The columns that are wanted; the others are passed over.</param>
/// <param name="progress">Is told the bytes read since it was last told.</param>
internal sealed class TableReader(ExtractTable table, IReadOnlyList<string> columns, Action<long> progress)
{
    private readonly byte[][] names = [.. columns.Select(Encoding.UTF8.GetBytes)];
    private readonly List<(byte[] Name, int Column)> order = [];
    private readonly TableRow row = new(columns.Count);
    private int number;

    /// <param name="make">Makes something of a row, or null to pass it over. It must not keep the row.</param>
    /// <exception cref="UnreadableFileException">It is no such table, or ends too early.</exception>
    public IEnumerable<T> Read<T>(Func<TableRow, T?> make) where T : class
    {
        using var bounded = new BoundedStream(table.Open(), long.MaxValue);
        var told = 0L;
        foreach (var item in table.IsJson ? ReadJson(bounded, make) : ReadText(bounded, make))
        {
            if (item is not null) yield return item;
            if (bounded.Position == told) continue;
            progress(bounded.Position - told);
            told = bounded.Position;
        }
        progress(bounded.Position - told);
    }

    private IEnumerable<T?> ReadJson<T>(Stream file, Func<TableRow, T?> make) where T : class
    {
        var list = new JsonList(file, [""], $"The table {table.Name} is not a list of rows in JSON. Nothing was changed.");
        return list.Read<T?>((ref Utf8JsonReader reader, List<T?> into) =>
        {
            if (!ReadRow(ref reader)) return false;
            into.Add(make(row));
            return true;
        });
    }

    // The columns of one row stand in the same order in the next.
    private bool ReadRow(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new UnreadableFileException($"The table {table.Name} has something else than a row after row {number}. Nothing was changed.");
        row.Begin(number + 1);
        for (var at = 0; ; at++)
        {
            if (!reader.Read()) return false;
            if (reader.TokenType == JsonTokenType.EndObject) break;
            var column = ColumnOf(ref reader, at);
            if (!reader.Read()) return false;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                if (!reader.TrySkip()) return false;
            }
            else if (column >= 0)
            {
                row.Set(column, ref reader);
            }
        }
        number++;
        return true;
    }

    private int ColumnOf(ref Utf8JsonReader reader, int at)
    {
        if (at < order.Count && reader.ValueSpan.SequenceEqual(order[at].Name)) return order[at].Column;
        var name = reader.ValueSpan.ToArray();
        var column = Array.FindIndex(names, n => n.AsSpan().SequenceEqual(name));
        if (at < order.Count) order[at] = (name, column);
        else if (at == order.Count) order.Add((name, column));
        return column;
    }

    private IEnumerable<T?> ReadText<T>(Stream file, Func<TableRow, T?> make) where T : class
    {
        // Texts in the tables have line ends inside: a line with too few cells goes on in the next.
        using var lines = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: false), detectEncodingFromByteOrderMarks: true);
        var header = (lines.ReadLine() ?? "").Split('\t').Select(h => h.Trim().Trim('"')).ToList();
        var wanted = columns.Select(c => header.IndexOf(c)).ToArray();
        if (wanted[0] < 0) throw new UnreadableFileException($"The table {table.Name} has no column {columns[0]} in its first line. Nothing was changed.");
        var line = "";
        while (lines.ReadLine() is { } next)
        {
            line = line.Length == 0 ? next : line + "\n" + next;
            if (line.Length > 1024 * 1024) throw new UnreadableFileException($"The table {table.Name} has a row longer than a million letters after row {number}. Nothing was changed.");
            if (line.Length == 0 || line.Count(c => c == '\t') < header.Count - 1) continue;
            var cells = line.Split('\t');
            line = "";
            row.Begin(++number);
            for (var i = 0; i < wanted.Length; i++)
            {
                if (wanted[i] >= 0) row.Set(i, Encoding.UTF8.GetBytes(Unquoted(cells[wanted[i]])));
            }
            yield return make(row);
        }
        if (line.Length > 0) throw new UnreadableFileException($"The table {table.Name} ends in the middle of a row, as if it was cut off. Nothing was changed.");
    }

    private static string Unquoted(string cell) =>
        cell is ['"', .., '"'] && cell.Length > 1 ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell is "NULL" ? "" : cell;
}
