using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Composing;

namespace CommissioningBot.Knowledge.Questions.Documents;

/// <summary>Makes an answer of passages. Every sentence is a passage's, word for word, or one of the few written here.</summary>
internal static class QuotePassages
{
    private const string NotCertain = "I am not certain that this answers you. It is the nearest that I find in the local documents.";
    private const string NotLaw = "These are the words of a local document, as they stood then. They are not law, and things may have changed since.";

    /// <param name="found">What to quote, best first; not empty.</param>
    /// <param name="certain">False to say that it may not be what was asked for.</param>
    public static Answer Compose(IReadOnlyList<FoundPassage> found, bool certain)
    {
        var sources = found.SelectMany(f => new[] { f.Document.Title, f.Document.Date, f.Passage.Section, f.Passage.Text });
        // The check reads the words as they are in the document; what is sent has its marks made harmless.
        if (ReplyCheck.FirstUnsupported(Text(found, certain, Apart, Apart), sources) is { } figure) throw new InvalidOperationException($"{figure} is not in what {found[0].Document.Id} says.");
        return Answer.FromSources(
            certain ? Outcome.Answered : Outcome.Partly,
            Text(found, certain, QuotedText.Line, QuotedText.Block),
            null,
            [.. found.Select(f => new Citation(f.Document.Id, f.Document.Title, f.Passage.Section, f.Document.Date, Currency.LocalPaper, null)).Distinct()],
            [],
            new AnswerContext([.. found.Select(f => f.Key)], [.. found.SelectMany(f => f.Document.Places).Distinct()], [], null));
    }

    private static string Apart(string text) => $" {text} ";

    private static string Text(IReadOnlyList<FoundPassage> found, bool certain, Func<string, string> line, Func<string, string> block)
    {
        var parts = new List<string>();
        if (!certain) parts.Add(NotCertain);
        LocalDocument? last = null;
        foreach (var passage in found)
        {
            var section = passage.Passage.Section.Length > 0 ? $", under \"{line(passage.Passage.Section.Split(Passage.Parting)[^1])}\"" : "";
            parts.Add(passage.Document == last
                ? $"And in the same document{section}:"
                : $"The local document **{line(passage.Document.Title)}** ({line(passage.Document.Date)}) says{section}:");
            parts.Add(block(passage.Passage.Text));
            last = passage.Document;
        }
        parts.Add(NotLaw);
        return string.Join("\n\n", parts);
    }
}
