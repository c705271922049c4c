using System.Text.RegularExpressions;

namespace CommissioningBot.Knowledge.Tests;

/// <summary>Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. Grade 7 is about age 12.</summary>
internal static partial class ReadingGrade
{
    public static double Of(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(m => m.Value).ToList();
        var sentences = Math.Max(1, SentenceEnd().Count(text));
        return words.Count == 0 ? 0 : 0.39 * words.Count / sentences + 11.8 * words.Sum(Syllables) / words.Count - 15.59;
    }

    // Groups of vowels, less a silent e; near enough to rank sentences by.
    private static int Syllables(string word)
    {
        var letters = word.Replace("'", "", StringComparison.Ordinal);
        var count = Vowels().Count(letters);
        var isSilent = letters.EndsWith('e') && !letters.EndsWith("le", StringComparison.Ordinal)
            || letters.EndsWith("ed", StringComparison.Ordinal) && letters is not [.., 't' or 'd', 'e', 'd'];
        return Math.Max(1, isSilent ? count - 1 : count);
    }

    [GeneratedRegex("[a-z][a-z']*")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();

    [GeneratedRegex(@"[.!?:](\s|$)|[^.!?:\s]$", RegexOptions.Multiline)]
    private static partial Regex SentenceEnd();
}
