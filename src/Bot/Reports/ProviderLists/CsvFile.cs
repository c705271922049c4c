using System.Text;

namespace CommissioningBot.Bot.Reports.ProviderLists;

/// <summary>
/// Writes rows as CSV (RFC 4180) that a spreadsheet opens as it is: UTF-8 with its mark at the start, every cell quoted. A cell that a spreadsheet
/// would run as a formula begins with an apostrophe instead: names and texts come from outside (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    // The wide forms are taken for the narrow ones in some languages.
    private const string Formula = "=+-@\t\r＝＋－＠";

    public static byte[] Of(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Cell(string value)
    {
        // One line for each provider, in every program that reads it.
        var line = value.ReplaceLineEndings(" ").Replace("\"", "\"\"", StringComparison.Ordinal);
        var first = value.TrimStart(' ', '\u00A0');
        return $"\"{(first.Length > 0 && Formula.Contains(first[0], StringComparison.Ordinal) ? "'" : "")}{line}\"";
    }
}
