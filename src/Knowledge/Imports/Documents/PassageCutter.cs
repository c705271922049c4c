using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.Questions.Documents;

namespace CommissioningBot.Knowledge.Imports.Documents;

/// <summary>Cuts a document into passages: within a section, whole paragraphs and items up to a length that fits a reply; longer ones at the ends of sentences.</summary>
internal static partial class PassageCutter
{
    /// <summary>Words of a passage, at most; a single sentence may be longer.</summary>
    public const int MostWords = 120;

    private const int LongestSentence = 1500;
    private const int MostHeadings = 3;
    private const int LongestHeading = 120;

    public static IEnumerable<Passage> Cut(IReadOnlyList<Block> blocks)
    {
        var headings = new List<Block>();
        var section = new List<string>();
        foreach (var block in blocks)
        {
            if (block.Kind != BlockKind.Heading)
            {
                if (block.Level > 0 && headings.Exists(h => h.Level >= block.Level && h.Level > 1))
                {
                    foreach (var passage in Gathered(section, headings)) yield return passage;
                    section.Clear();
                    headings.RemoveAll(h => h.Level >= block.Level);
                }
                if (ImportedText.WithoutContacts(Endless().Replace(block.Text, "$0 ")) is { } text) section.AddRange(Pieces(text, block.Kind == BlockKind.Item));
                continue;
            }
            foreach (var passage in Gathered(section, headings)) yield return passage;
            section.Clear();
            headings.RemoveAll(h => h.Level >= block.Level);
            headings.Add(block);
        }
        foreach (var passage in Gathered(section, headings)) yield return passage;
    }

    private static IEnumerable<Passage> Gathered(List<string> pieces, List<Block> headings)
    {
        var path = string.Join(Passage.Parting, headings.Select(h => Short(ImportedText.WithoutContacts(Endless().Replace(h.Text, "$0 ")) ?? "")).Where(h => h.Length > 0).TakeLast(MostHeadings));
        var start = 0;
        while (start < pieces.Count)
        {
            var (end, words) = (start, 0);
            while (end < pieces.Count && (end == start || words + WordsIn(pieces[end]) <= MostWords)) words += WordsIn(pieces[end++]);
            // What leads in a list stays with it.
            if (end < pieces.Count && end - start > 1 && pieces[end - 1].EndsWith(':')) end--;
            yield return new Passage(path, string.Join('\n', pieces.Skip(start).Take(end - start)));
            start = end;
        }
    }

    private static IEnumerable<string> Pieces(string text, bool item)
    {
        var mark = item ? "- " : "";
        if (WordsIn(text) <= MostWords && text.Length <= LongestSentence)
        {
            yield return mark + text;
            yield break;
        }
        var piece = "";
        foreach (var sentence in SentenceEnd().Split(text).SelectMany(Bounded))
        {
            if (piece.Length > 0 && WordsIn(piece) + WordsIn(sentence) > MostWords)
            {
                yield return mark + piece;
                (piece, mark) = ("", "");
            }
            piece = piece.Length == 0 ? sentence : $"{piece} {sentence}";
        }
        if (piece.Length > 0) yield return mark + piece;
    }

    // What never ends a sentence is cut all the same, so that no file can make a passage of any length.
    private static IEnumerable<string> Bounded(string sentence) =>
        sentence.Length <= LongestSentence ? [sentence] : sentence.Chunk(LongestSentence).Select(c => new string(c).Trim()).Where(c => c.Length > 0);

    private static int WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Short(string heading) => heading.Length <= LongestHeading ? heading : heading[..LongestHeading] + "...";

    // No word is so long; the patterns that look for addresses would take for ever over it.
    [GeneratedRegex(@"\S{300}")]
    private static partial Regex Endless();

    [GeneratedRegex(@"(?<=(?<!\b(?:[A-Z]|[Ee]\.g|[Ii]\.e|[Ee]g|[Ii]e|etc|No|nos|St|Mr|Mrs|Ms|Dr|Cllr|pp?|para|vs|approx|incl))[.?!]['""’”)]?)\s+(?=['""‘“(£]?[\p{Lu}\d])")]
    private static partial Regex SentenceEnd();
}
