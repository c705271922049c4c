using System.Globalization;
using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.Providers.Shortlists;

internal enum ShortlistWish
{
    Show,
    Clear,
    Add,
    Remove,
    Why,
}

/// <summary>What somebody types about a shortlist.</summary>
/// <param name="Who">Numbers or a name; empty for the whole list.</param>
/// <param name="Reason">The reason given along; null if none was.</param>
/// <param name="IsSure">True if it can mean nothing else: it names the shortlist.</param>
internal sealed partial record ShortlistPhrase(ShortlistWish Wish, string Who, string? Reason, bool IsSure)
{
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth"];

    /// <summary>The wish in a text, or null if there is none.</summary>
    public static ShortlistPhrase? Read(string text)
    {
        text = text.Trim().TrimEnd('.', '!', '?', ' ');
        if (Show().IsMatch(text)) return new(ShortlistWish.Show, "", null, true);
        if (Clear().IsMatch(text)) return new(ShortlistWish.Clear, "", null, true);
        if (Remove().Match(text) is { Success: true } remove && (remove.Groups["list"].Success || !remove.Groups["delete"].Success && IsNumbers(remove.Groups["who"].Value))) return new(ShortlistWish.Remove, Named(remove), null, remove.Groups["list"].Success);
        if (Add().Match(text) is { Success: true } add) return new(ShortlistWish.Add, Named(add), Reasoned(add), add.Groups["list"].Success || add.Groups["verb"].Value.StartsWith("short", StringComparison.OrdinalIgnoreCase));
        if (Why().Match(text) is { Success: true } why) return new(ShortlistWish.Why, Named(why), Reasoned(why), false);
        return null;
    }

    /// <summary>The numbers that it names, counted from 1; empty if it is a name. "all" is every number up to <paramref name="count"/>.</summary>
    public IReadOnlyList<int> Numbers(int count)
    {
        var who = Words.Fold(Who);
        if (who is "all" or "all of them" or "everything" or "the whole list" or "them all") return [.. Enumerable.Range(1, count)];
        if (Ordinal().Match(who) is { Success: true } ordinal) return [Array.IndexOf(Ordinals, ordinal.Groups[1].Value) + 1];
        return IsNumbers(who) ? [.. Digits().Matches(who).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Distinct()] : [];
    }

    private static bool IsNumbers(string text) => Numbered().IsMatch(text);

    private static string Named(Match match) => match.Groups["who"].Value.Trim(' ', ',', '"', '“', '”');

    private static string? Reasoned(Match match) => match.Groups["why"].Value.Trim() is { Length: > 0 } why ? why : null;

    private const string List = @"(?<list>((to|on|onto|in|from|off)\s+)((my|our|the)\s+)?short[- ]?list)";

    [GeneratedRegex(@"\A(please\s+)?((show|see|list|open|view)\s+)?(me\s+)?(what('s| is)\s+(on|in)\s+)?((my|our|the)\s+)?short[- ]?list\z", RegexOptions.IgnoreCase)]
    private static partial Regex Show();

    [GeneratedRegex(@"\A(please\s+)?(clear|empty|delete|wipe)\s+((my|our|the)\s+)?(whole\s+)?short[- ]?list\z", RegexOptions.IgnoreCase)]
    private static partial Regex Clear();

    [GeneratedRegex(@"\A(please\s+)?(?<verb>add|put|shortlist|short-list)\s+(number\s+|no\.?\s+)?(?<who>.+?)(\s+" + List + @")?((\s*[,;:]?\s+because\s+|\s*:\s+)(?<why>.+))?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Add();

    [GeneratedRegex(@"\A(please\s+)?(remove|take|drop|(?<delete>delete))\s+(number\s+|no\.?\s+)?(?<who>.+?)(\s+" + List + @"|\s+off)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex Remove();

    [GeneratedRegex(@"\A(why|reason|note)\s+(for\s+)?(number\s+)?(?<who>[^:]{1,80}?)(\s*:\s*(?<why>.*)|\s+because\s+(?<why>.+)|)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Why();

    [GeneratedRegex(@"\A\d{1,3}((\s*(,|and|&)\s*|\s+)\d{1,3})*\z", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\A(?:the )?(first|second|third|fourth|fifth)(?: one| provider| group)?\z")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\d{1,3}")]
    private static partial Regex Digits();
}
