using System.Globalization;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Citations;

namespace CommissioningBot.Bot.Questions;

/// <summary>
/// Where the law leaves something to the council, what this host's council says, beside the answer. It comes from the host's settings, word
/// for word, and is cited as such.
/// </summary>
public sealed record CouncilNote(string Text, Citation Citation)
{
    /// <summary>The note that goes with an answer made of these entries; null if there is none, or the host has given no council profile.</summary>
    public static CouncilNote? For(IReadOnlyList<string> entries, CouncilProfile? council)
    {
        if (council is null || entries.Count == 0) return null;
        var (section, lines) = entries[0] switch
        {
            "below-threshold" or "thresholds-now" => ("quotes by value", council.QuoteLines()),
            "portals-now" or "find-a-tender" or "contracts-finder-now" => ("where contracts are advertised", Line(council.Portal)),
            "insurance" => ("usual insurance", Line(council.UsualInsurance)),
            "grant-or-contract" or "grant-meaning" or "mode-giving" => ("grant schemes", council.GrantSchemes),
            _ => ("", []),
        };
        var all = lines.ToList();
        if (all.Count == 0) return null;
        var text = $"**Here: {council.Name}**, {section}\n\n{string.Concat(all.Select(l => $"- {l}\n"))}".TrimEnd();
        var date = "checked " + council.CheckedOn.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
        return new CouncilNote(text, new Citation("council-profile", $"{council.Name}, own rules as given by this site's host", section, date, Currency.InForce, council.Url));
    }

    private static IEnumerable<string> Line(string? text) => string.IsNullOrWhiteSpace(text) ? [] : [text];
}
