using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;
using CommissioningBot.Knowledge.Providers;

namespace CommissioningBot.Bot.Providers;

/// <summary>How a search's result is said. What providers and funders wrote is quoted as plain text.</summary>
public static class ProvidersWording
{
    private const int LongestQuote = 220;
    public const string WhatToChange = "What shall I change? You can also type it: *drop the size*, *any place*, *not just the top five*.";
    public const string LookForPartner = "We are a group: find a partner for this";
    /// <summary>Stands on every list and in every file made of one.</summary>
    public const string NotSelection = "Market research, not selection. What a group shared of its health check never filters or orders a list that is used to invite.";

    public const string UnknownPage = "I cannot go on with that list any more. Please type what you are looking for.";

    public static string OnlyForCommissioners(HostSettings host) =>
        $"Searching for providers is for council commissioners, and I cannot tell that you are one from here. Commissioners reach it through their council's own page or Teams. If you are a group that looks for a **partner**, I can show you groups from public lists: press the button, or ring {host.LocalSupport}, who know who does what.";

    public static string Result(ProviderResult result, IReadOnlyList<string> sources, HostSettings host)
    {
        var text = new StringBuilder();
        if (result.ListUpdated) text.Append("The data has changed since the last page, so the list starts again.\n\n");
        text.Append("**What I understood:** ").Append(Understood(result.Understood)).Append("\n\n");
        foreach (var note in result.Understood.AboutPlaces) text.Append(Markdown.Plain(note)).Append("\n\n");
        FilterWording.AppendNotes(text, result.Understood);
        if (result.Suggestion is { } suggestion) text.Append(Markdown.Plain(suggestion)).Append("\n\n");
        if (result.Clarify.Count > 0) return text.Append("Which place do you mean?").ToString();
        if (result.UnknownPlace is { } place) return text.Append("I do not know a place called **").Append(Markdown.Plain(place)).Append("**. Please give a town, council or postcode in England.").ToString();
        if (Nothing(result.Understood)) return text.Append("Please say what kind of help you are looking for, and where. For example: *debt advice in Wirral*.").ToString();

        text.Append(Count(result)).Append(Page(result)).Append("\n\n");
        FilterWording.AppendCounts(text, result);
        for (var i = 0; i < result.Matches.Count; i++) Append(text, i + 1, result.Matches[i]);
        foreach (var missing in result.Understood.NotInData) text.Append("You also asked about ").Append(Markdown.Plain(missing)).Append(": that is not in this data.\n\n");
        text.Append(NotSelection).Append(" A past grant is no proof that a group still runs: check the register. Who is not listed may still exist.\n\n");
        foreach (var source in sources) text.Append("Data: ").Append(Markdown.Plain(source)).Append(".\n");
        if (result.Total == 0) text.Append("\nTo look further, ring ").Append(host.LocalSupport).Append('.');
        return text.ToString().TrimEnd();
    }

    internal static bool Nothing(Understood u) => u.Services.Count + u.WhoFor.Count + u.Words.Count + u.Places.Count + u.Filters.Count == 0 && u.Name is null && u.Number is null;

    private static string Understood(Understood u) => Markdown.Plain(InWords(u));

    /// <summary>What was understood, in one line; not yet safe as Markdown.</summary>
    public static string InWords(Understood u)
    {
        var parts = new List<string>();
        if (u.Services.Count > 0) parts.Add("service: " + string.Join(", ", u.Services));
        if (u.WhoFor.Count > 0) parts.Add("for: " + string.Join(", ", u.WhoFor));
        if (u.Words.Count > 0) parts.Add("words: " + string.Join(", ", u.Words));
        if (u.Places.Count > 0) parts.Add((u.Near ? "near: " : "place: ") + string.Join(", ", u.Places));
        parts.AddRange(u.Filters);
        if (u.Name is { } name) parts.Add("name: " + name);
        if (u.Number is { } number) parts.Add("number: " + number);
        return parts.Count == 0 ? "nothing I can search for yet" : string.Join("; ", parts);
    }

    private static string Count(ProviderResult result)
    {
        var where = result.Understood.Places.Count > 0 ? (result.Understood.Near ? " in or near " : " in ") + Markdown.Plain(string.Join(", ", result.Understood.Places)) : "";
        return result.Total switch
        {
            > 0 when result.Matches.Count == 0 => string.Create(CultureInfo.InvariantCulture, $"That was all: I found {result.Total}{where}."),
            0 when result.Understood.Number is not null || result.Understood.Name is not null => "I found none of that name or number in this data. It may still exist: look at the register.",
            0 when result.NearMisses > 0 => $"Everybody I found{where} says otherwise to something that you asked. These come near:",
            0 when result.Matches.Count > 0 => $"I found none{where} in this data. These are outside, and say so:",
            0 => $"I found none{where} in this data.",
            1 => $"I found one{where}.",
            _ => string.Create(CultureInfo.InvariantCulture, $"I found {result.Total}{where}."),
        };
    }

    private static string Page(ProviderResult result) =>
        result.Page.Of > 1 && result.Matches.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $" This is page {result.Page.Number} of {result.Page.Of}.") : "";

    // Numbered anew on each page, so that a number names what is in sight.
    private static void Append(StringBuilder text, int number, ProviderMatch match)
    {
        text.Append("**").Append(number.ToString(CultureInfo.InvariantCulture)).Append(". ").Append(Markdown.Plain(match.Name)).Append("** (").Append(match.Id.StartsWith("GB-", StringComparison.Ordinal) ? match.Id + ", " : "").Append(Markdown.Plain(match.Place)).Append(')').Append(FilterWording.Label(match)).Append('\n');
        foreach (var reason in match.Reasons) text.Append("- ").Append(Markdown.Plain(Why(reason, LongestQuote))).Append('\n');
        FilterWording.AppendFindings(text, match);
        foreach (var missing in match.NotStated) text.Append("- Not stated: ").Append(Markdown.Plain(missing)).Append('\n');
        FilterWording.AppendFacts(text, match);
        foreach (var note in match.Notes) text.Append("- ").Append(Markdown.Plain(note)).Append('\n');
        text.Append('\n');
    }

    /// <summary>A reason in words, with its source and date; not yet safe as Markdown.</summary>
    /// <param name="longest">Letters of the source's words.</param>
    public static string Why(Reason reason, int longest = int.MaxValue)
    {
        var what = reason.What.Length == 0 ? "" : reason.How switch
        {
            MentionKind.Name => $"{reason.What}, from its name only: ",
            MentionKind.JobTitle => $"{reason.What}, from a job title: ",
            MentionKind.Narrower => $"{reason.What}, in part: ",
            MentionKind.Related => $"near {reason.What}: ",
            _ => $"{reason.What}: ",
        };
        var date = reason.Date is { } day ? day.ToString(", d MMMM yyyy", CultureInfo.InvariantCulture) : ", date not stated";
        return $"{what}\"{Cut(reason.Text, longest)}\" ({reason.Source}{date})";
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..(text.LastIndexOf(' ', longest) is > 0 and var space ? space : longest)] + " ...";
}
