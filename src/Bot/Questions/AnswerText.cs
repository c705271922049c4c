using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.Questions;

/// <summary>An answer as a message: the text, then every source with its date and whether it holds today.</summary>
public static class AnswerText
{
    /// <param name="note">What this host's council says beside it; null for nothing.</param>
    /// <param name="person">Whom to ask where the answer is a dead end.</param>
    /// <param name="more">Links to the pages of what the answer is made of; null for none.</param>
    public static string Of(Answer answer, CouncilNote? note, string person, string? more = null)
    {
        var text = new StringBuilder(answer.Text);
        if (note is not null) text.Append("\n\n").Append(note.Text);
        if (answer.Outcome is Outcome.Nothing or Outcome.Declined) text.Append("\n\nTo ask a person: ").Append(person).Append('.');
        var citations = CitationsOf(answer, note);
        if (citations.Count == 0) return text.ToString();
        text.Append("\n\n**Where this comes from**\n\n");
        for (var i = 0; i < citations.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {Line(citations[i])}\n");
        }
        if (more is not null) text.Append('\n').Append(more);
        return text.ToString().TrimEnd();
    }

    public static IReadOnlyList<Citation> CitationsOf(Answer answer, CouncilNote? note) => note is null ? answer.Citations : [.. answer.Citations, note.Citation];

    public static string Badge(Currency currency) => currency switch
    {
        Currency.LocalPaper => "local paper, history",
        Currency.InForce => "in force",
        Currency.Announced => "announced, not law",
        Currency.Closed => "ended",
        _ => "not confirmed",
    };

    private static string Line(Citation citation)
    {
        // Titles and headings of imported documents are somebody else's words.
        var source = Markdown.Plain(citation.Source);
        var name = citation.Url is null ? source : $"[{source}]({citation.Url})";
        var section = citation.Section.Length > 0 ? ", " + Markdown.Plain(citation.Section) : "";
        var date = citation.Date.Length > 0 ? ", " + Markdown.Plain(citation.Date) : "";
        return $"{name}{section}{date} ({Badge(citation.Currency)})";
    }
}
