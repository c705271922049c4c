using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>Whether a text wants an earlier answer changed.</summary>
public enum ChangeCue
{
    None,

    /// <summary>It tells that something is different now, such as "we've sorted the bank account now".</summary>
    News,

    /// <summary>It says so: "change our insurance answer", "actually our income was 12k".</summary>
    Correction,
}

/// <summary>Hears that somebody comes back to an earlier answer, and what the answer is now.</summary>
public static partial class UnderstandChange
{
    private const int MostWords = 25;

    public static ChangeCue Cue(string text)
    {
        var folded = Words.Fold(text).Trim();
        if (folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length > MostWords) return ChangeCue.None;
        if (Correction().IsMatch(folded)) return ChangeCue.Correction;
        return folded.EndsWith('?') ? ChangeCue.None : News().IsMatch(folded) ? ChangeCue.News : ChangeCue.None;
    }

    /// <summary>True if it wants to change an answer and does not say which.</summary>
    public static bool WantsAnyChange(string text) => AnyAnswer().IsMatch(Words.Fold(text).Trim(' ', '.', '!', '?'));

    /// <summary>The profile with the answer that the text gives to one of the five, or null if it gives none clearly.</summary>
    public static Profile? ToProfile(ProfileQuestion question, Profile profile, string text)
    {
        var rest = Frame().Replace(Words.Fold(text), " ").Trim(' ', ',', '.', '!');
        return rest.Length == 0 ? null : UnderstandAnswer.ToProfile(question, profile, rest);
    }

    [GeneratedRegex(@"^((no |oh |ok |and |but |please |can (we|i|you) |could (we|i|you) |(i|we)('d| would)? (want|need|like) to |let me |let's |lets )*(change|correct|fix|amend|edit|redo|undo|alter|go back to|put right)\b|actually\b|correction\b|oops\b|no wait\b|hang on\b|wait\b|sorry[, ]+(i|we|our|it|that|the|no)\b)|\b(i|we) (meant|got .* wrong|made a mistake)\b|\b(was|were|is|are) wrong\b")]
    private static partial Regex Correction();

    [GeneratedRegex(@"\bwe('ve| have)? now\b|\bnow (have|got|employ|pay)\b|\bwe(('ve| have)( just| now| finally)?| just| finally) (sorted|fixed|opened|finished|set up|bought|taken out|registered|signed|adopted|written|agreed|done|sent|become|became|moved|taken on)\b|\bwe('re| are) now\b|\bnow (we|our)\b.*\b(is|are|have|has)\b|^(the|our) .* (is|are) (now )?(sorted|done|fixed|finished|in place)( now)?\b|\bhas (now )?(gone|changed|come through)\b")]
    private static partial Regex News();

    [GeneratedRegex(@"^(can (i|we) |please |(i|we) (want|need|would like) to |i'd like to )?(change|correct|fix|edit) (an|one|my|our|that|the|the last|my last|our last|some|a)? ?(earlier |previous |last )?answers?$|^(that|the last one|my last answer|the last answer) (was|is) wrong$|^i made a mistake$")]
    private static partial Regex AnyAnswer();

    [GeneratedRegex(@"\b(actually|correction|oops|no wait|hang on|wait|sorry|please|change|correct|fix|amend|edit|alter|answer|i meant|we meant|should (be|say)|make (it|that)|put (it|that)|it's|has|have (now )?(got|gone)|gone|up|down|become|became|now|just|finally|taken on|who|we help|the|money we want)\b")]
    private static partial Regex Frame();
}
