using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Bot.HealthCheck.Sharing;

/// <summary>What the bot says to a group about showing its check to others.</summary>
public static class ShareWording
{
    public const string NoCheckHere = "No health check is open here, so there is nothing to share and nothing to see. To open one you began before, type **resume** and your four words.";
    public const string NoAnswersYet = "There are no answers to share yet. Answer a few questions of the check first.";
    public const string Saved = "Saved.";
    public const string NothingTicked = "Nothing is ticked yet, so a code would show an empty page. Tick something first.";
    public const string NothingOut = "No viewing code is out, so nobody can open your check.";
    public const string Stopped = "Done. The viewing code opens nothing any more, and neither do pages that were opened with it. What somebody has seen already cannot be taken back.";
    public const string EverythingOn = "Saved. An adviser who has your code can now see **all** your answers, low ones too, and your plan. A council with the same code still sees only what is ticked.";
    public const string EverythingOff = "Saved. An adviser now sees only what is ticked.";

    public static string Choose(string area, int ticked, int answers) => string.Create(CultureInfo.InvariantCulture, $"Choose: {area} ({ticked} of {answers} ticked)");

    public static string Ticked(string name, bool on) => on ? $"Ticked: {name}." : $"Not ticked any more: {name}.";

    /// <param name="ticked">The names of what is ticked, by area.</param>
    /// <param name="answers">How many answers there are.</param>
    public static string Screen(Catalogue catalogue, IReadOnlyDictionary<Area, List<string>> ticked, int answers, string? name, KeptShare share, DateTimeOffset now, string? note)
    {
        var text = new StringBuilder();
        if (note is not null) text.Append(note).Append("\n\n");
        text.Append("**Share your check**\n\n");
        text.Append(share.IsOpen(now)
            ? string.Create(CultureInfo.InvariantCulture, $"A viewing code is out. It works until {share.CodeUntil:d MMMM yyyy}. What you change here counts for it at once.\n\n")
            : "Nobody can see your check now. A *viewing code* lets a council officer or an adviser read what you tick, and change nothing.\n\n");
        var shown = ticked.Values.Sum(n => n.Count);
        foreach (var (area, names) in ticked.Where(t => t.Value.Count > 0)) text.Append("- ").Append(catalogue.Wording.Areas[area]).Append(": ").AppendJoin("; ", names).Append('\n');
        if (shown == 0) text.Append("- Nothing is ticked.\n");
        if (name is not null) text.Append("- Your name, ").Append(Markdown.Plain(name)).Append(share.ShowsName ? ": shown\n" : ": left out\n");
        text.Append(CultureInfo.InvariantCulture, $"\nTicked: {shown} of {answers} answers. ");
        text.Append(share.Everything ? "An adviser with the code sees all answers and your plan.\n\n" : "The others stay private. At the start only what is in place is ticked; you can tick the others too, one by one.\n\n");
        return text.Append(Notice).ToString();
    }

    private const string Notice =
        """
        Before you share:
        - It is your choice. No council may make you give a code.
        - A council may have to give out what it has seen if somebody asks for it ([Freedom of Information Act 2000, section 1](https://www.legislation.gov.uk/ukpga/2000/36/section/1)).
        - They can keep a copy of what they saw, also after you stop sharing.
        - You can always see here that somebody has opened it.
        """;

    public static string OneArea(string area, IReadOnlyList<(string Name, string Answer, bool Ticked)> rows, string? note)
    {
        var text = new StringBuilder();
        if (note is not null) text.Append(note).Append("\n\n");
        text.Append("**").Append(area).Append("**\n\n");
        foreach (var (name, answer, ticked) in rows) text.Append("- ").Append(ticked ? "Shown: " : "Private: ").Append(name).Append(" (").Append(answer).Append(")\n");
        return text.ToString().TrimEnd();
    }

    public static string Code(string code, DateTimeOffset until, bool replaced, bool everything) => string.Create(CultureInfo.InvariantCulture, $"""
        Your viewing code is: **{code}**

        Give it to the council officer or adviser. They type it in their own page or in Teams. It shows what is ticked{(everything ? ", and to an adviser everything," : "")} and changes nothing. It works until {until:d MMMM yyyy}.{(replaced ? " The code you had before opens nothing any more." : "")}

        This is not your resume code. Whoever has the resume code can change your answers, so keep that one to yourselves.
        """);

    public static string Openings(KeptShare share, DateTimeOffset now)
    {
        var text = new StringBuilder("**Who has opened your check**\n\n");
        if (share.Openings.Count == 0) text.Append("Nobody has opened it.\n");
        foreach (var opening in share.Openings.Reverse().Take(MostShown)) text.Append(CultureInfo.InvariantCulture, $"- {UkTime.DayOf(opening.At):d MMMM yyyy}: {Who(opening)}\n");
        if (share.Openings.Count > MostShown) text.Append(CultureInfo.InvariantCulture, $"- and {share.Openings.Count - MostShown} times before\n");
        if (share.PlanRead is { } day) text.Append(CultureInfo.InvariantCulture, $"\nAn adviser has read your plan ({day:d MMMM yyyy}).\n");
        return text.Append(share.IsOpen(now) ? string.Create(CultureInfo.InvariantCulture, $"\nYour viewing code works until {share.CodeUntil:d MMMM yyyy}.") : "\n" + NothingOut).ToString();
    }

    public static string Held(KeptShare share, DateTimeOffset now)
    {
        var code = share.IsOpen(now) ? string.Create(CultureInfo.InvariantCulture, $"a viewing code until {share.CodeUntil:d MMMM yyyy}") : "no viewing code is out";
        return string.Create(CultureInfo.InvariantCulture, $"what you chose to share: {share.Ticks.Count} answers ticked, {code}, opened {share.Openings.Count} times; kept as long as the check");
    }

    private const int MostShown = 20;

    private static string Who(Opening opening) =>
        (opening.By == Role.Adviser ? "an adviser" : "a council officer") + (opening.Name is { } name ? $" ({Markdown.Plain(name)})" : "");
}
