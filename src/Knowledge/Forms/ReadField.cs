using System.Globalization;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Forms;

/// <summary>Takes what somebody typed as the answer to a field.</summary>
public static class ReadField
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase) { "none", "nothing", "nil", "zero", "no", "free", "0" };

    /// <summary>The answer as it is kept: text as typed, a plain number for money and numbers, yes or no. Null if the text is no such answer.</summary>
    /// <param name="today">UK time.</param>
    public static string? As(Field field, string text, DateOnly today)
    {
        var plain = text.Trim();
        if (plain.Length == 0) return null;
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.Long:
                return plain.Length <= field.Longest ? plain : null;
            case FieldKind.YesNo:
                return Recognise.In(plain, today).Select(r => r.Value).OfType<YesNo>().FirstOrDefault() is { } said ? said.IsYes ? Form.Yes : "no" : null;
            default:
                if (Nothing.Contains(plain.TrimEnd('.'))) return "0";
                return Amount(field.Kind, plain, today) is { } amount ? amount.ToString(CultureInfo.InvariantCulture) : null;
        }
    }

    private static decimal? Amount(FieldKind kind, string text, DateOnly today)
    {
        var found = Recognise.In(text, today);
        var sums = found.Where(r => r.Value is Money).ToList();
        // The figure of a sum is a number too; any other beside it leaves open which is meant.
        var numbers = found.Where(r => r.Value is Number && !sums.Exists(s => r.Start >= s.Start && r.End <= s.End)).Select(r => ((Number)r.Value).Value).ToList();
        var amount = kind == FieldKind.Money && sums is [{ Value: Money money }] && numbers.Count == 0 ? InAYear(money)
            : sums.Count == 0 && numbers is [var number] ? number : null as decimal?;
        return kind switch
        {
            FieldKind.Percent => amount is >= 0 and <= 100 ? amount : null,
            FieldKind.Number => amount is >= 0 and <= 100_000 ? amount : null,
            _ => amount is >= 0 and < 100_000_000 ? amount : null,
        };
    }

    private static decimal? InAYear(Money money) => (money.Unit.Currency, money.Per) switch
    {
        ('£', PaidPer.Week) => money.Amount * 52,
        ('£', PaidPer.Month) => money.Amount * 12,
        ('£', PaidPer.Year or PaidPer.InAll or PaidPer.NotSaid) => money.Amount,
        _ => null,
    };
}
