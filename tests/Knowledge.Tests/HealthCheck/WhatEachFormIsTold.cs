using System.Text.RegularExpressions;
using CommissioningBot.Knowledge.HealthCheck;

namespace CommissioningBot.Knowledge.Tests.HealthCheck;

/// <summary>
/// Nobody is told another's law as their own. Everything that any group of a legal form can be told, whatever its other answers, is held against
/// the words that are not for that form.
/// </summary>
public class WhatEachFormIsTold
{
    private const string Companies = "Companies House|Companies Act|confirmation statement|director|articles";
    private const string CicsOnly = "CIC34|CIC report|A CIC (sends|is|must)|Regulator of Community|asset lock";
    private const string SocietiesOnly = "Financial Conduct|register of societies|A society (sends|is|must)";
    private const string CiosOnly = "A CIO (sends|is|must)|whatever its income";
    private const string Charities = "charit|trustee";

    // Said to everybody, or a choice between forms, and no law of one's own.
    private static readonly string[] ForEverybody = ["charity or social enterprise", "good for any group"];

    private static readonly Dictionary<LegalForm, string> NotFor = new()
    {
        [LegalForm.InformalGroup] = $"{Companies}|{CicsOnly}|{SocietiesOnly}|{CiosOnly}|Your (charity|company) number",
        [LegalForm.GroupWithRules] = $"{Companies}|{CicsOnly}|{SocietiesOnly}|{CiosOnly}|Your (charity|company) number",
        [LegalForm.CharitableTrust] = $"{Companies}|{CicsOnly}|{SocietiesOnly}|{CiosOnly}",
        [LegalForm.Cio] = $"{Companies}|{CicsOnly}|{SocietiesOnly}|£5,000|unless you are a CIO|need not (be on|register)",
        [LegalForm.CharitableCompany] = $"{CicsOnly}|{SocietiesOnly}|{CiosOnly}|CIC is one|money in and money out\\.",
        [LegalForm.Cic] = $"{Charities}|{SocietiesOnly}|{CiosOnly}",
        [LegalForm.Society] = $"{Charities}|{Companies}|{CicsOnly}|{CiosOnly}",
        // Who is something else, or does not know, may be told of any form, but never that it is one.
        [LegalForm.Other] = $"{CicsOnly}|{SocietiesOnly}|Your (charity|company) number",
        [LegalForm.NotSure] = "^You are (a|on)|Your (charity|company) number|Find your page",
    };

    public static TheoryData<LegalForm> Forms => [.. Enum.GetValues<LegalForm>()];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Is_never_the_law_of_another_form(LegalForm form)
    {
        var told = Told(form).Distinct().ToList();
        Assert.True(told.Count > 300, "Too little was read for this to mean anything.");
        var wrong = told.Where(t => Regex.IsMatch(ForEverybody.Aggregate(t, (text, words) => text.Replace(words, "", StringComparison.Ordinal)), NotFor[form], RegexOptions.IgnoreCase)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Every form has its own regulator and its own dates; nobody is left without.</summary>
    [Theory]
    [InlineData(LegalForm.Cio, "Charity Commission", "return, accounts and report")]
    [InlineData(LegalForm.CharitableCompany, "Companies House", "confirmation statement")]
    [InlineData(LegalForm.Cic, "Companies House", "CIC report")]
    [InlineData(LegalForm.Society, "Financial Conduct Authority", "society's yearly return")]
    public void Is_the_law_of_its_own(LegalForm form, string enforcer, string date)
    {
        var profile = Groups.LunchClub with { LegalForm = form };
        Assert.Contains(Groups.Item("G5").LawFor(profile), n => n.EnforcedBy!.Contains(enforcer, StringComparison.Ordinal));
        Assert.Contains(Groups.Catalogue.Plan.Year, d => d.When.SurelyHold(profile) && d.Name.Contains(date, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Told(LegalForm form)
    {
        var catalogue = Groups.Catalogue;
        foreach (var plain in Groups.All().Where(p => p.LegalForm == form))
        {
            // What the group does changes what it is told of insurance and of its place, and changes nothing else.
            foreach (var profile in (Profile[])[plain, plain with { Volunteers = true, YearEnd = new DateOnly(2026, 3, 31), Activities = Enum.GetValues<SpecialActivity>() }, plain with { YearEnd = new DateOnly(2026, 12, 31) }])
            {
                foreach (var item in catalogue.Items.Where(i => i.AppliesWhen.MayHold(profile)).Select(i => catalogue.For(i, profile)))
                {
                    foreach (var text in (string[])[item.Question, item.Help, item.Why, item.Evidence, item.FirstAction, item.HelpLink.Name, catalogue.IfNot(item), .. item.Levels]) yield return text;
                    foreach (var note in item.LawFor(profile)) yield return $"{note.Text} {note.Source} {note.EnforcedBy}";
                    if (item.KnownFrom(profile) is { } known) yield return known.Because;
                }
                foreach (var note in catalogue.Items.SelectMany(i => i.Notes).Where(n => n.Kind != NoteKind.Law && n.When.SurelyHold(profile))) yield return $"{note.Text} {note.Source}";
                foreach (var date in catalogue.Plan.Year.Where(d => d.When.MayHold(profile))) yield return $"{date.Name} {date.Text} {date.Source} {date.EnforcedBy}";
            }
        }
    }
}
