using CommissioningBot.Knowledge.Places;
using Microsoft.Data.Sqlite;

namespace CommissioningBot.Knowledge.Storage.Sqlite;

/// <summary>Writes a directory of postcodes inside the transaction that the store holds, and works out where each outward code is.</summary>
internal sealed class SqlitePlacesImport(SqliteConnection writer, SqliteImportRecord record)
{
    // A council with less of an outward code than this has a street or two over the border.
    private const double LeastShare = 0.05;

    public ImportRecord Write(IEnumerable<ImportedPlace> rows)
    {
        var taken = 0;
        using var postcode = new Statement(writer, "INSERT OR REPLACE INTO postcode VALUES (?1, ?2, ?3, ?4, ?5)");
        using var outward = new Statement(writer, "INSERT OR REPLACE INTO outward VALUES (?1, ?2, ?3, ?4)");
        foreach (var row in rows)
        {
            record.Count(row.Location is not null, row.Refusal);
            if (row.Location is not { } location) continue;
            taken++;
            if (location.Precision == Precision.Postcode) postcode.Run(location.Code, location.At.North, location.At.East, location.Councils.Count > 0 ? location.Councils[0] : null, row.Ended ? 1 : 0);
            else outward.Run(location.Code, location.At.North, location.At.East, string.Join(' ', location.Councils));
        }
        foreach (var location in OutwardsOfPostcodes()) outward.Run(location.Code, location.At.North, location.At.East, string.Join(' ', location.Councils));
        return record.End(taken);
    }

    // A space sorts before every figure, so the postcodes of one outward code follow one another.
    private List<PostcodeLocation> OutwardsOfPostcodes()
    {
        using var command = writer.Command("SELECT code, north, east, council, ended FROM postcode ORDER BY code");
        using var reader = command.ExecuteReader();
        var all = new List<PostcodeLocation>();
        var current = new Tally("");
        while (reader.Read())
        {
            var code = reader.GetString(0).Split(' ')[0];
            if (code != current.Code)
            {
                if (current.Location() is { } done) all.Add(done);
                current = new Tally(code);
            }
            current.Add(reader.GetDouble(1), reader.GetDouble(2), reader.IsDBNull(3) ? null : reader.GetString(3), ended: reader.GetInt64(4) != 0);
        }
        if (current.Location() is { } last) all.Add(last);
        return all;
    }

    private sealed class Tally(string code)
    {
        private readonly Dictionary<string, int> councils = new(StringComparer.Ordinal);
        private double north;
        private double east;
        private int count;
        private bool onlyEnded = true;

        public string Code => code;

        public void Add(double northOf, double eastOf, string? council, bool ended)
        {
            if (ended && !onlyEnded) return;
            if (!ended && onlyEnded)
            {
                (north, east, count, onlyEnded) = (0, 0, 0, false);
                councils.Clear();
            }
            north += northOf;
            east += eastOf;
            count++;
            if (council is not null) councils[council] = councils.GetValueOrDefault(council) + 1;
        }

        public PostcodeLocation? Location() => count == 0 ? null : new(
            code, new Point(north / count, east / count),
            [.. councils.Where(c => c.Value >= LeastShare * count).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)]);
    }
}
