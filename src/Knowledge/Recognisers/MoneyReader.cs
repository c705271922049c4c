namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Money that begins at some token.</summary>
/// <param name="PerTo">The token behind what says over which time it is paid.</param>
internal readonly record struct MoneyReading(int To, decimal InUnit, MoneyUnit Unit, decimal Scale = 1, PaidPer Per = PaidPer.NotSaid, int PerTo = 0);

internal sealed class MoneyReader(Tokens tokens, NumberReader numbers)
{
    private static readonly Dictionary<string, MoneyUnit> Signs = new(StringComparer.Ordinal)
    {
        ["£"] = MoneyUnit.Pound, ["€"] = MoneyUnit.Euro, ["$"] = MoneyUnit.Dollar,
    };

    private static readonly Dictionary<string, MoneyUnit> Codes = new(StringComparer.Ordinal)
    {
        ["gbp"] = MoneyUnit.BritishPound, ["eur"] = MoneyUnit.Euro, ["usd"] = MoneyUnit.UnitedStatesDollar,
    };

    private static readonly Phrases<MoneyUnit> Units = new(
        ("pound|pounds|quid|pound sterling|pounds sterling|sterling", MoneyUnit.Pound),
        ("british pound|british pounds", MoneyUnit.BritishPound),
        ("pence|p", MoneyUnit.Pence),
        ("penny|pennies", MoneyUnit.Penny),
        ("euro|euros", MoneyUnit.Euro),
        ("dollar|dollars|bucks", MoneyUnit.Dollar),
        ("us dollar|us dollars|us $|u . s . dollars|united states dollars|american dollars", MoneyUnit.UnitedStatesDollar),
        ("cent|cents", MoneyUnit.Cent));

    private static readonly Phrases<PaidPer> Pers = new(
        ("a year|per year|each year|every year|per annum|p . a|pa|annually|yearly|/ year|/ yr|/ annum|per yr", PaidPer.Year),
        ("a month|per month|each month|every month|pcm|monthly|/ month|p . c . m|pm", PaidPer.Month),
        ("a week|per week|each week|every week|weekly|pw|/ week", PaidPer.Week),
        ("a day|per day|each day|daily|/ day", PaidPer.Day),
        ("an hour|per hour|ph|hourly|/ hour|/ hr|each hour", PaidPer.Hour),
        ("in all|in total|altogether|all in|all together|total|overall", PaidPer.InAll));

    public MoneyReading? At(int i, bool joins = true)
    {
        if (Read(i, joins) is not { } money) return null;
        if (Pers.At(tokens, money.To) is var (to, per)) return money with { Per = per, PerTo = to };
        // "Over three years" says that the sum is for all of them.
        return tokens[money.To].Is("over") && numbers.At(money.To + 1) is { } many && tokens[many.To].Text is "years" or "months"
            ? money with { Per = PaidPer.InAll } : money;
    }

    /// <summary>The unit that a number before this token is counted in.</summary>
    public (int To, MoneyUnit Unit, decimal Scale)? UnitAt(int i)
    {
        if (Signs.TryGetValue(tokens[i].Text, out var sign))
            // "10 $ 30 $" is two amounts, "5 £10 notes" has one.
            return tokens[i + 1] is { IsFigures: true, IsGlued: true } ? null : (i + 1, sign, 1);
        if (tokens[i].Is("p") && !tokens[i - 1].IsFigures || tokens[i].Is("p") && tokens.Are(i + 1, ".", "a")) return null;
        if (Units.At(tokens, i) is var (to, unit)) return (to, unit, 1);
        if (Codes.TryGetValue(tokens[i].Text, out var code)) return (i + 1, code, 1);
        return tokens[i].Text is ['m' or 'k', .. { Length: 3 } known] && Codes.TryGetValue(known, out code) ? (i + 1, code, NumberWords.Suffixes[tokens[i].Text[..1]]) : null;
    }

