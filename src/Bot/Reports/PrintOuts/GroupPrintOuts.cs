using System.Globalization;
using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Bot.HealthCheck;
using CommissioningBot.Bot.HealthCheck.Forms;
using CommissioningBot.Knowledge.Forms;
using CommissioningBot.Knowledge.HealthCheck;
using CommissioningBot.Knowledge.HealthCheck.Planning;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Bot.Reports.PrintOuts;

/// <summary>What one group can take away: its result and plan, its year, its bid pack and costs, and the templates with its name.</summary>
public sealed class GroupPrintOuts(Catalogue catalogue, IReadOnlyDictionary<string, Form> forms)
{
    private const string Rules = "constitution";

    private static readonly IReadOnlyList<Template> Templates = Template.LoadAll();

    /// <summary>All that there is for this check, in the order of the list.</summary>
    public IReadOnlyList<PrintOut> Of(OpenedCheck opened)
    {
        var name = opened.Check.NameToPrint is { } given ? Markdown.Plain(given) : null;
        return
        [
            ResultPrintOut.Of(ResultViews.Of(catalogue, opened.Check, opened.Today, opened.LinkEnds), name),
            Year(YearView.Of(catalogue, opened.Check, opened.Today, opened.LinkEnds), name),
            BidPack(opened, name),
            .. opened.Check.Answers(Form.FullCost).Count > 0 ? [FullCost(opened, name)] : Array.Empty<PrintOut>(),
            .. Templates.Where(t => t.Id != Rules || MayUseRules(opened.Check.Assessment.Profile)).Select(t => new PrintOut(t.Id, t.Title, t.For(name))),
            CheckOnPaper.Of(catalogue),
        ];
    }

    // They are for a group that is neither a company nor a charity: a CIC has its articles, a CIO its constitution.
    private static bool MayUseRules(Profile profile) =>
        profile.LegalForm is not (LegalForm.CharitableTrust or LegalForm.Cio or LegalForm.CharitableCompany or LegalForm.Cic or LegalForm.Society);

    /// <summary>What anybody may print, with lines for a name.</summary>
    public IReadOnlyList<PrintOut> Blank() => [.. Templates.Select(t => new PrintOut(t.Id, t.Title, t.For(null))), CheckOnPaper.Of(catalogue)];

    private static PrintOut Year(YearView year, string? name)
    {
        var text = new StringBuilder(Heading("Our year", name));
        if (year.YearEnd is { } end) text.Append(CultureInfo.InvariantCulture, $"Our financial year ends on {end:d MMMM}.\n\n");
        text.Append("| By | What | Why |\n|---|---|---|\n");
        foreach (var e in year.Events.Where(e => e.On is not null)) text.Append(CultureInfo.InvariantCulture, $"| {e.On:d MMMM yyyy} | {e.Name} | {e.Text}{Law(e)} |\n");
        text.Append("\n## Days that only we can look up\n\n| Day | What | Where to look |\n|---|---|---|\n");
        foreach (var e in year.Events.Where(e => e.On is null)) text.Append(CultureInfo.InvariantCulture, $"| | {e.Name} | {e.Text}{Law(e)} |\n");
        return new PrintOut("year", "Our year", text.Append(Footer(year.KeptUntil)).ToString());
    }

    private static string Law(YearEvent e) => e.Rule is { Source: { } source, CheckedOn: { } day } ? string.Create(CultureInfo.InvariantCulture, $" [{source}]({e.Rule.Url}), checked {day:d MMMM yyyy}.") : "";

    private PrintOut BidPack(OpenedCheck opened, string? name)
    {
        var form = forms[Form.BidPack];
        var answers = opened.Check.Answers(form.Id);
        var text = new StringBuilder(Heading(form.Title, name));
        text.Append("*What buyers and funders ask again and again. Copy from here. Contact people and signatures are for you to write by hand.*\n\n");
        foreach (var field in form.Fields)
        {
            text.Append("## ").Append(field.Label).Append("\n\n");
            text.Append((answers.GetValueOrDefault(field.Id) ?? (field.Id == KeptCheck.NameField ? opened.Check.NameToPrint : null)) is { Length: > 0 } answer ? FormWording.Shown(field, answer) : @"*Still to fill in:* " + field.Ask).Append("\n\n");
            foreach (var id in field.Evidence) text.Append(Evidence(opened.Check.Assessment, catalogue.Find(id, opened.Check.Assessment.Profile)!));
            if (field.Evidence.Count > 0) text.Append('\n');
        }
        return new PrintOut(form.Id, form.Title, text.Append(Footer(Kept(opened))).ToString());
    }

    // What the check says of the evidence: there, or still missing, or not known.
    private static string Evidence(Assessment assessment, Item item)
    {
        if (!item.AppliesWhen.MayHold(assessment.Profile)) return "";
        var level = item.KnownFrom(assessment.Profile)?.Level ?? assessment.ResponseTo(item.Id)?.Level;
        var state = level switch { >= Need.LawLevel => "to attach", null => "not answered in the check yet", _ => "**still missing**" };
        return $"- {item.Name} ({item.Evidence}): {state}\n";
    }

    private static PrintOut FullCost(OpenedCheck opened, string? name)
    {
        var answers = opened.Check.Answers(Form.FullCost);
        var cost = FormWording.CostOf(answers);
        var text = new StringBuilder(Heading("Full cost worksheet", name));
        text.Append(FormWording.Explained(cost, answers.GetValueOrDefault("activity"), answers.GetValueOrDefault("only") == Form.Yes)).Append("\n\n| Cost in a year | £ |\n|---|---|\n");
        foreach (var (label, field) in (ReadOnlySpan<(string, string)>)[("Pay", "pay"), ("Room", "room"), ("Materials and food", "materials"), ("Travel and volunteers' expenses", "travel"), ("Other costs of its own", "other")])
            text.Append(CultureInfo.InvariantCulture, $"| {label} | {(decimal.TryParse(answers.GetValueOrDefault(field), NumberStyles.Number, CultureInfo.InvariantCulture, out var pounds) ? Sterling.Say(pounds) : "not given")} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| Share of what keeps the group going | {Sterling.Say(cost.ShareOfOverheads)} |\n| **Full cost** | **{Sterling.Say(cost.Total)}** |\n\n");
        text.Append("*VAT: figures are as your group pays them. How the share was worked out belongs in the bid, so that the funder can follow it.*\n\n");
        return new PrintOut(Form.FullCost, "Full cost worksheet", text.Append(Footer(Kept(opened))).ToString());
    }

    private static DateOnly? Kept(OpenedCheck opened) => opened.Check.Until is { } until ? UkTime.DayOf(until) : null;

    internal static string Heading(string title, string? name) => name is null ? $"# {title}\n\n" : $"# {title}: {name}\n\n";

    internal static string Footer(DateOnly? keptUntil) =>
        keptUntil is { } day ? string.Create(CultureInfo.InvariantCulture, $"\n*The group's own answers. Nobody has checked them. They are kept until {day:d MMMM yyyy} unless more is added.*\n") : "\n*The group's own answers. Nobody has checked them.*\n";
}
