using System.Globalization;
using System.Text.Json.Nodes;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Bot.Commands;

/// <summary>
/// What is recognised, with the type names and values of Recognizers-Text (https://github.com/microsoft/Recognizers-Text), whose <c>end</c> is the last
/// character and whose ranges leave their end out: "10 to 20" is <c>[10,20)</c>. Codes have no type there and get names of their own.
/// </summary>
public static class RecognisedOnTheWire
{
    /// <summary>A list of <c>{"type","text","start","end","value","resolution"}</c>, with <c>"approximate": true</c> where the text says so.</summary>
    public static JsonArray All(string text, DateOnly asOf) =>
        [.. Knowledge.Recognisers.Recognise.In(text, asOf).Select(found => One(found, asOf))];

    private static JsonNode One(Recognised found, DateOnly asOf)
    {
        var (type, value, resolution) = Written(found.Value, asOf);
        var written = new JsonObject
        {
            ["type"] = type,
            ["text"] = found.Text,
            ["start"] = found.Start,
            ["end"] = found.End - 1,
            ["value"] = value,
            ["resolution"] = resolution,
        };
        if (found.IsApproximate) written["approximate"] = true;
        return written;
    }

    private static (string Type, JsonNode Value, JsonObject Resolution) Written(RecognisedValue value, DateOnly asOf) => value switch
    {
        Number number => ("number", Plain(number.Value), new JsonObject { ["subtype"] = number.Value == decimal.Truncate(number.Value) ? "integer" : "decimal", ["value"] = Plain(number.Value) }),
        Ordinal ordinal => ("ordinal", Plain(ordinal.Value), new JsonObject { ["offset"] = Plain(ordinal.Value), ["relativeTo"] = "start", ["value"] = Plain(ordinal.Value) }),
        Money money => ("currency", Plain(money.InUnit), Priced(Plain(money.InUnit), money.Unit, money.Per)),
        NumberRange range => ("numberrange", Interval(range), Priced(Interval(range), range.Unit, range.Per)),
        YesNo said => ("boolean", said.IsYes, new JsonObject { ["value"] = said.IsYes }),
        Identifier code => (code.Kind switch { IdentifierKind.Postcode => "postcode", IdentifierKind.Charity => "charitynumber", IdentifierKind.Company => "companynumber", _ => "ppon" }, code.Code, new JsonObject { ["value"] = code.Code }),
        Day day => DatesOnTheWire.Of(day, asOf),
        Period period => DatesOnTheWire.Of(period),
        Duration duration => DatesOnTheWire.Of(duration),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, null),
    };

    private static JsonObject Priced(string value, MoneyUnit? unit, PaidPer per)
    {
        var priced = new JsonObject { ["value"] = value };
        if (unit is not null) priced["unit"] = unit.Name;
        if (unit?.Iso is { } iso) priced["isoCurrency"] = iso;
        if (per != PaidPer.NotSaid) priced["per"] = per == PaidPer.InAll ? "in all" : per.ToString().ToLowerInvariant();
        return priced;
    }

    private static string Interval(NumberRange range) =>
        $"{(range.IncludesLeast ? '[' : '(')}{Plain(range.Least)},{Plain(range.Most)}{(range.IncludesMost && !range.IsSpan ? ']' : ')')}";

    internal static string Plain(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";
}
