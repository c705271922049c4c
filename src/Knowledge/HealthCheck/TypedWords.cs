using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.HealthCheck;

/// <summary>What somebody typed, as words to compare with the words of an option.</summary>
internal sealed class TypedWords
{
    private static readonly HashSet<string> Padding = new(StringComparer.Ordinal)
    {
        "a", "about", "all", "am", "an", "and", "are", "as", "at", "be", "both", "but", "called", "charity", "club", "do", "doing", "erm", "er", "for", "group", "have",
        "help", "here", "honest", "honestly", "i", "id", "im", "in", "is", "it", "its", "ive", "just", "kind", "know", "like", "little", "local", "looking", "mainly", "me",
        "mostly", "my", "of", "oh", "ok", "on", "one", "only", "our", "please", "really", "registered", "small", "so", "some", "sorry", "sort", "support", "tbh", "that", "thats",
        "the", "there", "they", "think", "this", "to", "um", "us", "want", "we", "well", "were", "weve", "with", "work", "would", "yeah", "yes", "right", "now", "afraid", "set", "up", "got",
    };

    private static readonly string[] NotSure =
    [
        "not sure", "unsure", "dont know", "do not know", "dunno", "no idea", "not a clue", "havent a clue", "no clue", "idk", "not certain", "cant say", "cant remember",
    ];

    private static readonly string[] DoesNotApply =
    [
        "does not apply", "doesnt apply", "not applicable", "n a", "na", "not relevant", "doesnt apply to us", "does not apply to us", "not relevant to us",
    ];

    private readonly List<string> words;

    public TypedWords(string text) => words = [.. Words.Split(text).Select(w => w.Text)];

    /// <summary>The words, parted by single spaces.</summary>
    public string Joined => string.Join(' ', words);

    public bool SaysNotSure => IsOnly(NotSure);

    public bool SaysDoesNotApply => IsOnly(DoesNotApply);

    public bool Is(string phrase) => Joined == new TypedWords(phrase).Joined;

    /// <summary>The position of an option, from 0, if that is all the message says: "2", "option 2" or "b".</summary>
    public int? Position(int options) => words switch
    {
        [var word] => At(word, options),
        ["option" or "number" or "answer", var word] => At(word, options),
        _ => null,
    };

    /// <summary>The one whole number in the message, if it says nothing else of weight.</summary>
    public int? OnlyCount(IReadOnlySet<string> alsoPadding)
    {
        var telling = words.Where(w => !Padding.Contains(w) && !alsoPadding.Contains(w) || Amount.Count(w) is not null).ToList();
        return telling is [var word] ? Amount.Count(word) : null;
    }

    /// <summary>Which of the named phrases make up the message, the longer ones first; empty if it says more than that.</summary>
    public IReadOnlySet<string> NamesIn(IEnumerable<(string Name, string Phrase)> phrases)
    {
        var rest = $" {Joined} ";
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, phrase) in phrases.Select(p => (p.Name, new TypedWords(p.Phrase).Joined)).OrderByDescending(p => p.Joined.Length))
        {
            if (!rest.Contains($" {phrase} ", StringComparison.Ordinal)) continue;
            rest = rest.Replace($" {phrase} ", "  ", StringComparison.Ordinal);
            names.Add(name);
        }
        return rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Padding.Contains) ? names : new HashSet<string>();
    }

    private bool IsOnly(string[] phrases) => phrases.Contains(Joined) || NamesIn(phrases.Select(p => (p, p))).Count > 0;

    private static int? At(string word, int options)
    {
        var position = word is [>= 'a' and <= 'z'] ? word[0] - 'a' : Amount.Count(word) is { } count && char.IsAsciiDigit(word[0]) ? count - 1 : -1;
        return position >= 0 && position < options ? position : null;
    }
}
