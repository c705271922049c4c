using System.Text;
using CommissioningBot.Knowledge.Citations;

namespace CommissioningBot.Knowledge.Questions.Judging;

/// <summary>Judges a reply against a row: outcome, words that must and must not be there, sources and choices.</summary>
public static class Judge
{
    /// <returns>Null if the reply is right, otherwise why it is not.</returns>
    public static string? WhyWrong(
        EvaluationRow row, Outcome outcome, string reply, IReadOnlyList<(string Id, Currency Currency)> citations, IReadOnlyList<string> choices)
    {
        var text = Even(reply);
        if (!Fits(row.Expect, outcome)) return $"{row.Expect} expected, outcome is {outcome}";
        foreach (var group in row.MustAll)
            if (!group.Any(s => text.Contains(Even(s), StringComparison.Ordinal))) return $"says none of: {string.Join(" | ", group)}";
        foreach (var banned in row.MustNot)
            if (text.Contains(Even(banned), StringComparison.Ordinal)) return $"says: {banned}";
        if (row.Expect == "answer" && row.Source.Count > 0 && !citations.Any(c => row.Source.Any(s => Names(c.Id, c.Currency, s)))) return $"cites none of: {string.Join(", ", row.Source)}";
        var offered = Even(string.Join(" | ", choices.Append(reply)));
        foreach (var option in row.Options)
            if (!offered.Contains(Even(option), StringComparison.Ordinal)) return $"does not offer: {option}";
        return null;
    }

    private static bool Fits(string expect, Outcome outcome) => expect switch
    {
        "answer" => outcome is Outcome.Answered or Outcome.Partly,
        "clarify" => outcome is Outcome.Clarify,
        "decline" => outcome is Outcome.Declined or Outcome.Signpost,
        "chat" => outcome is Outcome.Chat,
        "unsure" => outcome is Outcome.Nothing or Outcome.Partly,
        "signpost" => outcome is Outcome.Signpost,
        _ => false,
    };

    private static bool Names(string id, Currency currency, string source) =>
        source == "current-rules" ? currency is Currency.InForce or Currency.Announced or Currency.Closed : id == source;

    // Lower case; curly quotes, dashes and every kind of space made plain.
    private static string Even(string text)
    {
        var even = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            even.Append(c switch
            {
                '\u2018' or '\u2019' => '\'',
                '\u201c' or '\u201d' => '"',
                >= '\u2010' and <= '\u2015' => '-',
                _ when char.IsWhiteSpace(c) => ' ',
                _ => c,
            });
        }
        return string.Join(' ', even.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
