using System.Text;
using CommissioningBot.Bot.Conversation;
using CommissioningBot.Knowledge.Providers.Market;
using CommissioningBot.Knowledge.Recognisers;

namespace CommissioningBot.Bot.Market;

/// <summary>How it is told whom a requirement would leave out. Where most are unknown no figure is given, and what to ask instead.</summary>
public static class LeftOutWording
{
    public const string Which = "Which requirement? For example: *who would a £100,000 turnover requirement leave out?* I can count by turnover, years since registration, audited accounts, insurance, quality mark or policy.";

    public static string Of(LeftOutView view, IReadOnlyList<RequirementKind> howMuch) =>
        $"**Who would be left out: {Markdown.Plain(MarketWording.Title(view.Search.Understood))}**\n\n{Figures(view, howMuch)}";

    /// <summary>The same without its title, for a page that has one.</summary>
    public static string Figures(LeftOutView view, IReadOnlyList<RequirementKind> howMuch)
    {
        var text = new StringBuilder();
        MarketWording.Notes(text, view.Search);
        if (view.All == 0) return text.Append("No provider in this data states it, so nothing can be said of whom a requirement would leave out.").ToString();
        text.Append(view.All == 1 ? "Of the one provider that states it in this data:\n\n" : Invariant($"Of {view.All} providers that state it in this data:\n\n"));
        foreach (var (requirement, count) in view.Each) text.Append("- ").Append(Markdown.Plain(Name(requirement))).Append(": ").Append(Told(count)).Append('\n');
        if (view is { Each.Count: > 1, Together: { } all }) text.Append("- **All of it together:** ").Append(Told(all)).Append('\n');
        foreach (var (requirement, _) in view.Each.Where(e => !e.Count.CanBeSaid).DistinctBy(e => e.Requirement.Kind)) text.Append("\nInstead of ").Append(Markdown.Plain(Name(requirement))).Append(": ").Append(Instead(requirement.Kind));
        if (view.Each.Any(e => !e.Count.CanBeSaid)) text.Append("\n\nOr put the question to the groups themselves, in early talks with the market that are open to all.");
        foreach (var basis in view.Each.Where(e => e.Count.CanBeSaid).Select(e => Basis(e.Requirement.Kind)).Distinct()) text.Append("\n\n").Append(basis);
        foreach (var kind in howMuch) text.Append("\n\n").Append(HowMuch(kind));
        return text.ToString().TrimEnd();
    }

    /// <summary>"12 would be left out, 20 meet it, 8 are unknown", or that nothing can be said; the unknown in either case.</summary>
    public static string Told(StandingCount count) =>
        count.CanBeSaid
            ? Invariant($"**{count.LeftOut} would be left out**, {count.Meets} meet it, {count.Unknown} {(count.Unknown == 1 ? "is" : "are")} unknown")
            : Invariant($"**nothing can be said**, because it is unknown for {count.Unknown} of {count.All}");

    public static string Name(Requirement requirement) => requirement.Kind switch
    {
        RequirementKind.Turnover => "a turnover" + (requirement.Least is { } least ? $" of at least {Sterling.Say(least)}" : ""),
        RequirementKind.Years => Invariant($"{requirement.Least:0} {(requirement.Least == 1 ? "year" : "years")} of accounts or trading"),
        RequirementKind.AuditedAccounts => "audited accounts",
        RequirementKind.Insurance => $"{requirement.Named ?? ""} insurance".TrimStart() + (requirement.Least is { } cover ? $" of at least {Sterling.Say(cover)}" : ""),
        RequirementKind.QualityMark => requirement.Named ?? "a quality mark",
        _ => $"a policy on {requirement.Named}",
    };

    public static string HowMuch(RequirementKind kind) => kind switch
    {
        RequirementKind.Turnover => "How much turnover would you ask for? For example: *£50,000*.",
        RequirementKind.Years => "How many years would you ask for? For example: *and three years of accounts*.",
        RequirementKind.Policy => "Which policy would you ask for? For example: *and a safeguarding policy*.",
        _ => Which,
    };

    public static string Instead(RequirementKind kind) => kind switch
    {
        RequirementKind.Turnover => "ask inside the bid how the group would carry the costs until it is paid, and pay early or by the month.",
        RequirementKind.Years => "ask for references, or for a plan that shows how the work will be done, whatever the group's age.",
        RequirementKind.AuditedAccounts => "ask for the newest accounts in the form that the law asks of that group.",
        RequirementKind.Insurance => "ask for a promise that the cover will be there when the contract begins, at a level that fits the risk.",
        RequirementKind.QualityMark => "ask how the group checks its own quality, and take the mark or its like as one way to show it.",
        _ => "ask to see the policy with the bid, or before the work begins.",
    };

    private static string Basis(RequirementKind kind) => kind switch
    {
        RequirementKind.Turnover => "Turnover is the yearly income that was last stated, and nobody here has checked it.",
        RequirementKind.Years => "Years are counted from the day of registration. A group may have run for longer than it has been registered.",
        _ => "A mark or a policy counts if a data set names it; nobody here has checked it, and one that is not named is unknown.",
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
