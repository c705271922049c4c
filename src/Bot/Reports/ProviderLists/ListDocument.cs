using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Providers;
using CommissioningBot.Bot.Providers.Records;
using CommissioningBot.Bot.Reports.PrintOuts;
using CommissioningBot.Knowledge.Opportunities;

namespace CommissioningBot.Bot.Reports.ProviderLists;

/// <summary>Lists as a document to put into a report: who is on it and why, what was understood, in which data, and what decided the order.</summary>
internal static class ListDocument
{
    /// <summary>More would be hundreds of pages; the spreadsheet has all.</summary>
    private const int MostInWord = 500;

    private const string Registers = "https://register-of-charities.charitycommission.gov.uk/";
    private const string Companies = "https://find-and-update.company-information.service.gov.uk/";

    /// <summary>The document; null for a list that is one for spreadsheets only.</summary>
    public static PrintOut? Of(ListFile file) => file switch
    {
        SearchFile search => Search(search),
        ShortlistFile shortlist => Shortlist(shortlist),
        _ => null,
    };

    private static PrintOut Search(SearchFile file)
    {
        var record = file.Record;
        var outside = file.Providers.Count(p => p.Outside);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Providers found\n\n**{ProvidersWording.NotSelection}**\n\nA past grant is no proof that a group still runs: check the register. Who is not listed may still exist. Nobody was asked and nobody was told.\n\n## The search\n\n| | |\n|---|---|\n");
        Row(text, "What was understood", ProvidersWording.InWords(record.Result.Understood));
        foreach (var missing in record.Result.Understood.NotInData) Row(text, "Asked for, and not in this data", missing);
        foreach (var note in record.Result.Understood.AboutPlaces) Row(text, "About the place", note);
        Row(text, "Searched on", UkClock.Say(record.At) + " (UK time)");
        Row(text, "This file made on", UkClock.Say(file.MadeAt) + " (UK time)");
        Row(text, "Found", string.Create(CultureInfo.InvariantCulture, $"{record.Result.Total}{(outside > 0 ? $", of the list below {outside} outside the place asked for, which say so" : "")}"));
        Row(text, "Data version", record.Result.DataVersion.ToString(CultureInfo.InvariantCulture));
        Row(text, "Order", SearchRecordWording.Order(record.Week)["Order: ".Length..]);
        Row(text, "Receipt", record.Receipt + ", for the record of searches");
        text.Append("\n## The list\n\n");
        for (var i = 0; i < Math.Min(file.Providers.Count, MostInWord); i++)
        {
            Heading(text, i + 1, file.Providers[i]);
            Append(text, file.Providers[i], "");
        }
        if (file.Providers.Count > MostInWord) text.Append(CultureInfo.InvariantCulture, $"*These are the first {MostInWord} of {file.Providers.Count}. The spreadsheet has all of them.*\n\n");
        text.Append("## Sources and licences\n\n");
        foreach (var import in record.Imports) text.Append(CultureInfo.InvariantCulture, $"- {Markdown.Plain(import.InWords)}; import {import.Version}, SHA-256 {import.Digest}\n");
        return new PrintOut(file.FileName, "Providers found", text.ToString());
    }

    private static PrintOut Shortlist(ShortlistFile file)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"# Shortlist of providers\n\n**{ProvidersWording.NotSelection}**\n\nThe reasons are the officer's own. A past grant is no proof that a group still runs: check the register.\n\n| | |\n|---|---|\n");
        Row(text, "Made on", UkClock.Say(file.MadeAt) + " (UK time)");
        Row(text, "Data version", file.DataVersion.ToString(CultureInfo.InvariantCulture));
        Row(text, "Order", "as they were added");
        text.Append('\n');
        for (var i = 0; i < file.Entries.Count; i++)
        {
            var (entry, now, changed) = file.Entries[i];
            Heading(text, i + 1, now);
            text.Append("- **Why it is on the list:** ").Append(entry.Why is { } why ? Markdown.Plain(why) : "*not said*").Append('\n');
            var foundBy = entry.FoundBy is { } by ? $"found by {by} (receipt {entry.Record![^8..]})" : "found by its name";
            text.Append(CultureInfo.InvariantCulture, $"- Added on {UkTime.DayOf(entry.AddedAt):d MMMM yyyy}, {Markdown.Plain(foundBy)}\n");
            foreach (var change in changed) text.Append("- **").Append(Markdown.Plain(change)).Append("**\n");
            Append(text, now, "Says ");
        }
        text.Append("## Sources and licences\n\n");
        foreach (var source in file.Entries.SelectMany(e => e.Now.Sources).Distinct()) text.Append("- ").Append(Markdown.Plain(source)).Append('\n');
        return new PrintOut(file.FileName, "Shortlist of providers", text.ToString());
    }

    private static void Heading(StringBuilder text, int number, ListedProvider p) => text.Append(CultureInfo.InvariantCulture,
        $"### {number}. {Markdown.Plain(p.Name)}\n\n{Markdown.Plain(p.Id)}{(p.Place.Length > 0 ? ", " + Markdown.Plain(p.Place) : "")}{(p.Outside ? ", **outside the place asked for**" : "")}\n\n");

    private static void Append(StringBuilder text, ListedProvider p, string says)
    {
        foreach (var why in p.Why) text.Append("- ").Append(says).Append(Markdown.Plain(why)).Append('\n');
        foreach (var missing in p.NotStated) text.Append("- Not stated: ").Append(Markdown.Plain(missing)).Append('\n');
        foreach (var note in p.Notes) text.Append("- ").Append(Markdown.Plain(note)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"- Last seen in the data: {(p.LastSeen is { } day ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "not in it any more")}. Website: {Markdown.Plain(Bare(p.Website))}. Register: {Register(p.RegisterLink)}\n");
        text.Append("- Data: ").Append(Markdown.Plain(string.Join("; ", p.Sources))).Append("\n\n");
    }

    // On paper an address is read, not pressed; and as a link it would have to be trusted.
    private static string Bare(string? website) =>
        website is null ? "not stated" : website.Replace("https://", "", StringComparison.OrdinalIgnoreCase).Replace("http://", "", StringComparison.OrdinalIgnoreCase).TrimEnd('/');

    // Only what leads to a public register becomes a link.
    private static string Register(string? link) =>
        link is null ? "not stated"
        : (link.StartsWith(Registers, StringComparison.Ordinal) || link.StartsWith(Companies, StringComparison.Ordinal)) && !link.Any("()<>[]\\ ".Contains) ? $"[its entry]({link})"
        : Markdown.Plain(link);

    private static void Row(StringBuilder text, string what, string value) => text.Append("| ").Append(what).Append(" | ").Append(Markdown.Plain(value)).Append(" |\n");
}
