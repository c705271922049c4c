namespace CommissioningBot.Knowledge.Recognisers;

/// <summary>Months, days of the week and units of time as they are written, and which of them is more often another word.</summary>
internal static class CalendarWords
{
    private static readonly Dictionary<string, int> Months = new(StringComparer.Ordinal)
    {
        ["january"] = 1, ["jan"] = 1, ["february"] = 2, ["feb"] = 2, ["febuary"] = 2, ["march"] = 3, ["mar"] = 3, ["april"] = 4, ["apr"] = 4, ["may"] = 5, ["june"] = 6, ["jun"] = 6,
        ["july"] = 7, ["jul"] = 7, ["august"] = 8, ["aug"] = 8, ["september"] = 9, ["sept"] = 9, ["sep"] = 9, ["october"] = 10, ["oct"] = 10, ["november"] = 11, ["nov"] = 11,
        ["december"] = 12, ["dec"] = 12,
    };

    private static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday, ["mon"] = DayOfWeek.Monday, ["tuesday"] = DayOfWeek.Tuesday, ["tue"] = DayOfWeek.Tuesday, ["tues"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday, ["weds"] = DayOfWeek.Wednesday, ["wed"] = DayOfWeek.Wednesday, ["thursday"] = DayOfWeek.Thursday, ["thu"] = DayOfWeek.Thursday,
        ["thur"] = DayOfWeek.Thursday, ["thurs"] = DayOfWeek.Thursday, ["friday"] = DayOfWeek.Friday, ["fri"] = DayOfWeek.Friday, ["saturday"] = DayOfWeek.Saturday,
        ["sat"] = DayOfWeek.Saturday, ["sunday"] = DayOfWeek.Sunday, ["sun"] = DayOfWeek.Sunday,
    };

    private static readonly Dictionary<string, (TimeUnit Unit, decimal Times)> Units = new(StringComparer.Ordinal)
    {
        ["year"] = (TimeUnit.Year, 1), ["years"] = (TimeUnit.Year, 1), ["yr"] = (TimeUnit.Year, 1), ["yrs"] = (TimeUnit.Year, 1), ["decade"] = (TimeUnit.Year, 10), ["decades"] = (TimeUnit.Year, 10),
        ["month"] = (TimeUnit.Month, 1), ["months"] = (TimeUnit.Month, 1), ["mth"] = (TimeUnit.Month, 1), ["mths"] = (TimeUnit.Month, 1),
        ["week"] = (TimeUnit.Week, 1), ["weeks"] = (TimeUnit.Week, 1), ["wk"] = (TimeUnit.Week, 1), ["wks"] = (TimeUnit.Week, 1), ["fortnight"] = (TimeUnit.Week, 2), ["fortnights"] = (TimeUnit.Week, 2),
        ["day"] = (TimeUnit.Day, 1), ["days"] = (TimeUnit.Day, 1), ["hour"] = (TimeUnit.Hour, 1), ["hours"] = (TimeUnit.Hour, 1), ["hr"] = (TimeUnit.Hour, 1), ["hrs"] = (TimeUnit.Hour, 1),
        ["minute"] = (TimeUnit.Minute, 1), ["minutes"] = (TimeUnit.Minute, 1), ["mins"] = (TimeUnit.Minute, 1),
    };

    private static readonly HashSet<string> TimeWords = new(StringComparer.Ordinal)
    {
        "in", "by", "until", "till", "since", "from", "before", "after", "during", "next", "last", "early", "late", "mid", "of", "through", "on", "every", "between", "following",
    };

    private static readonly HashSet<string> GoingOn = new(StringComparer.Ordinal) { "to", "until", "till", "through", "and", "or", "the", "this", "next", "last" };

    /// <summary>1 to 12, or 0 if the word is no month or stands here as another word: "we may apply", "a march through town".</summary>
    public static int MonthAt(Tokens tokens, int i)
    {
        if (!tokens[i].IsWord || !Months.TryGetValue(tokens[i].Text, out var month)) return 0;
        return tokens[i].Text is "may" or "march" or "mar" && !IsMeantAsTime(tokens, i) ? 0 : month;
    }

    /// <summary>The day of the week, or null; "sat" and "sun" count only where a date goes on.</summary>
    public static DayOfWeek? WeekdayAt(Tokens tokens, int i)
    {
        if (!tokens[i].IsWord) return null;
        var word = tokens[i].Text;
        if (!Weekdays.TryGetValue(word, out var day) && !(word.EndsWith('s') && word.Length > 6 && Weekdays.TryGetValue(word[..^1], out day))) return null;
        return word.Length <= 3 && word is "sat" or "sun" or "wed" or "mon" && !IsMeantAsTime(tokens, i) ? null : day;
    }

    public static (TimeUnit Unit, decimal Times)? UnitAt(Tokens tokens, int i) =>
        tokens[i].IsWord && Units.TryGetValue(tokens[i].Text, out var unit) ? unit : null;

    private static bool IsMeantAsTime(Tokens tokens, int i)
    {
        var (before, behind) = (tokens[i - 1], tokens[i + 1]);
        if (TimeWords.Contains(before.Text)) return true;
        var isNumberedBefore = before.IsFigures || before.IsWord && (NumberWords.IsOrdinalEnding(before.Text) || NumberWords.SmallOrdinals.ContainsKey(before.Text) || Weekdays.ContainsKey(before.Text));
        if (isNumberedBefore) return true;
        var isFree = before.Kind != TokenKind.Word || before.Text is "this" or "to" or "and" or "or" or "the" or "back" or "for";
        if (!isFree) return false;
        if (behind.IsFigures || behind.IsWord && (NumberWords.Small.ContainsKey(behind.Text) || NumberWords.SmallOrdinals.ContainsKey(behind.Text))) return true;
        return behind.Kind != TokenKind.Word && !before.Is("the") || GoingOn.Contains(behind.Text) && before.Text is not ("and" or "or" or "the");
    }
}
