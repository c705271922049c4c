using System.Globalization;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Knowledge.Tests.Recognisers;

/// <summary>
/// The tables in <c>cases</c>, one file for each kind: "text -> words = value ; words = value", or "text -> nothing".
/// Everything is read as of Friday 20 November 2026.
/// </summary>
public class ReadingTheCases
{
    public static readonly DateOnly AsOf = new(2026, 11, 20);

    private static readonly Dictionary<string, Func<RecognisedValue, bool>> Kinds = new()
    {
        ["numbers"] = v => v is Number,
        ["ordinals"] = v => v is Ordinal,
        ["money"] = v => v is Money,
        ["ranges"] = v => v is NumberRange,
        ["dates"] = v => v is Day,
        ["periods"] = v => v is Period,
        ["durations"] = v => v is Duration,
        ["yes-no"] = v => v is YesNo,
        ["identifiers"] = v => v is Identifier,
    };

    public static TheoryData<string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string>();
        foreach (var kind in Kinds.Keys)
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Recognisers", "cases", kind + ".txt")).Where(l => !l.StartsWith('#') && l.Contains(" -> ", StringComparison.Ordinal)))
            {
                var at = line.LastIndexOf(" -> ", StringComparison.Ordinal);
                cases.Add(kind, line[..at], line[(at + 4)..]);
            }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_text_says_what_its_table_says(string kind, string text, string expected)
    {
        var found = Recognise.In(text, AsOf).Where(r => Kinds[kind](r.Value)).Select(r => $"{r.Text} = {(r.IsApproximate ? "~" : "")}{Written(r.Value)}").ToList();
        Assert.Equal(expected, found.Count == 0 ? "nothing" : string.Join(" ; ", found));
    }

    [Fact]
    public void There_are_at_least_250_cases() => Assert.True(Cases().Count >= 250);

    private static string Written(RecognisedValue value) => value switch
    {
        Number n => Plain(n.Value),
        Ordinal o => Plain(o.Value),
        Money m => m.Unit.Currency + Pounds(m.Amount) + Per(m.Per),
        NumberRange r => Range(r),
        Day d => Iso(d.Date),
        Period p => $"{Iso(p.From)}..{Iso(p.To)}",
        Duration d => Sign(d.Limit) + Timex(d),
        YesNo y => y.IsYes ? "yes" : "no",
        Identifier i => $"{i.Kind.ToString().ToLowerInvariant()} {i.Code}",
        _ => throw new InvalidOperationException(value.ToString()),
    };

    private static string Range(NumberRange range)
    {
        var scale = range.Unit?.Worth ?? 1;
        var least = $"{range.Unit?.Currency}{Plain(range.Least * scale)}";
        var most = $"{range.Unit?.Currency}{Plain(range.Most * scale)}";
        return (range.Least, range.Most) switch
        {
            (not null, not null) => $"{(range.IncludesLeast ? "" : ">")}{least}..{(range.IncludesMost ? "" : "<")}{most}{Per(range.Per)}",
            (null, _) => $"<{(range.IncludesMost ? "=" : "")}{most}{Per(range.Per)}",
            _ => $">{(range.IncludesLeast ? "=" : "")}{least}{Per(range.Per)}",
        };
    }

    private static string Timex(Duration duration)
    {
        var days = string.Concat(duration.Amounts.Where(a => a.Unit < TimeUnit.Hour).Select(a => Plain(a.Amount) + a.Unit.ToString()[0]));
        var hours = string.Concat(duration.Amounts.Where(a => a.Unit >= TimeUnit.Hour).Select(a => Plain(a.Amount) + a.Unit.ToString()[0]));
        return $"P{days}{(hours.Length > 0 ? "T" + hours : "")}";
    }

    private static string Sign(Limit limit) => limit switch { Limit.AtMost => "<=", Limit.LessThan => "<", Limit.AtLeast => ">=", Limit.MoreThan => ">", _ => "" };

    private static string Per(PaidPer per) => per switch { PaidPer.NotSaid => "", PaidPer.InAll => " all", _ => "/" + per.ToString().ToLowerInvariant() };

    private static string Pounds(decimal amount) => amount == decimal.Truncate(amount) ? Plain(amount) : amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Plain(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";

    private static string Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
