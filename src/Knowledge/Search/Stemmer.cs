namespace CommissioningBot.Knowledge.Search;

/// <summary>
/// Takes English endings off a word so that "tenders", "tendered" and "tendering" meet.
/// The algorithm is M. F. Porter's ("An algorithm for suffix stripping", Program 14(3), 1980), https://tartarus.org/martin/PorterStemmer/.
/// </summary>
public static class Stemmer
{
    private static readonly (string Ending, string Instead)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("iser", "ise"), ("abli", "able"),
        ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("isation", "ise"), ("ation", "ate"),
        ("ator", "ate"), ("alism", "al"), ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"),
        ("biliti", "ble"),
    ];

    private static readonly (string Ending, string Instead)[] Step3 =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("alise", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ise", "ion", "al", "er", "ic", "ou",
    ];

    /// <param name="word">A folded word (see <see cref="Words.Fold"/>).</param>
    public static string Stem(string word)
    {
        if (word.Length <= 2 || !char.IsAsciiLetterLower(word[0]) || word.Any(c => !char.IsAsciiLetterLower(c))) return word;

        var w = word;
        if (w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("ies", StringComparison.Ordinal)) w = w[..^2];
        else if (w.EndsWith('s') && !w.EndsWith("ss", StringComparison.Ordinal)) w = w[..^1];

        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            if (Measure(w[..^3]) > 0) w = w[..^1];
        }
        else if (Without(w, "ed") is { } ed && HasVowel(ed)) w = AfterEdOrIng(ed);
        else if (Without(w, "ing") is { } ing && HasVowel(ing)) w = AfterEdOrIng(ing);

        if (w.EndsWith('y') && HasVowel(w[..^1])) w = w[..^1] + "i";

        w = Replace(w, Step2);
        w = Replace(w, Step3);

        foreach (var ending in Step4)
        {
            if (Without(w, ending) is not { } stem) continue;
            if (Measure(stem) > 1 && (ending != "ion" || stem.EndsWith('s') || stem.EndsWith('t'))) w = stem;
            break;
        }

        if (w.EndsWith('e'))
        {
            var stem = w[..^1];
            var m = Measure(stem);
            if (m > 1 || m == 1 && !EndsShort(stem)) w = stem;
        }
        if (w.EndsWith("ll", StringComparison.Ordinal) && Measure(w) > 1) w = w[..^1];
        return w;
    }

    private static string? Without(string w, string ending) =>
        w.Length > ending.Length && w.EndsWith(ending, StringComparison.Ordinal) ? w[..^ending.Length] : null;

    private static string AfterEdOrIng(string w)
    {
        if (w.EndsWith("at", StringComparison.Ordinal) || w.EndsWith("bl", StringComparison.Ordinal) || w.EndsWith("iz", StringComparison.Ordinal)) return w + "e";
        if (w.Length > 1 && w[^1] == w[^2] && IsConsonant(w, w.Length - 1) && w[^1] is not ('l' or 's' or 'z')) return w[..^1];
        return Measure(w) == 1 && EndsShort(w) ? w + "e" : w;
    }

    private static string Replace(string w, (string Ending, string Instead)[] rules)
    {
        foreach (var (ending, instead) in rules)
        {
            if (Without(w, ending) is { } stem) return Measure(stem) > 0 ? stem + instead : w;
        }
        return w;
    }

    private static bool IsConsonant(string w, int i) => w[i] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => i == 0 || !IsConsonant(w, i - 1),
        _ => true,
    };

    private static bool HasVowel(string w)
    {
        for (var i = 0; i < w.Length; i++) if (!IsConsonant(w, i)) return true;
        return false;
    }

    // Porter's m: how often a vowel run is followed by a consonant run.
    private static int Measure(string w)
    {
        var m = 0;
        for (var i = 1; i < w.Length; i++) if (IsConsonant(w, i) && !IsConsonant(w, i - 1)) m++;
        return m;
    }

    private static bool EndsShort(string w)
    {
        var i = w.Length - 1;
        return i >= 2 && IsConsonant(w, i) && !IsConsonant(w, i - 1) && IsConsonant(w, i - 2) && w[i] is not ('w' or 'x' or 'y');
    }
}
