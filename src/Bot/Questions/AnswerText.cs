using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions;

namespace CommissioningBot.Bot.Questions;

/// <summary>An answer as a message: the text, then every source with its date and whether it holds today.</summary>
public static class AnswerText
{
    public static string Of(Answer answer)
    {
        if (answer.Citations.Count == 0) return answer.Text;
        var text = new StringBuilder(answer.Text).Append("\n\n**Where this comes from**\n\n");
        for (var i = 0; i < answer.Citations.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {Line(answer.Citations[i])}\n");
        }
        return text.ToString().TrimEnd();
    }

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
        var name = citation.Url is null ? citation.Source : $"[{citation.Source}]({citation.Url})";
        var section = citation.Section.Length > 0 ? ", " + citation.Section : "";
        var date = citation.Date.Length > 0 ? ", " + citation.Date : "";
        return $"{name}{section}{date} ({Badge(citation.Currency)})";
    }
}
