using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.Questions.Entries;
using CommissioningBot.Knowledge.Search;

namespace CommissioningBot.Knowledge.Questions.Understanding;

/// <summary>A language other than English, and the sentence that who writes in it gets back.</summary>
/// <param name="Code">ISO 639-1.</param>
/// <param name="Letters">Letters that no other of the languages has.</param>
/// <param name="Script">First and last letter of its script; null where it is written in Latin letters or shares a script.</param>
/// <param name="Words">Everyday words that are not English ones.</param>
internal sealed record Language(string Code, string Name, string Letters, (int First, int Last)? Script, IReadOnlySet<string> Words, string Says);

/// <summary>Tells in which language a message is, as far as it is not English. A foreign name in an English sentence changes nothing.</summary>
internal sealed class Languages(IReadOnlyList<Language> all)
{
    private const int FewWords = 3;

    private sealed class Fields
    {
        public string? Code { get; set; }
        public string? Name { get; set; }
        public bool RightToLeft { get; set; }
        public string Letters { get; set; } = "";
        public List<string> Script { get; set; } = [];
        public List<string> Words { get; set; } = [];
        public string? Says { get; set; }
    }

    public IReadOnlyList<Language> All => all;

    public static Languages Read(string file, string yaml) => new([.. Yaml.Read<List<Fields>>(file, yaml).Select(f =>
    {
        if (f.Code is null || f.Name is null || f.Says is null) throw new ContentException($"{file}, {f.Code}", "code, name or says is missing");
        return new Language(f.Code, f.Name, f.Letters, f.Script is [var first, var last] ? (Hex(first), Hex(last)) : null, f.Words.Select(Lower).ToHashSet(StringComparer.Ordinal), f.Says);
    })]);

    /// <summary>The language of the message; null for English, and for what cannot be told.</summary>
    public Language? Of(string text)
    {
        var words = Split(text);
        if (words.Count == 0) return null;
        var latin = words.Count(w => w.EnumerateRunes().All(IsLatin));
        if (latin * 2 < words.Count) return all.FirstOrDefault(l => HasLettersOf(l, words, r => !IsLatin(r))) ?? all.FirstOrDefault(l => IsWrittenIn(l, words));
        // English words of three letters and more: the shorter ones are words of other languages too.
        var english = words.Count(w => w.Length >= 3 && Words.IsStop(w));
        var best = all.Select(l => (Language: l, Hits: words.Distinct().Count(l.Words.Contains), Marked: HasLettersOf(l, words, IsLatin)))
            .Where(l => l.Hits + (l.Marked ? 1 : 0) > english && (l.Hits + (l.Marked ? 1 : 0) >= 2 || words.Count <= FewWords && l.Hits * 2 > words.Count))
            .OrderByDescending(l => l.Hits + (l.Marked ? 1 : 0)).FirstOrDefault();
        return best.Language;
    }

    private static bool HasLettersOf(Language language, List<string> words, Func<Rune, bool> ofScript) =>
        words.Exists(w => w.EnumerateRunes().Any(r => ofScript(r) && language.Letters.EnumerateRunes().Contains(r)));

    private static bool IsWrittenIn(Language language, List<string> words) =>
        language.Script is { } script && words.Count(w => w.EnumerateRunes().Any(r => r.Value >= script.First && r.Value <= script.Last)) * 2 > words.Count;

    private static bool IsLatin(Rune letter) => letter.Value < 0x250 || letter.Value is >= 0x1E00 and < 0x1F00;

    // Not cut as questions are: the accents that are dropped there tell languages apart.
    private static List<string> Split(string text)
    {
        var words = new List<string>();
        var current = new StringBuilder();
        foreach (var rune in Lower(text).EnumerateRunes())
        {
            if (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark && current.Length > 0) current.Append(rune);
            else if (rune.Value is not ('\'' or 0x2019) && current.Length > 0)
            {
                words.Add(current.ToString());
                current.Clear();
            }
        }
        if (current.Length > 0) words.Add(current.ToString());
        return words;
    }

    // Half of a surrogate pair cannot be normalised, so it is left out.
    private static string Lower(string text) =>
        string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormC).ToLowerInvariant();

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
