using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;

namespace CommissioningBot.Bot.HealthCheck;

/// <summary>What the bot says of a plan.</summary>
public static class PlanWording
{
    public const string NoPlanYet = "You have no plan yet. It is made when you have answered the first questions of the check.";
    public const string FinishFirst = "Let us finish this check first. Then you can do it again and see what has changed.";
    public const string Saved = "Saved.";
    public const string StepHasGone = "That step is not in your plan any more. Here is where you are now.";
    public const string BeforeCheckingAgain = "Shall we go through the questions again? Your answers so far are kept, so that you can see then and now side by side.";
    public const string CheckingAgain = "Let us look again. Each question shows what you said last time.";

    public static string HowFar(string name) => $"How far are you with **{name}**?";

    public const string WhenDoesYearEnd = "On which day does your money year end? It is the last day that your yearly accounts are about. Press one, or type a day such as *30 June*.";
    public const string YearEndNotRead = "I could not read a day there.";

    public static string YearEndSaved(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"Saved. Your financial year: it ends on {day:d MMMM}, and I work from the one that ends on **{day:d MMMM yyyy}**.");

    public static string Since(BeforeAndAfter both)
    {
        var (up, down) = (both.Items.Count(i => i.Steps > 0), both.Items.Count(i => i.Steps < 0));
        var change = (up, down) switch
        {
            (0, 0) => "nothing has gone up or down",
            (_, 0) => $"{up} {(up == 1 ? "answer has" : "answers have")} gone up and none has gone down",
            (0, _) => $"{down} {(down == 1 ? "answer has" : "answers have")} gone down and none has gone up",
            _ => $"{up} gone up, {down} gone down",
        };
        return string.Create(CultureInfo.InvariantCulture, $"Since your last check on {UkTime.DayOf(both.Then):d MMMM yyyy}, {change}.");
    }

    public static string Plan(Catalogue catalogue, IReadOnlyList<PlannedStep> shown, int open, int done, DateOnly today, Profile profile, CheckAddresses? links)
    {
        var text = new StringBuilder();
        text.Append("**Your plan**\n\n");
        if (open == 0) text.Append("There is nothing left to do. Well done.\n");
        for (var i = 0; i < shown.Count; i++)
        {
            var item = catalogue.Find(shown[i].ItemId, profile)!;
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. **{item.Name}**{Why(shown[i].Kind)}. {FirstStep(shown[i], item)} {catalogue.Plan.OwnerOf(item.Id)}, by {shown[i].By:d MMMM yyyy}{State(shown[i], today)}.\n");
        }
        if (open > shown.Count) text.Append(CultureInfo.InvariantCulture, $"\nAnd {open - shown.Count} more, later.\n");
        if (done > 0) text.Append(CultureInfo.InvariantCulture, $"\nDone so far: {done}.\n");
        if (profile.YearEnd is null) text.Append("\nTell me when your financial year ends, for example *year end 31 March*, and I add the days that hang on it.\n");
        if (links is not null) text.Append(CultureInfo.InvariantCulture, $"\n[The whole plan to print]({links.Result}) and [your year on one page]({links.Year}).\n");
        return text.ToString().TrimEnd();
    }

    public static string FirstStep(PlannedStep step, Item item) => step.Kind == StepKind.FindOut ? $"Ask your committee: {item.Question}" : item.FirstAction;

    public static string Why(StepKind kind) => kind switch
    {
        StepKind.Law => " (the law asks for this)",
        StepKind.BeforeSigning => " (before you sign)",
        StepKind.Marks => " (earns marks)",
        _ => "",
    };

    /// <summary>How far a step has come, for a group; nothing to say of one that simply lies ahead.</summary>
    public static string State(PlannedStep step, DateOnly today) => step switch
    {
        { Status: StepStatus.Stuck } => "; something outside stops you",
        { Status: StepStatus.Begun } when today > step.By => "; begun, and past its day",
        { Status: StepStatus.Begun } => "; begun",
        _ => today > step.By ? "; past its day" : "",
    };
}
