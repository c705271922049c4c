using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.Funding;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Bot.HealthCheck.Forms;

/// <summary>What the bot says around a form. The questions themselves are content.</summary>
public static class FormWording
{
    public const string NoSuchForm = "That form is not here any more. Type **bid pack** or **full cost**.";
    public const string WhichToChange = "All of it is filled in. What would you like to change?";
    public const string Skipped = "Left out for now.";

    public static string Begin(Form form) => form.Intro;

    public static string Back(Form form) => $"Now back to your {form.Title.ToLowerInvariant()}.";

    public static string Stopped(Form form) => $"What you filled in is saved. Type **{form.Title.ToLowerInvariant()}** to go on.";

    public static string Saved(Field field, string answer) => field.Kind is FieldKind.Text or FieldKind.Long ? $"Saved: {field.Label}." : $"Saved. {field.Label}: **{Shown(field, answer)}**.";

    public static string NotAnAnswer(Field field, string text) => field.Kind switch
    {
        FieldKind.Text or FieldKind.Long => string.Create(CultureInfo.InvariantCulture, $"That is {text.Trim().Length} letters long, and forms rarely have room for more than {field.Longest}. Please say it shorter."),
        FieldKind.Money => "I could not tell which sum you mean. Please type one, for example *£1,200* or *£30 a week*.",
        FieldKind.Percent => "Please type a number from 0 to 100.",
        FieldKind.Number => "Please type a number.",
        _ => "Please say yes or no.",
    };

    public static string Question(Form form, Field field, int number, int of, string? before, string? note)
    {
        var text = new StringBuilder();
        if (note is not null) text.Append(note).Append("\n\n");
        text.Append(CultureInfo.InvariantCulture, $"**{form.Title}, {number} of {of}**\n\n");
        if (before is { Length: > 0 }) text.Append("You have: ").Append(Shown(field, before)).Append("\n\n");
        return text.Append(field.Ask).Append("\n\n").Append(field.Help).ToString();
    }

    /// <summary>What a form comes to once every question has been put.</summary>
    public static string Done(Form form, IReadOnlyDictionary<string, string> answers, string? note, CheckAddresses? links)
    {
        var text = new StringBuilder();
        if (note is not null) text.Append(note).Append("\n\n");
        if (form.Id == Form.FullCost) text.Append(Explained(CostOf(answers), answers.GetValueOrDefault("activity"), answers.GetValueOrDefault("only") == Form.Yes));
        else
        {
            var open = form.Asked(answers).Count(f => answers.GetValueOrDefault(f.Id) is not { Length: > 0 });
            text.Append(CultureInfo.InvariantCulture, $"**Your {form.Title.ToLowerInvariant()} is filled in**{(open > 0 ? $", with {open} left out" : "")}. It can be copied into any form.");
        }
        if (links is not null) text.Append(CultureInfo.InvariantCulture, $"\n\n[Print it or take it as a Word file]({links.PrintOuts}).");
        return text.ToString();
    }

    public static FullCost CostOf(IReadOnlyDictionary<string, string> answers)
    {
        var direct = Pounds("pay") + Pounds("room") + Pounds("materials") + Pounds("travel") + Pounds("other");
        var share = answers.GetValueOrDefault("only") == Form.Yes ? 1 : Pounds("share") / 100;
        return new FullCost(direct, Pounds("overheads"), share, Number("sessions"), Number("price"));

        decimal Pounds(string field) => Number(field) ?? 0;
        decimal? Number(string field) => decimal.TryParse(answers.GetValueOrDefault(field), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A cost in words, step by step. Markdown.</summary>
    /// <param name="only">Whether the group does nothing else.</param>
    public static string Explained(FullCost cost, string? activity, bool only)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{(activity is { Length: > 0 } ? Markdown.Plain(activity) : "This activity")} costs {Sterling.Say(cost.Total)} a year**\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- Its own costs: {Sterling.Say(cost.Direct)}.\n");
        text.Append(only
            ? $"- What keeps the group going: {Sterling.Say(cost.Overheads)}. It is all you do, so all of it belongs to this activity.\n"
            : $"- Its share of what keeps the group going: {(cost.Share * 100).ToString("0.##", CultureInfo.InvariantCulture)} per cent of {Sterling.Say(cost.Overheads)}, which is {Sterling.Say(cost.ShareOfOverheads)}.\n");
        if (cost.PerSession is { } each) text.Append(CultureInfo.InvariantCulture, $"- One time costs {Sterling.Say(each)}.\n");
        if (cost.Left is { } left)
        {
            text.Append(left switch
            {
                < 0 => $"\nThe offer of {Sterling.Say(cost.Price!.Value)} is **{Sterling.Say(-left)} too little**. If you take it, your group pays the rest. Ask for more, do less for it, or say no.\n",
                0 => $"\nThe offer of {Sterling.Say(cost.Price!.Value)} just covers it, with nothing for a bad month.\n",
                _ => $"\nThe offer of {Sterling.Say(cost.Price!.Value)} covers it and leaves {Sterling.Say(left)}. Check whether a grant has to be paid back if it is not spent.\n",
            });
        }
        return text.ToString().TrimEnd();
    }

    /// <summary>An answer as a reader sees it. Markdown.</summary>
    public static string Shown(Field field, string answer) => field.Kind switch
    {
        FieldKind.Money when decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out var pounds) => Sterling.Say(pounds),
        FieldKind.Percent => answer + " per cent",
        FieldKind.YesNo => answer == Form.Yes ? "Yes" : "No",
        _ => Markdown.Plain(answer),
    };

}
