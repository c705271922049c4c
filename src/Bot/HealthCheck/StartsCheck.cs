using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Hears that somebody wants to begin the check, however it is greeted, asked or misspelt. A question about health checks is none.</summary>
internal static partial class StartsCheck
{
    private static readonly string[] Phrases = ["check us over", "check us out", "are we ready", "are we all right"];

    // The two words that name the check; nearly right is right.
    private static readonly Spelling Known = new([("health", 1), ("check", 1), ("readiness", 1), ("healthcheck", 1)]);

    public static bool In(string text)
    {
        var words = Words.Split(text).Select(w => Known.Knows(w.Text) || w.Text.Length < 4 ? w.Text : Known.Nearest(w.Text) ?? w.Text);
        var said = string.Join(' ', words);
        if (SeeIfReady().IsMatch(said)) return true;
        var rest = Around().Replace(said, "").Trim();
        return Phrases.Contains(rest) || Named().IsMatch(rest);
    }

    [GeneratedRegex(@"^((hi|hiya|hey|hello|morning|good (morning|afternoon|evening)|ok|okay|right|yes|yeah|so|well|please|then|there|now) )+|^((can|could|may|shall) (i|we|you) |(i|we) (want|need|would like) to |(id|wed) like to |want to |like to |let us |lets |how do (i|we) )+|^(hi|hiya|hey|hello) (can|could) (i|we|you) |( (please|now|then|thing|for us|today|thanks|thank you|ta))+$")]
    private static partial Regex Around();

    [GeneratedRegex(@"^((hi|hiya|hello|can we|can i|could we|i want to|we want to|want to|lets) )*((do|start|begin|take|try|run|have|get|open) )*((the|a|an|your|that|this|our|my) )*(health ?check|readiness check|check thing|check up)( thing| up)?$|^start check$")]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(see|check|find out|tell) (us )?(if|whether) (we ?(are|re)|were|our group is|we) ready\b")]
    private static partial Regex SeeIfReady();
}