    private MoneyReading? Read(int i, bool joins)
    {
        if (tokens[i].Is("-") && (!tokens[i].IsGlued || !tokens[i - 1].IsWord && !tokens[i - 1].IsFigures) && tokens[i + 1].IsGlued && Signs.ContainsKey(tokens[i + 1].Text))
            return Read(i + 1, joins) is { } less ? less with { InUnit = -less.InUnit } : null;
        if (Before(i) is var (at, unit) && (tokens[at].IsFigures || tokens[at].Is(".")) && numbers.InFigures(at, joins) is { IsOrdinal: false } behind)
            return WithSmallCoins(new MoneyReading(behind.To, behind.Value, unit, behind.Scale), isWord: false);
        if (tokens[i].Text is "a" or "an" or "one") return Single(i) ?? After(i, joins);
        return After(i, joins);
    }

    private (int To, MoneyUnit Unit)? Before(int i) =>
        Signs.TryGetValue(tokens[i].Text, out var sign) ? (i + 1, sign)
        : Codes.TryGetValue(tokens[i].Text, out var code) ? (i + 1, code)
        : tokens.Are(i, "us", "$") ? (i + 2, MoneyUnit.UnitedStatesDollar)
        : tokens[i].Is("dollar") ? (i + 1, MoneyUnit.Dollar) : null;

    // "A fiver", "a penny", "a pound".
    private MoneyReading? Single(int i) =>
        tokens[i + 1].Text switch
        {
            "fiver" => new(i + 2, 5, MoneyUnit.Pound),
            "tenner" => new(i + 2, 10, MoneyUnit.Pound),
            "pound" or "quid" when !tokens[i + 2].Is("of") => new(i + 2, 1, MoneyUnit.Pound),
            "penny" => new(i + 2, 1, MoneyUnit.Penny),
            _ => null,
        };

    private MoneyReading? After(int i, bool joins)
    {
        if (numbers.At(i, joins) is not { IsOrdinal: false } number) return null;
        if (number.IsGrand) return tokens[number.To].Text is "piano" or "pianos" or "total" or "opening" ? null : new(number.To, number.Value, MoneyUnit.Pound, number.Scale);
        if (tokens[number.To].Text is "fivers" or "tenners") return new(number.To + 1, number.Value * (tokens[number.To].Is("fivers") ? 5 : 10), MoneyUnit.Pound);
        var at = tokens[number.To].Is("-") && tokens[number.To].IsGlued && tokens[number.To + 1] is { IsGlued: true, IsWord: true } ? number.To + 1 : number.To;
        if (UnitAt(at) is not var (to, unit, scale)) return null;
        var money = new MoneyReading(to, number.Value * scale, unit, number.Scale * scale);
        if (money.Scale == 1 && unit.Worth == 1 && NumberWords.Scales.TryGetValue(tokens[to].Text, out var times) && times >= 1e6m)
            return money with { To = to + 1, InUnit = number.Value * times, Scale = times };
        return WithSmallCoins(money, isWord: true);
    }

    // "Three pounds fifty", "£3 and 50p", "thirteen dollars and forty-five cents".
    private MoneyReading WithSmallCoins(MoneyReading money, bool isWord)
    {
        if (money.Unit.Worth != 1 || money.InUnit != decimal.Truncate(money.InUnit)) return money;
        var at = tokens[money.To].Is("and") ? money.To + 1 : money.To;
        if (tokens[at].IsGlued || numbers.At(at) is not { IsOrdinal: false, Scale: 1, Value: > 0 and < 100 } coins || coins.Value != decimal.Truncate(coins.Value)) return money;
        var sum = money with { InUnit = money.InUnit + coins.Value / 100 };
        if (UnitAt(coins.To) is var (to, unit, _)) return unit.Worth < 1 && (unit.Currency == money.Unit.Currency || unit == MoneyUnit.Cent && money.Unit == MoneyUnit.Euro) ? sum with { To = to } : money;
        return isWord && at == money.To && coins.Value >= 10 && coins.Letters is null && EndsThere(coins.To) ? sum with { To = coins.To } : money;
    }

    private bool EndsThere(int i) =>
        tokens[i].Kind is TokenKind.None || tokens[i].Kind is TokenKind.Sign && !tokens[i].IsGlued | tokens[i].Text is "." or "," or "!" or "?" or ")" or ";"
        || tokens[i].Text is "more" or "each" or "per" or "a" or "and" or "or" or "in" or "for" or "altogether" or "please" or "an";
}
