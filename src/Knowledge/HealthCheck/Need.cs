using System.Globalization;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>What most who give one kind of money ask of one item. Levels are 0 to 3; 0 is "not asked for".</summary>
/// <param name="Must">The level asked for of everybody who applies.</param>
/// <param name="BeforeSigning">The level needed before signing or award, but not to apply.</param>
/// <param name="Law">True if the law may ask for it; whom, the item's notes say.</param>
/// <param name="Marks">True if it earns marks and never blocks.</param>
public sealed record Need(int Must, int BeforeSigning, bool Law, bool Marks)
{
    /// <summary>What the law wants is in place, not begun.</summary>
    public const int LawLevel = 2;

    public static readonly Need None = new(0, 0, false, false);

    /// <summary>Whether it can decide a result for anybody.</summary>
    public bool Decides => Must > 0 || Law;

    /// <summary>Reads a cell of the needs table, such as "M1 L", "S2", "m" or "-"; null if it is none.</summary>
    public static Need? Read(string cell)
    {
        var need = None;
        foreach (var mark in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (mark is ['M' or 'S', '1' or '2'])
            {
                var level = int.Parse(mark[1..], CultureInfo.InvariantCulture);
                need = mark[0] == 'M' ? need with { Must = level } : need with { BeforeSigning = level };
            }
            else if (mark == "L") need = need with { Law = true };
            else if (mark == "m") need = need with { Marks = true };
            else if (mark != "-") return null;
        }
        return need;
    }
}
