using System.Text;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Answers "why?" and "what happens if we don't?" when the result stands there: for each thing that comes first.</summary>
internal static class ResultReasons
{
    private const int Most = 5;

    public static string Of(Catalogue catalogue, Readiness readiness, AskedBack asked)
    {
        var things = readiness.ThingsFirst.Concat(readiness.FindOut).Take(Most).ToList();
        if (things.Count == 0) return "Nothing is missing for what you want now, so there is nothing that has to come first.";
        var text = new StringBuilder(asked == AskedBack.IfNot ? "**What happens if you leave it**\n\n" : "**Why these matter first**\n\n");
        foreach (var thing in things)
        {
            text.Append("- **").Append(thing.Item.Name).Append("**: ").Append(asked == AskedBack.IfNot ? catalogue.TalkOf(thing.Item.Id).IfNot : thing.Item.Why);
            if (thing.IsLaw && thing.LawNotes is [var law, ..]) text.Append(" The law: ").Append(law.Text).Append(" ([").Append(law.Source).Append("](").Append(law.Url).Append(')').Append(law.EnforcedBy is null ? ")" : $"; {law.EnforcedBy})");
            text.Append('\n');
        }
        if (asked != AskedBack.IfNot) text.Append("\nWhat the law asks of you comes first, then what most who give this money ask for, the quickest in front.");
        return text.ToString();
    }
}
