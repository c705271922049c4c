using System.Globalization;
using System.Text;
using CommissioningBot.Knowledge.Citations;
using CommissioningBot.Knowledge.Questions.Entries;

namespace CommissioningBot.Bot.Market;

/// <summary>What is told beside figures: entries of the content, with their sources. An entry that does not hold on the day is left out.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Heading">What it is about; empty if nothing is told.</param>
public sealed record ToldBeside(string Text, string Heading, IReadOnlyList<Citation> Citations)
{
    public static ToldBeside Nothing { get; } = new("", "", []);

    /// <summary>The same for somebody who has just been told: where to read it again.</summary>
    public string Briefly => Heading.Length == 0 ? "" : $"**{Heading}:** as above. {string.Join("; ", Citations.Select(Line))}.";

    /// <summary>The law on what may be asked of those who bid.</summary>
    public static ToldBeside Law(ContentLibrary library, DateOnly today) => Of(library, today, "The rule today", ("", "requirements-fair"));

    /// <summary>How groups become a consortium, and two places where they did.</summary>
    public static ToldBeside Consortia(ContentLibrary library, DateOnly today) => Of(
        library, today, "From a list to a consortium",
        ("", "start-consortium"), ("*Has a group of small charities won in this way (2007-08)?* ", "camden-consortium"), ("*How many were there in Sheffield?* ", "sheffield-consortia"));

    private static ToldBeside Of(ContentLibrary library, DateOnly today, string heading, params (string LeadIn, string Id)[] told)
    {
        var entries = told.Select(t => (t.LeadIn, Entry: EntryAsOf.Of(library, library[t.Id], today))).Where(e => e.Entry.Holds).ToList();
        if (entries.Count == 0) return Nothing;
        var citations = entries.SelectMany(e => library.CitationsOf(e.Entry.Entry)).Distinct().ToList();
        var text = new StringBuilder($"**{heading}**");
        foreach (var (leadIn, entry) in entries) text.Append("\n\n").Append(leadIn).Append(entry.Text);
        if (entries.Any(e => e.Entry.IsOverdue)) text.Append("\n\nThis should have been checked again by now.");
        text.Append("\n\n**Where this comes from**\n");
        for (var i = 0; i < citations.Count; i++) text.Append(CultureInfo.InvariantCulture, $"\n{i + 1}. {Line(citations[i])}");
        return new ToldBeside(text.ToString(), heading, citations);
    }

    private static string Line(Citation citation)
    {
        var name = citation.Url is null ? citation.Source : $"[{citation.Source}]({citation.Url})";
        return $"{name}, {citation.Section}, {citation.Date}{(citation.Currency == Currency.LocalPaper ? " (local paper, history)" : " (in force)")}";
    }
}
