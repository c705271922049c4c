using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Questions.Understanding;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions;

/// <summary>What a question says in words that the content uses itself.</summary>
/// <param name="Text">Its words in order, folded; "…" stands for one or more that were left out.</param>
/// <param name="Places">Places of the papers that it names.</param>
/// <param name="Count">How many of the words that are left say what it is about.</param>
public sealed record AskedInKnownWords(string Text, IReadOnlyList<string> Places, int Count);

/// <summary>
/// Strips questions of everything that could be about a person, so that they may be kept: only words of the content and of everyday English stay.
/// Names, figures, codes, addresses and words that nobody knows are left out. A name that is also a word ("bill", "grace") can stay, alone.
/// </summary>
public sealed partial class KnownWords
{
    private const string LeftOut = "…";
    private const int MostWords = 30;

    private readonly WordLists lists;
    private readonly HashSet<string> known;
    private readonly HashSet<string> capitalised = new(StringComparer.Ordinal);
    private readonly Spelling spelling;

    public KnownWords(ContentLibrary library)
    {
        lists = library.Words;
        var inText = new HashSet<string>(lists.Phrases.Concat(lists.Everyday).SelectMany(Words.Split).Select(w => w.Text), StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match word in library.All.SelectMany(e => Word().Matches($"{e.Title}. {e.Text} {e.More}")))
        {
            foreach (var part in Words.Split(word.Value))
            {
                if (!IsCapitalised(word.Value)) inText.Add(part.Text);
                else
                {
                    capitalised.Add(part.Text);
                    names.Add(part.Text);
                }
            }
        }
        // A word that the texts only ever write with a capital is a name, also where a way of asking has it small.
        names.ExceptWith(inText);
        known = [.. inText, .. library.All.SelectMany(e => e.Asks).SelectMany(Words.Split).Select(w => w.Text).Where(w => !names.Contains(w))];
        known.RemoveWhere(w => w.Any(char.IsDigit) || w.Length == 1 && w is not ("a" or "i"));
        spelling = new Spelling(known.Select(w => (w, 1)));
    }

    public AskedInKnownWords Of(string text)
    {
        var kept = new List<string>();
        var (telling, starts) = (0, true);
        foreach (var written in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            foreach (var (word, isKnown) in Read(written, starts))
            {
                if (isKnown && !Words.IsStop(word)) telling++;
                if (isKnown || kept.Count == 0 || kept[^1] != LeftOut) kept.Add(isKnown ? word : LeftOut);
            }
            starts = written[^1] is '.' or '?' or '!' or ':';
        }
        var places = lists.Places.Read(Words.Split(text)).Places.Where(p => p.Kind == PlaceKind.InPapers).Select(p => p.Name);
        return new AskedInKnownWords(string.Join(' ', kept), [.. places.Order(StringComparer.Ordinal)], telling);
    }

    private IEnumerable<(string Word, bool IsKnown)> Read(string written, bool startsSentence)
    {
        // Figures, codes, addresses of the web and of mail, whole.
        if (written.Any(c => char.IsDigit(c) || c is '@' or '\\' or '_') || written.Contains("://", StringComparison.Ordinal) || written.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
        {
            yield return ("", false);
            yield break;
        }
        foreach (var word in Words.Split(written).Select(w => w.Text))
        {
            var capital = IsCapitalised(written.TrimStart('"', '\'', '(', '“', '‘'));
            if (known.Contains(word) || Words.IsStop(word)) yield return (word, startsSentence || !capital || capitalised.Contains(word));
            else yield return capital || spelling.Nearest(word) is not { } meant ? ("", false) : (meant, true);
        }
    }

    private static bool IsCapitalised(string word) => word.Length > 1 && char.IsUpper(word[0]) && !char.IsUpper(word[1]);

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}[\p{L}'’]+")]
    private static partial Regex Word();
}
