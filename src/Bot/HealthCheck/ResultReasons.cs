using System.Text;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>Answers "why?" and "what happens if we don't?" when the result stands there: for each thing that comes first.</summary>
internal static class ResultReasons
{
    private const int Most = 5;

    public static string Of(Catalogue catalogue, Readiness readiness, Profile profile, AskedBack asked)
    {
        var things = readiness.ThingsFirst.Concat(readiness.FindOut).Take(Most).ToList();
        if (things.Count == 0) return "Nothing that you have answered is missing for what you want now, so nothing has to come first.";
        var text = new StringBuilder(asked == AskedBack.IfNot ? "**What happens if you leave it**\n\n" : "**Why these matter first**\n\n");
        foreach (var thing in things)
        {
            text.Append("- **").Append(thing.Item.Name).Append("**: ").Append(asked == AskedBack.IfNot ? catalogue.IfNot(thing.Item) : thing.Item.Why);
            if (thing.IsLaw && asked == AskedBack.Why) text.Append(' ').Append(Law(thing.LawNotes, profile));
            if (thing.IsLaw && asked == AskedBack.IfNot) text.Append(' ').Append(Enforced(thing.LawNotes, profile));
            text.Append('\n');
        }
        if (asked != AskedBack.IfNot) text.Append("\nWhat the law asks of you comes first, then what most who give this money ask for, the quickest in front.");
        return text.ToString();
    }

    /// <summary>What the law says, with its source and who sees to it; what it surely asks of this group first.</summary>
    public static string Law(IEnumerable<Note> notes, Profile profile)
    {
        var law = Surest(notes, profile);
        return $"{(law.When.SurelyHold(profile) ? "The law" : "It may be the law for you")}: {law.Text} ([{law.Source}]({law.Url}){(law.EnforcedBy is null ? "" : $"; {law.EnforcedBy}")})";
    }

    private static string Enforced(IEnumerable<Note> notes, Profile profile)
    {
        var law = Surest(notes, profile);
        return $"{(law.When.SurelyHold(profile) ? "The law asks for it" : "The law may ask for it")}{(law.EnforcedBy is null ? "" : $" ({law.EnforcedBy})")}.";
    }

    private static Note Surest(IEnumerable<Note> notes, Profile profile) => notes.OrderByDescending(n => n.When.SurelyHold(profile)).First();
}
