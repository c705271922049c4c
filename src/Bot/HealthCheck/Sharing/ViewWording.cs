using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.Hosting;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>What the bot says to officers and advisers about checks that groups show them.</summary>
public static class ViewWording
{
    private const int MostSteps = 10;

    public const string OnlyForOfficers = "A viewing code is for council officers and advisers. They type it in their own page or in Teams, where I can tell who they are; here I cannot. Is the check your own? Type **resume** and your four words, or **share our check** to see what others can read.";
    public const string OnlyInPrivate = "What a group shows you is for you, and here others would read it too. Please open it in a private chat with me.";
    public const string HowToView = "Type the viewing code that the group gave you, for example *view-otter-maple-river-stone*. No group has to give you one, and a group that does not has not failed anything.";
    public const string WrongCode = "That code opens nothing. It may be misspelt, replaced, withdrawn or over; please ask the group. If they gave you four words to *resume* with, do not use them: those are the group's own key, and would let you change its answers.";
    public const string TooManyCodes = "Too many wrong codes have been tried in the last hour, so I am not trying any more for now. Please come back in an hour, or ask the group for a new code.";
    public const string NotSharedAnyMore = "That opens nothing any more: the code has ended, was replaced or withdrawn, or you have not opened it with the code yourself. Please ask the group, and type the code.";
    public const string ListIsForAdvisers = "The list of groups that share their check is for advisers. You open a check with the viewing code that the group gave you.";
    public const string PlanIsRead = "Noted. The group sees that an adviser has read its plan. That is not a reference.";

    public static string OnlyForAdvisers(HostSettings host) => $"Only an adviser marks what was seen. That is {host.LocalSupport}.";

    public static string Marked(string name) => $"Noted as seen: {name}.";

    public static string Audited(Role role) => role == Role.Adviser ? "opened a shared health check as an adviser" : "opened a shared health check as a council officer";

    public static string Held(int codes) => $"that you have opened {(codes == 1 ? "one shared health check" : $"{codes} shared health checks")}; kept until the codes end. The groups see that somebody of your role opened theirs, and the log for audits keeps it for six years";

    public static string OwnAnswers(SharedView view) => string.Create(CultureInfo.InvariantCulture, $"The group's own answers on {view.AnsweredOn:d MMMM yyyy}. Nobody has checked them.");

    public static string Check(SharedView view, string? page, HostSettings host)
    {
        var text = new StringBuilder();
        if (view.Group is { } group) text.Append("**").Append(Markdown.Plain(group)).Append("**\n\n");
        text.Append("**").Append(OwnAnswers(view)).Append("** It shows what the group chose to show; what is missing here says nothing about the group.\n\n");
        if (view.Areas.Count == 0) text.Append("Nothing is shown at the moment: the group may be changing its answers.\n\n");
        foreach (var area in view.Areas)
        {
            text.Append("**").Append(area.Name).Append("**\n\n");
            foreach (var answer in area.Answers) text.Append("- ").Append(answer.Name).Append(": ").Append(answer.Answer).Append(answer.Words.Length > 0 ? ". " + answer.Words : "").Append('\n');
            text.Append('\n');
        }
        if (view.Seen.Any())
        {
            text.Append("**Seen by an adviser** of ").Append(Markdown.Plain(host.SiteName)).Append(" (looked at, which is not a reference)\n\n");
            foreach (var answer in view.Seen) text.Append(CultureInfo.InvariantCulture, $"- {answer.Name}, on {answer.SeenOn:d MMMM yyyy}\n");
            text.Append('\n');
        }
        if (view.Needs.Count > 0)
        {
            text.Append("**Low answers, and the training and support they point to** (needs named in Bolton's background paper of 2008)\n\n");
            foreach (var need in view.Needs) text.Append("- ").Append(need.Name).Append(": ").AppendJoin("; ", need.Training).Append('\n');
            text.Append('\n');
        }
        if (view.Plan.Count > 0)
        {
            text.Append("**The plan**, tracked in the six categories that Birmingham's scrutiny used in 2016\n\n");
            foreach (var step in view.Plan.Take(MostSteps)) text.Append(CultureInfo.InvariantCulture, $"- {step.Name} ({step.Who}, by {step.By:d MMMM yyyy}): {step.Tracking}\n");
            if (view.Plan.Count > MostSteps) text.Append(CultureInfo.InvariantCulture, $"- and {view.Plan.Count - MostSteps} more on the page\n");
            if (view.PlanRead is { } read) text.Append(CultureInfo.InvariantCulture, $"\nRead by an adviser on {read:d MMMM yyyy}.\n");
            text.Append('\n');
        }
        if (page is not null) text.Append("[As a page to print](").Append(page).Append("); the link works for half an hour.\n\n");
        return text.Append(CultureInfo.InvariantCulture, $"The code works until {view.Until:d MMMM yyyy}. The group sees that it was opened. What you keep of this may have to be given out under freedom of information law.").ToString();
    }

    public static string WhatWasSeen(int left, string? note) =>
        (note is null ? "" : note + "\n\n") + (left == 0 ? "Nothing that is in place is left to be marked." : "Of which answers have you looked at the evidence yourself? The group and whoever opens its check will see it, with today's date.");

    public static string Groups(IReadOnlyList<(string Name, DateOnly Until)> groups)
    {
        if (groups.Count == 0) return "No group shares its check with you at the moment. When one gives you a code, type it; the group then stands here until its code ends.";
        var text = new StringBuilder("**Groups that share their check with you**\n\n");
        foreach (var (name, until) in groups) text.Append(CultureInfo.InvariantCulture, $"- {Markdown.Plain(name)}, until {until:d MMMM yyyy}\n");
        return text.ToString().TrimEnd();
    }
}
